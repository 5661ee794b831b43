// A list over one query: its rows under filters and search, in the order of a column, page by page; and one row by its id. What is
// read and sorted by comes from the fields' bindings, so that a room says only where its rows are and what each filter means.
import type { Fields, RowOf } from '../../shared/kit/fields.ts';
import type { Sort } from '../../shared/kit/list.ts';
import type { Office } from '../ground/office/office.ts';
import type { Value } from '../ground/office/schema.ts';
import { type Bindings, columnsRead, shownRow, sortExpressions } from './bindings.ts';
import { orderBy } from './listing.ts';
import { searchTerms, termsFoundIn } from './searchTerms.ts';

/** What a list is asked: its filters by name; one that is left out lets every row pass. */
export type RowQuestion = { search?: string | undefined } & Readonly<Record<string, unknown>>;
export type RowPage = { sort: Sort; offset: number; limit: number };

type Parameters = Record<string, Value>;

const isValue = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

export function rowList<Of extends Fields, Keys extends keyof Of & string>(options: {
  fields: Of;
  bindings: Bindings<Of>;
  keys: readonly Keys[];
  /** What else a row holds: `place.level AS placeLevel`. */
  beside?: string;
  /** FROM with its joins; `@name` is what the question says of that name. */
  from: string;
  id: string;
  /** The office's own order. */
  rank: string;
  /** What the search looks in, an SQL expression in lower case. */
  haystack: string;
  /** A filter's condition, by its name in the question: `contact.kind = @kind`. */
  where: Readonly<Record<string, string>>;
}) {
  const { fields, bindings, keys, beside, from, id, rank, haystack, where } = options;
  type Row = RowOf<Of, Keys> & { id: number };
  const sorts: Readonly<Record<string, string>> = sortExpressions(fields, bindings);
  const selected = [`${id} AS id`, ...(beside === undefined ? [] : [beside]), columnsRead(fields, bindings, keys)].join(', ');
  const passing = [
    ...Object.entries(where).map(([name, condition]) => `(@${name} IS NULL OR (${condition}))`),
    `(@first IS NULL OR ${termsFoundIn(haystack)})`,
  ].join(' AND ');
  const valuesOf = (question: RowQuestion): Parameters => ({
    ...Object.fromEntries(Object.keys(where).map((name) => [name, null])),
    ...Object.fromEntries(
      Object.entries(question).flatMap(([name, value]) =>
        isValue(value) ? [[name, typeof value === 'boolean' ? Number(value) : value]] : [],
      ),
    ),
    ...searchTerms(question.search),
  });
  function parameters(question: RowQuestion): Parameters {
    refuseOddFilters(question);
    return valuesOf(question);
  }
  function refuseOddFilters(question: RowQuestion): void {
    const odd = Object.keys(where).find(
      (name) => question[name] !== undefined && question[name] !== null && !isValue(question[name]),
    );
    if (odd !== undefined) throw new Error(`the filter ${odd} is asked with what SQL can't take`);
  }
  const shown = (raw: Record<string, unknown>): Row => shownRow(fields, raw) as Row;
  /** Figures over the rows under the filters: `count(*) AS every`. */
  function tally<Figures extends string>(
    office: Office,
    question: RowQuestion,
    figures: Readonly<Record<Figures, string>>,
  ): Record<Figures, number> {
    const columns = Object.entries(figures).map(([name, expression]) => `${String(expression)} AS ${name}`);
    const sql = `SELECT ${columns.join(', ')} ${from} WHERE ${passing}`;
    return office.prepare<Parameters, Record<Figures, number>>(sql).get(parameters(question)) as Record<Figures, number>;
  }
  function rows(office: Office, question: RowQuestion & RowPage): Row[] {
    const order = orderBy(question.sort, sorts, rank);
    const sql = `SELECT ${selected} ${from} WHERE ${passing} ORDER BY ${order} LIMIT @limit OFFSET @offset`;
    return office.prepare<Parameters, Record<string, unknown>>(sql).all(parameters(question)).map(shown);
  }
  return {
    tally,
    rows,
    page: (office: Office, question: RowQuestion & RowPage): { rows: Row[]; total: number } => ({
      rows: rows(office, question),
      total: tally(office, question, { total: 'count(*)' }).total,
    }),
    /** `beyond` are the parameters that `from` asks for. */
    one(office: Office, rowId: number, beyond: Parameters = {}): Row | undefined {
      const sql = `SELECT ${selected} ${from} WHERE ${id} = @rowId`;
      const raw = office.prepare<Parameters, Record<string, unknown>>(sql).get({ ...beyond, rowId });
      return raw && shown(raw);
    },
  };
}
