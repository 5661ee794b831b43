// What the reports screen asks for and gets: which report, as of which day, of whom, how personal numbers stand in it, and the
// first rows as they will go out.
import { z } from 'zod';
import { sheetFormats } from './kit/sheetFormat.ts';
import { isDay } from './rules/day.ts';

export const reportIds = ['roster', 'communities', 'compounds'] as const;
export type ReportId = (typeof reportIds)[number];

/** full: all 18 characters, written down in the audit. masked: 371323********1234. omitted: no such column. */
export const idStyles = ['full', 'masked', 'omitted'] as const;
export type IdStyle = (typeof idStyles)[number];

export const papers = ['A4', 'A3'] as const;

/** serving: on duty on the day. everyone: also who has left or was not yet assigned. */
export const rosterScopes = ['serving', 'everyone'] as const;

const ids = z.array(z.number().int().positive()).max(20_000).nullable();

export const reportRequestSchema = z.object({
  report: z.enum(reportIds),
  /** 统计日期. */
  asOf: z.string().refine(isDay, '统计日期应为“年-月-日”，例如 2026-09-30'),
  /** Empty: the report's own title. */
  title: z.string().trim().max(60, '标题最多 60 个字'),
  paper: z.enum(papers),
  idStyle: z.enum(idStyles),
  photo: z.boolean(),
  scope: z.enum(rosterScopes),
  /** null: all. */
  branchIds: ids,
  kind: z.enum(['urban', 'rural']).nullable(),
  /** Only these workers; null: all. */
  workerIds: ids,
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const reportOrderSchema = reportRequestSchema.extend({ format: z.enum(sheetFormats) });
export type ReportOrder = z.infer<typeof reportOrderSchema>;

/** What is kept of the last export, for the next one. */
export const reportOptionsSchema = reportRequestSchema.pick({ paper: true, idStyle: true, photo: true, title: true });
export type ReportOptions = z.infer<typeof reportOptionsSchema>;

export const reportNames: Readonly<Record<ReportId, string>> = {
  roster: '专职网格员花名册',
  communities: '社区（村居）一览表',
  compounds: '居民小区一览表',
};

/** What each report starts with, until somebody chooses otherwise. */
export const firstOptions: Readonly<Record<ReportId, ReportOptions>> = {
  roster: { paper: 'A3', idStyle: 'masked', photo: false, title: '' },
  communities: { paper: 'A4', idStyle: 'omitted', photo: false, title: '' },
  compounds: { paper: 'A3', idStyle: 'omitted', photo: false, title: '' },
};

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

/** The sheet's first page, as it will be written. A photo cell holds its hash; ID numbers are masked here whatever the export says. */
export type ReportPreview = {
  title: string;
  unitLine: string[];
  columns: PreviewColumn[];
  header: { heights: number[]; cells: PreviewHeaderCell[] };
  rows: { height: number; cells: (string | null)[] }[];
  /** Written sums by column; null: no 合计 row. They are of every row, not only of those shown. */
  totals: (string | null)[] | null;
  signatureLine: string;
  /** All rows of the export. */
  count: number;
  measure: string;
  fileName: string;
  pages: number;
  /** Percent. */
  scale: number;
  gaps: ReportGap[];
  branches: { id: number; name: string }[];
};
