// What the command box can find: each kind of row says here where it is looked for and how a line tells it apart. Whoever is called
// just so comes first, then whoever begins so, then whoever merely contains it; within that the office's own order.
import type { RowKind, Way } from '../../shared/screens.ts';
import type { FoundRow, FoundRows } from '../../shared/search.ts';
import type { Office } from '../ground/office/office.ts';
import { searchTerms, termsFoundIn } from './searchTerms.ts';

/** How a line is told apart: what stands beside the title, and in which of a screen's lists the row is. */
export type FoundLine = Omit<FoundRow, 'id'>;

export type Findable<Raw> = {
  kind: RowKind;
  /** 人, 个. */
  unit: string;
  /** `id` and what `line` reads; `@text` and `@today` may be asked about. */
  select: string;
  /** FROM with its joins. */
  from: string;
  id: string;
  /** Everything it is found by, an SQL expression in lower case. */
  haystack: string;
  /** What only a whole word finds it by, in lower case. */
  whole?: string;
  /** Expressions that are its names and numbers. */
  called: readonly string[];
  /** After nearness; the office's own order last. */
  order: string;
  /** @param text what was typed, in lower case; empty where the row is only named */
  line: (raw: Raw, text: string) => FoundLine;
  /** What its list is to be asked besides the text, so that it shows all that were found. */
  all?: Way['search'];
};

/** A kind of row as the search asks it, whatever its columns. */
export type Found = {
  kind: RowKind;
  /** @param text in lower case, not empty */
  search: (office: Office, text: string, limit: number) => FoundRows;
  /** Those of these ids that are still there. */
  named: (office: Office, ids: readonly number[]) => FoundRow[];
};

/** 0 for the very text, 1 for a beginning of it, 2 for the rest. */
const nearness = (columns: readonly string[]): string =>
  `CASE WHEN @text IN (${columns.join(', ')}) THEN 0
    WHEN ${columns.map((column) => `substr(${column}, 1, length(@text)) = @text`).join(' OR ')} THEN 1 ELSE 2 END`;

export function found<Raw>(options: Findable<Raw>): Found {
  const { kind, unit, select, from, id, haystack, whole, called, order, line, all = {} } = options;
  type Read = Raw & { id: number; total: number };
  const row = (raw: Read, text: string): FoundRow => ({ ...line(raw, text), id: raw.id });
  const searching = `SELECT ${id} AS id, ${select}, count(*) OVER () AS total ${from}
    WHERE ${termsFoundIn(haystack, whole)} ORDER BY ${nearness(called)}, ${order} LIMIT @limit`;
  const naming = `SELECT ${id} AS id, ${select}, 0 AS total ${from} WHERE ${id} IN (SELECT value FROM json_each(@ids))`;
  return {
    kind,
    search(office, text, limit) {
      const question = { ...searchTerms(text), text, limit, today: office.clock.today() };
      const rows = office.prepare<typeof question, Read>(searching).all(question);
      return { kind, unit, all, total: rows[0]?.total ?? 0, rows: rows.map((raw) => row(raw, text)) };
    },
    named(office, ids) {
      const question = { ids: JSON.stringify(ids), text: '', today: office.clock.today() };
      return office
        .prepare<typeof question, Read>(naming)
        .all(question)
        .map((raw) => row(raw, ''));
    },
  };
}

/** The parts of a line that are known, with room between them. */
export const beside = (...parts: (string | null)[]): string => parts.filter(Boolean).join('　');
