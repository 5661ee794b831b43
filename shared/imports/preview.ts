// What the import's preview says: each row of the file as new, changed, same, held or refused, and why; who stands in the
// roster and not in the file; what the roster will be afterwards.
import { dictionaryNames } from '../roster/words.ts';
import type { ImportField } from './fields.ts';
import type { PhotoSummary, PreviewPhoto } from './photos.ts';

/** refuse: the row can't go in. confirm: somebody has to look at the paper. convert: it goes in changed, after asking. */
export type IssueLevel = 'refuse' | 'confirm' | 'convert';

/** One way to answer an issue. `leaveOut` is always another: the row isn't imported. */
export type IssueChoice = { value: string; label: string };

/** What is asked of a row: about one of its cells; who somebody is; which of several rows has a grid. Answers are kept by it. */
export const rowQuestions = ['person', 'seat'] as const;
export type Question = ImportField | (typeof rowQuestions)[number];

/** The answer to `seat` that leaves the other rows of the grid out; it isn't kept itself. */
export const onlyThis = 'only';

/** A name or code of ours that may be meant by a cell: taking it is as though it had been typed into the cell `field`. */
export type Offer = {
  field: ImportField;
  value: string;
  name: string;
  /** What tells it apart: its community, its code, the name it had before. */
  hint: string;
  /** The person took it for the same word in an earlier import. */
  remembered: boolean;
};

export type Issue = {
  /** Its number in the import (rowNumber.ts). */
  row: number;
  /** The row in words: 第 5 行, “东风社区”第 5 行. */
  at: string;
  field: ImportField;
  /** What an answer is kept by. */
  question: Question;
  /** The column's title in their file, or the program's where the file has none. */
  column: string;
  /** What stands in the cell, personal numbers masked; '' for an empty one. */
  value: string;
  level: IssueLevel;
  /** What is wrong and what to do. */
  reason: string;
  choices: IssueChoice[];
  /** The choice's value, 'leaveOut', or null while nobody has answered. */
  decision: string | null;
  /** The file's own text, where something else was typed over it; '' for an empty cell; null: nothing was. */
  mended: string | null;
};

/** An issue as it stands in its row, with what may be meant. */
export type RowIssue = Issue & {
  /** The nearest first. */
  offers: Offer[];
  /** Rows, this one among them, that have the same trouble with the same word. */
  alike: number;
};

export type RowOutcome = 'new' | 'changed' | 'same' | 'held' | 'refused';

/** What came of a mend: in how many rows, and where the row itself belongs now. */
export type Mended = { rows: number; outcome: RowOutcome };

/** Fields whose cells name something the office has or will have: there the same word means the same in every row. */
export const namingFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'branch',
  'community',
  'compound',
  'propertyCompany',
  ...dictionaryNames,
]);

export const previewTabs = ['new', 'changed', 'same', 'held', 'refused', 'gone'] as const;
export type PreviewTab = (typeof previewTabs)[number];

/**
 * `old` only where the roster's value will change; `tidied` is the cell's text where it was read as something else; `note` says why
 * another value goes in than the file's own; `mended` is the file's text where another was typed over it, and in how
 * many rows the same was.
 */
export type PreviewCell = {
  value: string;
  old?: string;
  tidied?: string;
  note?: string;
  mended?: { text: string; alike: number };
};

export type PreviewRow = {
  row: number;
  /** The row in words: 第 5 行, “东风社区”第 5 行. */
  at: string;
  /** What the file shows beside the values, as that the row is struck through; '' for nothing. */
  remark: string;
  outcome: RowOutcome;
  name: string;
  /** Place and grid in words. */
  grid: string;
  ticked: boolean;
  /** Null where the row has no picture. */
  photo: PreviewPhoto | null;
  cells: Partial<Record<ImportField, PreviewCell>>;
  issues: RowIssue[];
};

export type GoneWorker = { workerId: number; name: string; grid: string };

export type BeforeAfter = { before: number; after: number };

export type PreviewSummary = {
  rows: number;
  counts: Record<PreviewTab, number>;
  ticked: {
    /** People, not rows: somebody with a second grid is one. */
    new: number;
    changed: number;
    /** Further grids of people who have one. */
    additional: number;
    cells: number;
  };
  after: {
    onDuty: BeforeAfter;
    vacant: BeforeAfter;
    branches: BeforeAfter;
    communities: BeforeAfter;
    compounds: BeforeAfter;
    grids: BeforeAfter;
    /** Workers on duty whose mobile changes: their boards will be wrong. */
    mobilesChanged: number;
    /** Workers who go to another grid. */
    transferred: number;
    /** Workers who begin on the effective day because the file says no day of their own. */
    begunOnDay: number;
  };
  /** Something in the file depends on the day from which people are moved, be it only a row that this day keeps out. */
  asksEffectiveDay: boolean;
  /** 编制 where the office has stated it. */
  quota: { workers: number | null };
  /** Cells of rows that aren't refused in which the file says otherwise than the roster, and which an import leaves as they are. */
  keptCells: number;
  tidiedCells: number;
  /** Null where the file has no pictures. */
  photos: PhotoSummary | null;
  /** Cells over which something was typed in the preview. */
  mendedCells: number;
  issues: Issue[];
};
