// The reports there are, each with parameters of its own (shared/reports/<report>.ts), and what their screen gets: the first rows as they
// will go out, and what doesn't close.
import { z } from 'zod';
import { sheetFormats } from './kit/sheetFormat.ts';
import { communitiesReport } from './reports/communities.ts';
import { compoundsReport } from './reports/compounds.ts';
import type { ReportId } from './reports/ids.ts';
import { rosterReport } from './reports/roster.ts';

/**
 * By report: its name, what may be asked of it (`request`), what of that is kept for the next time (`kept`; the rest belongs to the
 * moment), and what it starts with until somebody chooses otherwise (`first`).
 */
export const reportParameters = {
  roster: rosterReport,
  communities: communitiesReport,
  compounds: compoundsReport,
} as const satisfies Record<ReportId, object>;

export type ReportRequest = { [Id in ReportId]: z.infer<(typeof reportParameters)[Id]['request']> }[ReportId];

/** With what has a default left out or not. */
type Given = { [Id in ReportId]: z.input<(typeof reportParameters)[Id]['request']> }[ReportId];

/** The request of whichever report it names. */
const [first, ...others] = Object.values(reportParameters).map(({ request }) => request);
if (!first) throw new Error('there is no report');
export const reportRequestSchema: z.ZodType<ReportRequest, Given> = z.discriminatedUnion('report', [first, ...others]);

/** A report to go out. */
export const reportOrderSchema = z.object({ request: reportRequestSchema, format: z.enum(sheetFormats) });
export type ReportOrder = z.infer<typeof reportOrderSchema>;

/** Something that doesn't close, and the rows behind it. `screen` and `search` are an address of the roster's lists. */
export type ReportGap = {
  /** wrong: figures that don't agree, a grid without a worker. lacking: something isn't filled in. */
  weight: 'wrong' | 'lacking';
  text: string;
  count: number;
  screen: 'workers' | 'grids' | 'places';
  search: Record<string, string | number>;
};

export type PreviewHeaderCell = { title: string; row: number; column: number; rows: number; columns: number };
export type PreviewColumn = { width: number; left: boolean; photo: boolean };

/** What adds up: its words over the first `labelled` columns, and the written sums of the others, null where nothing adds up. */
export type PreviewSums = { label: string; labelled: number; sums: (string | null)[] };
export type PreviewLine =
  | { kind: 'row'; height: number; cells: (string | null)[] }
  | ({ kind: 'sums'; height: number } & PreviewSums);

/** The sheet's first page, as it will be written. A photo cell holds its hash; ID numbers are masked here whatever the export says. */
export type ReportPreview = {
  title: string;
  unitLine: string[];
  columns: PreviewColumn[];
  header: { heights: number[]; cells: PreviewHeaderCell[] };
  lines: PreviewLine[];
  /** Null: no 合计 row. They are of every row, not only of those shown. */
  totals: PreviewSums | null;
  signatureLine: string;
  /** All rows of the export. */
  count: number;
  /** Those of them that aren't among the lines. */
  rest: number;
  measure: string;
  fileName: string;
  pages: number;
  /** Percent. */
  scale: number;
  gaps: ReportGap[];
  branches: { id: number; name: string }[];
};
