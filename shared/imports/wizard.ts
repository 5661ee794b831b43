// The import as the wizard sees it: which step it has reached, what was found in the file, and what the person may change.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { importFields } from './fields.ts';

export const importSteps = ['file', 'header', 'columns', 'preview', 'result'] as const;
export type ImportStep = (typeof importSteps)[number];

export const leftOutWords = {
  title: '标题',
  header: '表头',
  remark: '说明',
  blank: '空行',
  total: '小计、合计',
  signature: '签字行',
  repeatedHeader: '重复的表头',
} as const;
export type LeftOutReason = keyof typeof leftOutWords;

/** Rows as the sheet numbers them, from 1. */
export type HeaderRows = { firstRow: number; lastRow: number };

export const importOptionsSchema = z.object({
  /** Create places, grids and branches that the office doesn't have. */
  mayCreatePlaces: z.boolean(),
  /** 参加工作时间 is the first day in the grid. */
  startedWorkIsFirstDay: z.boolean(),
  /** The first day in a new grid of whoever is moved, YYYY-MM-DD. */
  effectiveDay: daySchema,
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const columnChoiceSchema = z.array(z.enum(importFields).nullable()).max(200);

export type ImportColumn = {
  /** From 0. */
  index: number;
  title: string;
  field: (typeof importFields)[number] | null;
  /** The first few values below the header. */
  samples: string[];
};

export type ImportResult = {
  changeSetId: number | null;
  summary: string;
  added: number;
  changed: number;
  cells: number;
  /** Photos that came in with their rows. */
  photos: number;
  /** Rows of the file that were not written. */
  leftOut: number;
  backup: string;
  undone: boolean;
};

export type ImportState = {
  id: string;
  fileName: string;
  /** In words: Excel 97-2003（.xls）, CSV（GBK） … */
  fileKind: string;
  step: ImportStep;
  sheets: { name: string; hidden: boolean; rows: number }[];
  sheet: number;
  /** null while none was found: the person says where it is. */
  header: HeaderRows | null;
  columns: ImportColumn[];
  /** The columns were matched as in an earlier import of the same header. */
  remembered: boolean;
  people: number;
  leftOut: { row: number; reason: LeftOutReason; text: string }[];
  options: ImportOptions;
  /** No place has been entered yet: the import creates them all. */
  officeIsEmpty: boolean;
  cutShort: boolean;
  result: ImportResult | null;
};

/** The first rows of a sheet as the person sees them there; merges count rows and columns from 0. */
export type SheetGrid = {
  rows: string[][];
  columns: number;
  merges: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }[];
};
