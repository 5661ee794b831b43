// What a report is: described fields as columns, and the query that reads its rows as of a day.
import type { ReportGap, ReportId, ReportRequest } from '../../../shared/reports.ts';
import type { Cell, Column } from '../../ground/sheets/frame.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Fields } from '../../../shared/kit/fields.ts';
import type { WireRow } from '../../../shared/kit/fieldText.ts';
import { ordinal, type SheetColumn, sheetColumns } from '../../kit/sheet.ts';
import { turnTo } from '../roster/ofDay.ts';

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
export function reportOf<Read extends WireRow, Of extends Fields = Fields>(options: {
  id: ReportId;
  name: string;
  measure: string;
  fields: Of;
  /** After 序号. */
  columns: (request: ReportRequest) => readonly (keyof Of & string)[];
  /** What is worked out in code. */
  complete?: (row: Read, request: ReportRequest) => WireRow;
  sql: string;
  order: string;
  workerId: (row: Read) => number | null;
  gaps: (request: ReportRequest) => Gap[];
}): Report {
  const columns = (request: ReportRequest): SheetColumn[] => [
    ordinal,
    ...sheetColumns(options.fields, options.columns(request), request.idStyle === 'full' ? 'full' : 'masked'),
  ];
  return {
    id: options.id,
    name: options.name,
    measure: options.measure,
    columns,
    count(office, request) {
      turnTo(office, request.asOf);
      const counted = office.prepare<Parameters, number>(`SELECT count(*) FROM (${options.sql})`).pluck();
      return counted.get(parameters(request)) ?? 0;
    },
    *rows(office, request, limit = -1) {
      turnTo(office, request.asOf);
      const shown = columns(request);
      const statement = office.prepare<Parameters & { limit: number }, Read>(
        `${options.sql} ORDER BY ${options.order} LIMIT @limit`,
      );
      let index = 0;
      for (const read of statement.iterate({ ...parameters(request), limit })) {
        const at = index++;
        const row = options.complete?.(read, request) ?? read;
        yield { cells: shown.map((column) => column.cell(row, at)), workerId: options.workerId(read) };
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
          weight: 'lacking' as const,
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
export type Gap = Omit<ReportGap, 'count' | 'weight'> & { condition: string };

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
