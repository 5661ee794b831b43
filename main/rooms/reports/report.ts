// What a report is: parameters of its own (shared/reports), described fields as columns, and the query that reads its rows as of a day.
import type { z } from 'zod';
import type { Fields } from '../../../shared/kit/fields.ts';
import type { WireRow } from '../../../shared/kit/fieldText.ts';
import { reportParameters, type ReportGap } from '../../../shared/reports.ts';
import type { ReportId } from '../../../shared/reports/ids.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Cell } from '../../ground/sheets/frame.ts';
import type { Office } from '../../ground/office/office.ts';
import { type IdStyle, ordinal, type SheetColumn, sheetColumns } from '../../kit/sheet.ts';
import { turnTo } from '../roster/ofDay.ts';
import { type Quota, quotaGap, type VacantGrids, vacantGrids } from './gaps.ts';

/** A row on its way out: its cells (a photo is still its hash) and whose ID number stands in it, if anybody's. */
export type ReportRow = { cells: Cell[]; workerId: number | null };

export type Report = {
  /** Its name in the list, and the sheet's tab. */
  name: string;
  /** 单位：人 or 个. */
  measure: string;
  /** @throws ZodError where the request is another report's */
  asked: (request: unknown) => AskedReport;
};

/** A report that was asked for. */
export type AskedReport = {
  asOf: string;
  /** Empty: the report's own. */
  title: string;
  paper: 'A4' | 'A3';
  columns: readonly SheetColumn[];
  /** The column whose rows are followed by their sums, by its place; undefined: none is. */
  subtotalBy: number | undefined;
  /** What it is narrowed to, in words; empty: it is of everything. */
  scope: (office: Office) => string;
  /** Whole ID numbers stand in it. */
  reveals: boolean;
  /** @throws Refusal where some of the chosen rows are not there any more */
  count: (office: Office) => number;
  /** In the office's own order. @param options `limit`: the first rows only; `masked`: no whole ID number, whatever was asked */
  rows: (office: Office, options?: { limit?: number; masked?: boolean }) => Iterable<ReportRow>;
  /** What doesn't close on the day, worst first. */
  gaps: (office: Office, count: number) => ReportGap[];
};

/** What a row may miss: `condition` is over the report's own columns, and its sum is the count. */
export type Gap = Omit<ReportGap, 'count' | 'weight'> & { condition: string };

/** What the report's own query is told, besides the day. */
type Told = Record<string, string | null>;

type Parameters = (typeof reportParameters)[ReportId];
type Request<Of extends Parameters> = z.infer<Of['request']>;

/**
 * A report over one query: `sql` reads the roster of the day (day_worker, day_grid, day_place), is told what `told` says and the day,
 * and has no ORDER BY. `gaps` counts, in one pass over the report's own rows, those that miss something. `Key`: a field that may be a
 * column.
 */
export function reportOf<
  Of extends Parameters,
  Described extends Fields,
  Key extends keyof Described & string,
  Read extends WireRow = WireRow,
>(options: {
  parameters: Of;
  measure: string;
  fields: Described;
  /** After 序号. */
  columns: (request: Request<Of>) => readonly Key[];
  idStyle?: (request: Request<Of>) => IdStyle;
  /** The column whose rows are followed by their sums. */
  subtotals?: (request: Request<Of>) => NoInfer<Key> | null;
  told: (request: Request<Of>) => Told;
  /** The rows that somebody chose; null: nobody did. */
  chosen?: (request: Request<Of>) => readonly number[] | null;
  /** What is worked out in code. */
  complete?: (row: Read, request: Request<Of>) => WireRow;
  sql: string;
  order: string;
  workerId: (row: Read) => number | null;
  gaps: (request: Request<Of>) => Gap[];
  /** The same in words, as the sheet and its file say it. */
  scope: (request: Request<Of>, office: Office) => string[];
  /** As the addresses of the roster's lists carry what the report is narrowed to. */
  narrowing: (request: Request<Of>) => ReportGap['search'];
  /** The number that the office should have; null: of such a request nobody can say. */
  quota: (request: Request<Of>, quota: Settings['quota']) => Quota | null;
  /** Grids nobody serves in, where they are the report's business. */
  vacant: (request: Request<Of>) => VacantGrids | null;
}): Report {
  const { parameters, measure, fields, sql } = options;
  return {
    name: parameters.name,
    measure,
    asked(given) {
      const request = parameters.request.parse(given) as Request<Of>;
      const { asOf, title, paper } = request;
      const told = { ...options.told(request), asOf };
      const idStyle = options.idStyle?.(request) ?? 'masked';
      const keys = options.columns(request);
      const columnsIn = (style: IdStyle): SheetColumn[] => [ordinal, ...sheetColumns(fields, keys, style)];
      const columns = columnsIn(idStyle);
      const by = options.subtotals?.(request) ?? null;
      // One that this request leaves out would be taken for 序号.
      if (by !== null && !keys.includes(by)) throw new Error(`sums by ${by}, which is no column of ${parameters.name}`);
      return {
        asOf,
        title,
        paper,
        columns,
        subtotalBy: by === null ? undefined : keys.indexOf(by) + 1,
        scope(office) {
          turnTo(office, asOf);
          return options.scope(request, office).join('、');
        },
        reveals: idStyle === 'full' && keys.some((key) => fields[key]?.kind === 'idNumber'),
        count(office) {
          turnTo(office, asOf);
          const count = office.prepare<Told, number>(`SELECT count(*) FROM (${sql})`).pluck().get(told) ?? 0;
          const chosen = options.chosen?.(request)?.length ?? 0;
          if (count < chosen)
            throw new Refusal(
              `选定的 ${chosen} 人里有 ${chosen - count} 人已不在名单里（可能被删除或撤销）。请回到列表重新选择，或改为全部。`,
            );
          return count;
        },
        *rows(office, { limit = -1, masked = false } = {}) {
          turnTo(office, asOf);
          const shown = masked ? columnsIn('masked') : columns;
          const statement = office.prepare<Record<string, string | number | null>, Read>(
            `${sql} ORDER BY ${options.order} LIMIT @limit`,
          );
          let index = 0;
          for (const read of statement.iterate({ ...told, limit })) {
            const at = index++;
            const row = options.complete?.(read, request) ?? read;
            yield { cells: shown.map((column) => column.cell(row, at)), workerId: options.workerId(read) };
          }
        },
        gaps(office, count) {
          turnTo(office, asOf);
          const narrowing = options.narrowing(request);
          const lacking = options.gaps(request);
          const sums = lacking.map(({ condition }, index) => `ifnull(sum(${condition}), 0) AS gap${index}`).join(', ');
          const counts = office.prepare<Told, Record<string, number>>(`SELECT ${sums} FROM (${sql})`).get(told);
          return [
            ...quotaGap(office, count, (quota) => options.quota(request, quota)),
            ...vacantGrids(office, options.vacant(request), narrowing),
            ...lacking
              .map(({ text, screen, search }, index) => ({
                weight: 'lacking' as const,
                text,
                screen,
                search: { ...search, ...narrowing },
                count: counts?.[`gap${index}`] ?? 0,
              }))
              .filter((gap) => gap.count > 0),
          ];
        },
      };
    },
  };
}
