// What a report is: columns, each with the value it takes from a row, and the query that reads the rows as of a day.
import type { ReportGap, ReportId, ReportRequest } from '../../../shared/reports.ts';
import type { Cell, Column } from '../../ground/excel/frame.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';

export type Field<Source> = Column & { value: (source: Source, index: number, request: ReportRequest) => Cell };

/** A row on its way out: its cells (a photo is still its hash) and whose ID number stands in it, if anybody's. */
export type ReportRow = { cells: Cell[]; workerId: number | null };

export type Report = {
  id: ReportId;
  /** Its name in the list, and the sheet's tab. */
  name: string;
  /** 单位：人 or 个. */
  measure: string;
  columns(request: ReportRequest): readonly Column[];
  count(office: Office, request: ReportRequest): number;
  /** In the office's own order. @param limit the first rows only */
  rows(office: Office, request: ReportRequest, limit?: number): Iterable<ReportRow>;
  /** What doesn't close on the day, worst first. */
  gaps(office: Office, request: ReportRequest): ReportGap[];
};

/**
 * A report over one query: `sql` reads the roster of the day (day_worker, day_grid, day_place) and has no ORDER BY.
 * `gaps` counts, in one pass over the report's own rows, those that miss something.
 */
export function reportOf<Source>(options: {
  id: ReportId;
  name: string;
  measure: string;
  fields: (request: ReportRequest) => readonly Field<Source>[];
  sql: string;
  order: string;
  workerId: (source: Source) => number | null;
  gaps: (request: ReportRequest) => Gap[];
}): Report {
  return {
    id: options.id,
    name: options.name,
    measure: options.measure,
    columns: (request) => options.fields(request),
    count(office, request) {
      turnTo(office, request.asOf);
      const counted = office.prepare<Parameters, number>(`SELECT count(*) FROM (${options.sql})`).pluck();
      return counted.get(parameters(request)) ?? 0;
    },
    *rows(office, request, limit = -1) {
      turnTo(office, request.asOf);
      const fields = options.fields(request);
      const statement = office.prepare<Parameters & { limit: number }, Source>(
        `${options.sql} ORDER BY ${options.order} LIMIT @limit`,
      );
      let index = 0;
      for (const source of statement.iterate({ ...parameters(request), limit })) {
        const at = index++;
        yield { cells: fields.map((field) => field.value(source, at, request)), workerId: options.workerId(source) };
      }
    },
    gaps(office, request) {
      turnTo(office, request.asOf);
      const gaps = options.gaps(request);
      const sums = gaps.map(({ condition }, index) => `ifnull(sum(${condition}), 0) AS gap${index}`).join(', ');
      const counts = office
        .prepare<Parameters, Record<string, number>>(`SELECT ${sums} FROM (${options.sql})`)
        .get(parameters(request));
      return gaps
        .map(({ text, screen, search }, index) => ({
          text,
          screen,
          search: { ...search, ...narrowingOf(request) },
          count: counts?.[`gap${index}`] ?? 0,
        }))
        .filter(({ count }) => count > 0);
    },
  };
}

/** As the addresses of the roster's lists carry it: they take one branch at most. */
export const narrowingOf = ({ branchIds, kind }: ReportRequest): ReportGap['search'] => ({
  ...(branchIds?.length === 1 ? { branch: branchIds[0] ?? 0 } : {}),
  ...(kind ? { kind } : {}),
});

/** What a row may miss: `condition` is over the report's own columns, and its sum is the count. */
export type Gap = Omit<ReportGap, 'count'> & { condition: string };

/** Chosen workers go out whatever their status. */
const parameters = (request: ReportRequest) => ({
  scope: request.workerIds ? 'everyone' : request.scope,
  workerIds: listed(request.workerIds),
  branchIds: listed(request.branchIds),
  kind: request.kind,
  asOf: request.asOf,
});
export type Parameters = ReturnType<typeof parameters>;

const listed = (ids: readonly number[] | null): string | null => (ids === null ? null : JSON.stringify(ids));

/** A list of ids as a parameter: null lets all pass. */
export const among = (column: string, parameter: 'workerIds' | 'branchIds'): string =>
  `(@${parameter} IS NULL OR ${column} IN (SELECT value FROM json_each(@${parameter})))`;
