// What doesn't close beside a report: its count against the office's 编制, and the grids of the day nobody serves in.
import type { ReportGap } from '../../../shared/reports.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Office } from '../../ground/office/office.ts';
import { readSetting } from '../settings/settings.ts';
import { among, idList } from './narrowed.ts';

/** The number there should be, what it is of, and the list that shows those there are. */
export type Quota = { name: string; expected: number | null; where: Pick<ReportGap, 'screen' | 'search'> };

export function quotaGap(office: Office, count: number, quotaOf: (quota: Settings['quota']) => Quota | null): ReportGap[] {
  const quota = quotaOf(readSetting(office, 'quota'));
  if (!quota || quota.expected === null || quota.expected === count) return [];
  const { name, expected, where } = quota;
  return [
    {
      weight: 'wrong',
      text: `${name} ${count}，编制 ${expected}，${count < expected ? '少' : '多'}`,
      count: Math.abs(expected - count),
      ...where,
    },
  ];
}

/** Among which grids of the day vacant ones are counted. */
export type VacantGrids = { branchIds: readonly number[] | null; kind: string | null; level: 'compound' | null };

const sql = `SELECT count(*) FROM day_grid LEFT JOIN day_place ON day_place.id = day_grid.place_id
  WHERE day_grid.worker_id IS NULL AND ${among('day_grid.branch_id', 'branchIds')}
  AND (@kind IS NULL OR ifnull(day_grid.kind, day_place.kind) = @kind) AND (@level IS NULL OR day_place.level = @level)`;

export function vacantGrids(office: Office, of: VacantGrids | null, narrowing: ReportGap['search']): ReportGap[] {
  if (!of) return [];
  const count = office
    .prepare<Record<string, string | null>, number>(sql)
    .pluck()
    .get({ branchIds: idList(of.branchIds), kind: of.kind, level: of.level });
  return count ? [{ weight: 'wrong', text: '空缺网格', count, screen: 'grids', search: { vacant: 1, ...narrowing } }] : [];
}
