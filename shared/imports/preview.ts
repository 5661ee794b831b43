// What the import's preview says: each row of the file as new, changed, same, held or refused, and why; who stands in the
// roster and not in the file; what the roster will be afterwards.
import type { ImportField } from './fields.ts';
import type { PhotoSummary, PreviewPhoto } from './photos.ts';

/** refuse: the row can't go in. confirm: somebody has to look at the paper. convert: it goes in changed, after asking. */
export type IssueLevel = 'refuse' | 'confirm' | 'convert';

/** One way to answer an issue. `leaveOut` is always another: the row isn't imported. */
export type IssueChoice = { value: string; label: string };

export type Issue = {
  /** As the sheet numbers it, from 1. */
  row: number;
  field: ImportField;
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
};

export type RowOutcome = 'new' | 'changed' | 'same' | 'held' | 'refused';

export const previewTabs = ['new', 'changed', 'same', 'held', 'refused', 'gone'] as const;
export type PreviewTab = (typeof previewTabs)[number];

/**
 * `old` only where the roster's value will change; `tidied` is the cell's text where it was read as something else; `note` says why
 * another value goes in than the file's own.
 */
export type PreviewCell = { value: string; old?: string; tidied?: string; note?: string };

export type PreviewRow = {
  row: number;
  outcome: RowOutcome;
  name: string;
  /** Place and grid in words. */
  grid: string;
  ticked: boolean;
  /** Null where the row has no picture. */
  photo: PreviewPhoto | null;
  cells: Partial<Record<ImportField, PreviewCell>>;
  issues: Issue[];
};

export type GoneWorker = { workerId: number; name: string; grid: string };

export type BeforeAfter = { before: number; after: number };

export type PreviewSummary = {
  rows: number;
  counts: Record<PreviewTab, number>;
  ticked: { new: number; changed: number; cells: number };
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
  issues: Issue[];
};
