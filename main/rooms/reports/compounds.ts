// 居民小区一览表: the compounds of a day, who manages them and who serves there.
import { reportNames } from '../../../shared/reports.ts';
import { developedByWords } from '../../../shared/roster/words.ts';
import type { PlaceGap } from '../../../shared/roster/places.ts';
import { among, type Field, type Gap, reportOf } from './report.ts';

type Source = {
  name: string;
  community: string | null;
  branch: string | null;
  developedBy: 'community' | 'developer' | null;
  developer: string | null;
  address: string | null;
  buildings: number | null;
  households: number | null;
  population: number | null;
  company: string | null;
  companyContact: string | null;
  companyPhone: string | null;
  gridCodes: string | null;
  workers: string | null;
  hiringSources: string | null;
  employers: string | null;
  note: string | null;
};

/** Of a compound with several grids, each value once, in grid order. */
const joined = (column: string): string =>
  `(SELECT group_concat(value, '、') FROM (SELECT ${column} AS value, min(day_grid.rank) AS first FROM day_grid
    LEFT JOIN worker ON worker.id = day_grid.worker_id
    WHERE day_grid.place_id = place.id GROUP BY value HAVING value IS NOT NULL ORDER BY first))`;

const sql = `SELECT day_place.name, day_place.community_name AS community, branch.name AS branch, place.developed_by AS developedBy,
  place.developer, place.address, place.building_count AS buildings, place.household_count AS households, place.population,
  company.name AS company, company.contact AS companyContact, company.phone AS companyPhone, ${joined('day_grid.code')} AS gridCodes,
  ${joined('worker.name')} AS workers, ${joined('worker.hiring_source')} AS hiringSources, ${joined('worker.employer')} AS employers,
  EXISTS (SELECT 1 FROM day_grid WHERE day_grid.place_id = place.id) AS hasGrid,
  place.note, day_place.rank AS position
FROM day_place
JOIN place ON place.id = day_place.id
LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id
LEFT JOIN property_company AS company ON company.id = place.property_company_id
WHERE day_place.level = 'compound' AND ${among('day_place.branch_id', 'branchIds')} AND (@kind IS NULL OR day_place.kind = @kind)`;

const fields: readonly Field<Source>[] = [
  { title: '序号', kind: 'number', value: (_, index) => index + 1 },
  { title: '小区名称', kind: 'text', value: ({ name }) => name },
  { title: '所属社区', kind: 'text', value: ({ community }) => community },
  { title: '所属总支', kind: 'text', value: ({ branch }) => branch },
  { title: '开发类型', kind: 'text', value: ({ developedBy }) => developedBy && developedByWords[developedBy] },
  { title: '开发商', kind: 'text', left: true, value: ({ developer }) => developer },
  { title: '详细地址', kind: 'text', left: true, value: ({ address }) => address },
  { title: '楼栋数', kind: 'number', total: true, value: ({ buildings }) => buildings },
  { title: '户数', kind: 'number', total: true, value: ({ households }) => households },
  { title: '人口', kind: 'number', total: true, value: ({ population }) => population },
  { title: '物业公司', kind: 'text', left: true, value: ({ company }) => company },
  { title: '物业负责人', kind: 'text', value: ({ companyContact }) => companyContact },
  { title: '物业电话', kind: 'code', value: ({ companyPhone }) => companyPhone },
  { title: '网格编码', kind: 'code', value: ({ gridCodes }) => gridCodes },
  { title: '网格员', kind: 'text', value: ({ workers }) => workers },
  { title: '用工来源', kind: 'text', value: ({ hiringSources }) => hiringSources },
  { title: '管理单位', kind: 'text', value: ({ employers }) => employers },
  { title: '备注', kind: 'text', left: true, least: 12, value: ({ note }) => note },
];

export const compounds = reportOf<Source>({
  id: 'compounds',
  name: reportNames.compounds,
  measure: '个',
  fields: () => fields,
  sql,
  order: 'position',
  workerId: () => null,
  gaps: compoundGaps,
});

const missing = (text: string, condition: string, gap: PlaceGap): Gap => ({
  text,
  condition,
  screen: 'places',
  search: { level: 'compound', gap },
});

function compoundGaps(): Gap[] {
  return [
    missing('未定开发类型', 'developedBy IS NULL', 'noDevelopedBy'),
    missing('未填物业公司', 'company IS NULL', 'noPropertyCompany'),
    missing('没有网格', 'NOT hasGrid', 'noGrid'),
  ];
}
