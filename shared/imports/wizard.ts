// The import as the wizard sees it: which step it has reached, what was found in the file, and what the person may change.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { importFields } from './fields.ts';
import type { Labels } from './rowNumber.ts';

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
  sample: '示例',
  section: '分段标题',
  filtered: '筛选掉的人',
  hidden: '隐藏的人',
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
  /** A place that is written once for a block of rows holds for the rows below it. */
  carryPlaces: z.boolean().default(false),
  /** Rows that the file hides, or a filter hides, are read too. */
  takeHidden: z.boolean().default(false),
  /** Name, ID number, sex and phone are one person's, though the header says otherwise. */
  onePerson: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const columnChoiceSchema = z.array(z.enum(importFields).nullable()).max(500);

/** Whether a table is read, and of which community it is where no column says so; '' for none. */
export const tableChoiceSchema = z.object({ index: z.number().int().min(0), chosen: z.boolean(), place: z.string().max(60) });
export type TableChoice = z.infer<typeof tableChoiceSchema>;

export type ImportColumn = {
  /** From 0, within its table. */
  index: number;
  /** As Excel names it: A, B, … */
  letters: string;
  title: string;
  field: (typeof importFields)[number] | null;
  /** Why it isn't proposed, or what it might be written to instead; '' where there is nothing to say. */
  remark: string;
  /** The first few values below the header. */
  samples: string[];
};

/** A table of people that was found in the file. */
export type ImportTable = {
  /** 工作表“东风社区”, with where it stands on a sheet of several. */
  name: string;
  sheet: number;
  header: HeaderRows;
  people: number;
  chosen: boolean;
  /** Why it is read or not; '' where there is nothing to say. */
  why: string;
  /** No column says the community or the grid's code. */
  lacksPlace: boolean;
  /** Nor any that would find the place in the roster: a community has to be stated. */
  needsPlace: boolean;
  /** The community of all its rows, as proposed or typed; '' for none. */
  place: string;
  /** Tables of one layout have the same columns, and share what is chosen for them. */
  layout: number;
};

/** What a person took a word of others for. */
export type LearnedWord = { field: (typeof importFields)[number]; word: string; ours: string };

/** What earlier imports learned of a header. */
export type RememberedHeader = {
  signature: string;
  /** Of the last import with it, and its day; '' where an earlier program kept neither. */
  fileName: string;
  day: string;
  columns: { title: string; field: (typeof importFields)[number] | null }[];
};

export type ImportResult = {
  /** When it was written, as ISO 8601 in UTC. */
  at: string;
  changeSetId: number | null;
  summary: string;
  added: number;
  changed: number;
  /** Further grids of people who were added. */
  additional: number;
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
  tables: ImportTable[];
  /** The table that is looked at; null where none was found on the sheet. */
  table: number | null;
  sheet: number;
  /** null while none was found: the person says where it is. */
  header: HeaderRows | null;
  columns: ImportColumn[];
  /** The columns were matched as in an earlier import of the same header. */
  remembered: boolean;
  /** Of all tables that are read. */
  people: number;
  /** What stands before the numbers of rows, by the tables that are read. */
  labels: Labels;
  /** People's rows that the file hides; they are read where the person says so. */
  hiddenPeople: number;
  /** People's rows that are struck through: they aren't ticked. */
  struckPeople: number;
  /** People whose rows say that they are gone, or are no 专职网格员: they aren't ticked. */
  othersPeople: number;
  /** Blank cells of places that hold the value above, where the person says so; `proposed`: the column looks written so. */
  carried: { cells: number; proposed: boolean };
  /** Of whom the columns speak that say who a row is, where that is more than one; null where they agree. */
  mixedOwners: string | null;
  /** What stops the reading, in whole sentences. */
  stops: string[];
  /** What the reader repaired or left unread. */
  remarks: string[];
  leftOut: { row: number; reason: LeftOutReason; text: string }[];
  options: ImportOptions;
  /** No place has been entered yet: the import creates them all. */
  officeIsEmpty: boolean;
  cutShort: boolean;
  result: ImportResult | null;
  /** The person has gone on since: the result is the last import's, and no longer what 导入 begins with. */
  resultLeft: boolean;
};

/** The first rows of a sheet as the person sees them there; merges count rows and columns from 0. */
export type SheetGrid = {
  rows: string[][];
  columns: number;
  /** The letters of its first column. */
  firstColumn: number;
  merges: { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number }[];
};
