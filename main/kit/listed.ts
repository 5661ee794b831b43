// A list that can go out as it is shown. Its rows are asked for by the very query of the screen, page by page, and its cells say the
// very words; only numbers stay numbers and digits stay text, so that a spreadsheet can work with them.
import type { z } from 'zod';
import { type Field, type Fields, shortTitle } from '../../shared/kit/fields.ts';
import { fieldText, type WireRow } from '../../shared/kit/fieldText.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Cell, Row } from '../ground/sheets/frame.ts';
import type { Office } from '../ground/office/office.ts';
import { ordinal, sheetKinds, type SheetColumn } from './sheet.ts';

/** How many rows one query brings. */
const pageSize = 500;

type Page<Shown> = { rows: readonly Shown[]; total: number };
type Texts<Shown> = Readonly<Record<string, (row: Shown) => string>>;

export type Listed = {
  /** As the screen remembers its columns by. */
  name: string;
  /** What the sheet is called after the street: 网格员名单. */
  title: string;
  /** 单位：人. */
  measure: string;
  /** @throws ZodError where the question isn't one of this list */
  asked: (question: unknown) => Asked;
};

/** A question put to the list. */
export type Asked = {
  /** 统计日期. */
  asOf: (office: Office) => string;
  /** 序号 and those of the keys. @throws Refusal where the list has no such column (any more) */
  columns: (keys: readonly string[]) => SheetColumn[];
  /** @param ids of these only; null: all @throws Refusal where some of them are not in the list any more */
  count: (office: Office, ids: readonly number[] | null) => number;
  rows: (office: Office, columns: readonly SheetColumn[], ids: readonly number[] | null) => Iterable<Row>;
};

const isNumber = (field: Field): boolean => field.kind === 'count';

/** @param text what the cell says, where that isn't the field's own words */
function cellOf(fields: Fields, key: string, text: ((row: WireRow) => string) | undefined): SheetColumn['cell'] {
  const field = fields[key] as Field;
  if (isNumber(field) && text === undefined) {
    const property = field.at ?? key;
    return (row) => (typeof row[property] === 'number' ? row[property] : null);
  }
  return (row): Cell => (text ? text(row) : fieldText(fields, key, row)) || null;
}

function columnsOf(fields: Fields, texts: Texts<WireRow>, keys: readonly string[]): SheetColumn[] {
  const own = [...new Set(keys)].map((key) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) throw new Refusal('名单的栏目已有变化，请刷新后再导出。');
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    const total = field.kind === 'count' && field.total && text === undefined;
    return {
      title: shortTitle(field),
      kind: text === undefined ? sheetKinds[field.kind] : 'text',
      ...(field.left || field.kind === 'note' ? { left: true as const } : {}),
      ...(total ? { total: true as const } : {}),
      cell: cellOf(fields, key, text),
    };
  });
  return [ordinal, ...own];
}

export function listed<Question extends { offset: number; limit: number }, Shown extends { id: number }>(options: {
  name: string;
  title: string;
  measure: string;
  fields: Fields;
  /** What a cell says besides the field's own words. */
  texts?: Texts<Shown> | ((question: Question) => Texts<Shown>);
  question: z.ZodType<Question>;
  read: (office: Office, question: Question) => Page<Shown>;
  asOf: (office: Office, question: Question) => string;
}): Listed {
  const { name, title, measure, fields, texts = {}, question: shape, read, asOf } = options;
  return {
    name,
    title,
    measure,
    asked(given) {
      const question = shape.parse(given);
      // The rows that are read are those that the texts know.
      const said = (typeof texts === 'function' ? texts(question) : texts) as Texts<WireRow>;
      function* shown(office: Office, ids: readonly number[] | null): Generator<WireRow> {
        const chosen = ids && new Set(ids);
        for (let offset = 0, total = 1; offset < total; offset += pageSize) {
          const page = read(office, { ...question, offset, limit: pageSize });
          total = page.total;
          for (const row of page.rows) if (!chosen || chosen.has(row.id)) yield row;
        }
      }
      return {
        asOf: (office) => asOf(office, question),
        columns: (keys) => columnsOf(fields, said, keys),
        count(office, ids) {
          if (!ids) return read(office, { ...question, offset: 0, limit: 1 }).total;
          let found = 0;
          const rows = shown(office, ids)[Symbol.iterator]();
          while (!rows.next().done) found++;
          if (found < ids.length)
            throw new Refusal(
              `所选的 ${ids.length} 行里有 ${ids.length - found} 行已不在名单里（可能被删除、撤销，或不再符合条件）。请刷新后重新选择。`,
            );
          return found;
        },
        *rows(office, columns, ids) {
          let index = 0;
          for (const row of shown(office, ids)) {
            const at = index++;
            yield columns.map((column) => column.cell(row, at));
          }
        },
      };
    },
  };
}
