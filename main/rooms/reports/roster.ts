// 专职网格员花名册: who serves in which grid on a day, one row a worker.
import { type IdStyle, reportNames, type ReportRequest } from '../../../shared/reports.ts';
import { kindWords, sexWords, statusWords } from '../../../shared/roster/words.ts';
import type { WorkerGap } from '../../../shared/roster/workers.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { dottedMonth } from '../../../shared/rules/month.ts';
import { holdsGrid } from '../roster/ofDay.ts';
import { ageOf } from '../roster/workersList.ts';
import { among, type Field, type Gap, reportOf } from './report.ts';
import { yesNo } from './words.ts';

type Source = {
  id: number;
  branch: string | null;
  community: string | null;
  compound: string | null;
  gridCode: string | null;
  grid: string | null;
  gridKind: 'urban' | 'rural' | null;
  name: string;
  sex: 'male' | 'female' | null;
  ethnicity: string | null;
  birthMonth: string | null;
  idNumber: string | null;
  education: string | null;
  politics: string | null;
  mobile: string | null;
  firstDay: string | null;
  precision: 'day' | 'month' | 'unknown' | null;
  hiringSource: string | null;
  formerFamilyPlanning: 0 | 1 | null;
  employer: string | null;
  propertyCompany: string | null;
  status: 'onDuty' | 'leaving' | 'left' | 'unassigned';
  photo: string | null;
  note: string | null;
};

const sql = `SELECT worker.id, branch.name AS branch, day_place.community_name AS community,
  CASE day_place.level WHEN 'compound' THEN day_place.name END AS compound, day_worker.grid_code AS gridCode,
  day_worker.grid_name AS grid,
  ifnull(day_worker.grid_kind, day_place.kind) AS gridKind, worker.name, worker.sex, worker.ethnicity, worker.birth_month AS birthMonth,
  worker.id_number AS idNumber, worker.education, worker.politics, worker.mobile, posting.first_day AS firstDay,
  posting.first_day_precision AS precision, worker.hiring_source AS hiringSource, worker.former_family_planning AS formerFamilyPlanning,
  worker.employer, ifnull(own.name, managing.name) AS propertyCompany, day_worker.status, worker.photo_hash AS photo, worker.note,
  day_worker.rank AS position
FROM day_worker
JOIN worker ON worker.id = day_worker.id
LEFT JOIN posting ON posting.id = day_worker.posting_id
LEFT JOIN place ON place.id = day_worker.place_id
LEFT JOIN day_place ON day_place.id = day_worker.place_id
LEFT JOIN day_branch AS branch ON branch.id = day_worker.branch_id
LEFT JOIN property_company AS own ON own.id = worker.property_company_id
LEFT JOIN property_company AS managing ON managing.id = place.property_company_id
WHERE (@scope = 'everyone' OR day_worker.status IN ('onDuty', 'leaving'))
  AND ${among('worker.id', 'workerIds')} AND (${among('day_worker.branch_id', 'branchIds')} OR ${holdsGrid('0', among('day_grid.branch_id', 'branchIds'))})
  AND (@kind IS NULL OR ${holdsGrid('ifnull(day_worker.grid_kind, day_place.kind) = @kind', 'day_grid.kind = @kind')})`;

const idNumberCell = (idNumber: string | null, style: IdStyle): string | null =>
  idNumber !== null && style === 'masked' ? maskIdNumber(idNumber) : idNumber;

const firstDayCell = ({ firstDay, precision }: Source): string | null =>
  firstDay !== null && precision === 'month' ? dottedMonth(firstDay.slice(0, 7)) : firstDay;

const fields: readonly Field<Source>[] = [
  { title: '序号', kind: 'number', value: (_, index) => index + 1 },
  { title: '所属社区总支', kind: 'text', value: ({ branch }) => branch },
  { title: '社区（村居）', kind: 'text', value: ({ community }) => community },
  { title: '居民小区', kind: 'text', value: ({ compound }) => compound },
  { title: '网格编码', kind: 'code', value: ({ gridCode }) => gridCode },
  { title: '网格名称', kind: 'text', value: ({ grid }) => grid },
  { title: '网格类别', kind: 'text', value: ({ gridKind }) => gridKind && kindWords[gridKind] },
  { title: '姓名', kind: 'text', value: ({ name }) => name },
  { title: '性别', kind: 'text', value: ({ sex }) => sex && sexWords[sex] },
  { title: '民族', kind: 'text', value: ({ ethnicity }) => ethnicity },
  { title: '出生年月', kind: 'month', value: ({ birthMonth }) => birthMonth && dottedMonth(birthMonth) },
  { title: '年龄', kind: 'number', value: ({ idNumber, birthMonth }, _, { asOf }) => ageOf(idNumber, birthMonth, asOf) },
  { title: '身份证号', kind: 'code', value: ({ idNumber }, _, { idStyle }) => idNumberCell(idNumber, idStyle) },
  { title: '文化程度', kind: 'text', value: ({ education }) => education },
  { title: '政治面貌', kind: 'text', value: ({ politics }) => politics },
  { title: '手机号码', kind: 'code', value: ({ mobile }) => mobile },
  { title: '上岗日期', kind: 'day', value: firstDayCell },
  { title: '用工来源', kind: 'text', value: ({ hiringSource }) => hiringSource },
  { title: '是否原计生专职查访员', kind: 'text', value: ({ formerFamilyPlanning }) => yesNo(formerFamilyPlanning) },
  { title: '管理单位', kind: 'text', value: ({ employer }) => employer },
  { title: '物业公司', kind: 'text', left: true, value: ({ propertyCompany }) => propertyCompany },
  { title: '人员状态', kind: 'text', value: ({ status }) => statusWords[status] },
  { title: '照片', kind: 'photo', value: ({ photo }) => photo },
  { title: '备注', kind: 'text', left: true, least: 12, value: ({ note }) => note },
];

export const roster = reportOf<Source>({
  id: 'roster',
  name: reportNames.roster,
  measure: '人',
  fields: ({ idStyle, photo }) =>
    fields.filter(({ title }) => (title !== '身份证号' || idStyle !== 'omitted') && (title !== '照片' || photo)),
  sql,
  order: 'position',
  workerId: ({ id }) => id,
  gaps: rosterGaps,
});

function rosterGaps({ asOf, idStyle, photo }: ReportRequest): Gap[] {
  const workers = (text: string, condition: string, gap: WorkerGap): Gap => ({
    text,
    condition,
    screen: 'workers',
    search: { gap, asOf },
  });
  return [
    ...(idStyle === 'omitted' ? [] : [workers('未填身份证号', 'idNumber IS NULL', 'noIdNumber')]),
    workers('未填手机号码', 'mobile IS NULL', 'noMobile'),
    workers('未填文化程度', 'education IS NULL', 'noEducation'),
    workers('上岗日期未填', 'firstDay IS NULL', 'noFirstDay'),
    ...(photo ? [workers('缺照片', 'photo IS NULL', 'noPhoto')] : []),
  ];
}
