// 居民小区一览表: the compounds of a day, who manages them and who serves there.
import { compoundsReport } from '../../../shared/reports/compounds.ts';
import { type CompoundField, compoundFields } from '../../../shared/roster/placeFields.ts';
import type { PlaceGap } from '../../../shared/roster/gaps.ts';
import { columnsRead } from '../../kit/bindings.ts';
import { placeBindings, placeJoins, placeTallies } from '../roster/placeBindings.ts';
import { among, idList, narrowingOf, narrowingWords } from './narrowed.ts';
import { type Gap, reportOf } from './report.ts';

/** What this sheet says besides a compound's own fields. */
const fields = {
  ...compoundFields,
  companyContact: { kind: 'text', title: '物业负责人' },
  companyPhone: { kind: 'phone', of: 'any', title: '物业电话' },
  gridCodes: { kind: 'code', title: '网格编码' },
  workerNames: { kind: 'text', title: '网格员' },
  hiringSources: { kind: 'text', title: '用工来源' },
  employers: { kind: 'text', title: '管理单位' },
} as const;

/** Of a compound with several grids, each value once, in grid order. */
const joined = (column: string): { read: string } => ({
  read: `(SELECT group_concat(value, '、') FROM (SELECT ${column} AS value, min(day_grid.rank) AS first FROM day_grid
    LEFT JOIN worker ON worker.id = day_grid.worker_id
    WHERE day_grid.place_id = place.id GROUP BY value HAVING value IS NOT NULL ORDER BY first))`,
});

const bindings = {
  ...placeBindings,
  // A compound has a community always, but the shared binding may be asked of either level.
  community: { read: 'day_place.community_name' },
  companyContact: { read: 'property_company.contact' },
  companyPhone: { read: 'property_company.phone' },
  gridCodes: joined('day_grid.code'),
  workerNames: joined('worker.name'),
  hiringSources: joined('worker.hiring_source'),
  employers: joined('worker.employer'),
};

const every = [
  'name',
  'community',
  'branch',
  'developedBy',
  'developer',
  'address',
  'buildings',
  'households',
  'population',
  'propertyCompany',
  'companyContact',
  'companyPhone',
  'gridCodes',
  'workerNames',
  'hiringSources',
  'employers',
  'note',
] as const satisfies readonly (CompoundField | keyof typeof fields)[];

const sql = `${placeTallies} SELECT ${columnsRead(fields, bindings, every)}, own.grids AS ownGrids, day_place.rank AS position ${placeJoins}
WHERE day_place.level = 'compound' AND ${among('day_place.branch_id', 'branchIds')}`;

export const compounds = reportOf({
  parameters: compoundsReport,
  measure: '个',
  fields,
  columns: () => every,
  subtotals: ({ subtotals }) => (subtotals ? 'branch' : null),
  told: ({ branchIds }) => ({ branchIds: idList(branchIds) }),
  sql,
  order: 'position',
  workerId: () => null,
  gaps: compoundGaps,
  scope: ({ branchIds }, office) => narrowingWords(office, branchIds),
  narrowing: ({ branchIds }) => narrowingOf(branchIds),
  quota: ({ branchIds }, quota) =>
    branchIds ? null : { name: '小区', expected: quota.compounds, where: { screen: 'places', search: { level: 'compound' } } },
  vacant: ({ branchIds }) => ({ branchIds, kind: null, level: 'compound' }),
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
    missing('未填物业公司', 'propertyCompanyName IS NULL', 'noPropertyCompany'),
    missing('没有网格', 'ownGrids IS NULL', 'noGrid'),
  ];
}
