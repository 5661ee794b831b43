// 专职网格员花名册: who serves in which grid on a day, one row a worker.
import type { WorkerGap } from '../../../shared/roster/gaps.ts';
import { type WorkerField, workerFields } from '../../../shared/roster/workerFields.ts';
import { rosterReport, type RosterRequest } from '../../../shared/reports/roster.ts';
import type { WireRow } from '../../../shared/kit/fieldText.ts';
import { columnsRead } from '../../kit/bindings.ts';
import { holdsGrid } from '../roster/ofDay.ts';
import { standingJoins, workerBindings, workerJoins } from '../roster/workerBindings.ts';
import { ageOf, gapConditions } from '../roster/workersList.ts';
import { among, idList, narrowingOf, narrowingWords } from './narrowed.ts';
import { type Gap, reportOf } from './report.ts';

const every = [
  'branch',
  'community',
  'compound',
  'gridCode',
  'grid',
  'kind',
  'name',
  'sex',
  'ethnicity',
  'birthMonth',
  'age',
  'idNumber',
  'education',
  'politics',
  'mobile',
  'firstDay',
  'hiringSource',
  'formerFamilyPlanning',
  'employer',
  'propertyCompany',
  'status',
  'photo',
  'note',
] as const satisfies readonly WorkerField[];

/** A sheet says what a list may leave open: the kind of a grid's place, the company that manages the compound. */
const bindings: typeof workerBindings = {
  ...workerBindings,
  kind: { read: 'ifnull(day_worker.grid_kind, day_place.kind)' },
  propertyCompany: { read: 'ifnull(own.name, managing.name)' },
};

const sql = `SELECT worker.id, ${columnsRead(workerFields, bindings, every)}, day_worker.rank AS position
FROM day_worker ${workerJoins} ${standingJoins}
LEFT JOIN place ON place.id = day_worker.place_id
LEFT JOIN property_company AS own ON own.id = worker.property_company_id
LEFT JOIN property_company AS managing ON managing.id = place.property_company_id
WHERE (@scope = 'everyone' OR day_worker.status IN ('onDuty', 'leaving'))
  AND ${among('worker.id', 'workerIds')} AND (${among('day_worker.branch_id', 'branchIds')} OR ${holdsGrid('0', among('day_grid.branch_id', 'branchIds'))})
  AND (@kind IS NULL OR ${holdsGrid('ifnull(day_worker.grid_kind, day_place.kind) = @kind', 'day_grid.kind = @kind')})`;

type Read = WireRow & { id: number; idNumber: string | null; birthMonth: string | null };

export const roster = reportOf({
  parameters: rosterReport,
  measure: '人',
  fields: workerFields,
  columns: ({ idStyle, photo }) =>
    every.filter((key) => (key !== 'idNumber' || idStyle !== 'omitted') && (key !== 'photo' || photo)),
  idStyle: ({ idStyle }) => (idStyle === 'full' ? 'full' : 'masked'),
  chosen: ({ workerIds }) => workerIds,
  told: ({ scope, workerIds, branchIds, kind }) =>
    // Who was chosen goes out, whatever their status and place.
    workerIds
      ? { scope: 'everyone', workerIds: idList(workerIds), branchIds: null, kind: null }
      : { scope, workerIds: null, branchIds: idList(branchIds), kind },
  complete: (row, { asOf }) => ({ ...row, age: ageOf(row.idNumber, row.birthMonth, asOf) }),
  sql,
  order: 'position',
  workerId: ({ id }: Read) => id,
  gaps: rosterGaps,
  scope: ({ workerIds, branchIds, kind, scope }, office) =>
    workerIds
      ? [`所选 ${workerIds.length} 人`]
      : [...narrowingWords(office, branchIds, kind), ...(scope === 'everyone' ? ['含已离岗、未上岗'] : [])],
  narrowing: ({ branchIds, kind }) => narrowingOf(branchIds, kind),
  quota: ({ asOf, branchIds, kind, workerIds, scope }, quota) =>
    branchIds || kind || workerIds || scope === 'everyone'
      ? null
      : { name: '在岗', expected: quota.workers, where: { screen: 'workers', search: { asOf } } },
  vacant: ({ branchIds, kind, workerIds }) => (workerIds ? null : { branchIds, kind, level: null }),
});

function rosterGaps({ asOf, idStyle, photo }: RosterRequest): Gap[] {
  const workers = (text: string, condition: string, gap: WorkerGap): Gap => ({
    text,
    condition,
    screen: 'workers',
    search: { gap, asOf },
  });
  return [
    ...(idStyle === 'omitted'
      ? []
      : [
          workers('未填身份证号', 'idNumber IS NULL', 'noIdNumber'),
          workers(
            '身份证号校验不符',
            `id IN (SELECT worker.id FROM worker WHERE ${gapConditions.idUnconfirmed})`,
            'idUnconfirmed',
          ),
        ]),
    workers('未填手机号码', 'mobile IS NULL', 'noMobile'),
    workers('未填文化程度', 'education IS NULL', 'noEducation'),
    workers('上岗日期未填', 'firstDay IS NULL', 'noFirstDay'),
    ...(photo ? [workers('缺照片', 'photoHash IS NULL', 'noPhoto')] : []),
  ];
}
