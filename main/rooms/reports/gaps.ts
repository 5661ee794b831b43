// What doesn't close beside a report: its count against the office's 编制, and the grids of the day nobody serves in.
import type { ReportGap, ReportRequest } from '../../../shared/reports.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';
import { readSetting } from '../settings/settings.ts';
import { among, narrowingOf } from './report.ts';

/** Only a report of the whole office can be held against its 编制. */
export function quotaGap(office: Office, request: ReportRequest, count: number): ReportGap[] {
  if (request.branchIds || request.kind || request.workerIds || request.scope === 'everyone') return [];
  const quota = readSetting(office, 'quota');
  const { name, expected, where } = {
    roster: { name: '在岗', expected: quota.workers, where: { screen: 'workers', search: { asOf: request.asOf } } },
    communities: { name: '村居', expected: quota.communities, where: { screen: 'places', search: { level: 'community' } } },
    compounds: { name: '小区', expected: quota.compounds, where: { screen: 'places', search: { level: 'compound' } } },
  }[request.report] as { name: string; expected: number | null; where: Pick<ReportGap, 'screen' | 'search'> };
  if (expected === null || expected === count) return [];
  return [
    {
      weight: 'wrong',
      text: `${name} ${count}，编制 ${expected}，${count < expected ? '少' : '多'}`,
      count: Math.abs(expected - count),
      ...where,
    },
  ];
}

type Parameters = { branchIds: string | null; kind: string | null; level: string | null };

const sql = `SELECT count(*) FROM day_grid LEFT JOIN day_place ON day_place.id = day_grid.place_id
  WHERE day_grid.worker_id IS NULL AND ${among('day_grid.branch_id', 'branchIds')}
  AND (@kind IS NULL OR ifnull(day_grid.kind, day_place.kind) = @kind) AND (@level IS NULL OR day_place.level = @level)`;

export function vacantGrids(office: Office, request: ReportRequest): ReportGap[] {
  if (request.workerIds) return [];
  turnTo(office, request.asOf);
  const count = office
    .prepare<Parameters, number>(sql)
    .pluck()
    .get({
      branchIds: request.branchIds && JSON.stringify(request.branchIds),
      kind: request.kind,
      level: request.report === 'compounds' ? 'compound' : null,
    });
  return count
    ? [{ weight: 'wrong', text: '空缺网格', count, screen: 'grids', search: { vacant: 1, ...narrowingOf(request) } }]
    : [];
}
