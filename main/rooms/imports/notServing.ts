// Rows that aren't ticked to begin with, and say why: struck through, in a section of leavers, or with columns that say that somebody is
// gone or is no 专职网格员 (人员状态 离职, 离岗时间 with a day, 职务 网格长, a remark of the departure). The person decides.
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import { otherListIn } from '../../../shared/imports/owners.ts';
import { plainTitle } from '../../../shared/imports/titles.ts';
import { nothingIn } from '../../../shared/rules/nothingWritten.ts';
import type { CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { textOf } from './header.ts';
import type { Layout } from './layouts.ts';
import { masked } from './masked.ts';
import type { SortedRows } from './peopleRows.ts';
import { cellsOf, type Table } from './tables.ts';

type Kind = 'status' | 'serving' | 'departure' | 'role' | 'remark';

const kinds: readonly [Kind, RegExp][] = [
  ['status', /^(?:人员|在岗|在职|任职|工作|当前|现)?(?:状态|情况|现状)$/],
  ['serving', /^(?:是否|现是否)(?:在岗|在职|任职|上岗)$/],
  ['departure', /^(?:离职|离岗|辞退|退休|调离|解聘|解除|终止)(?:日期|时间|原因|年月|文号)?$/],
  ['role', /^(?:担任|现任|工作)?(?:职务|岗位|身份|职位|角色)(?:名称|类别)?$|^人员(?:类别|类型|性质)$/],
  ['remark', /^(?:备注|说明|变动情况)$/],
];
const gone = /离职|离岗|辞退|辞职|退休|调离|减员|解聘|开除|去世|死亡|已故|停职|不在岗|不在职|未在岗/;

/** @returns by column of a table what it may say of somebody's serving */
const servingColumns = (titles: readonly string[]): { column: number; kind: Kind; title: string }[] =>
  titles.flatMap((title, column) => {
    const last = plainTitle(title.split('/').at(-1) ?? '');
    const kind = kinds.find(([, pattern]) => pattern.test(last))?.[0];
    return kind === undefined ? [] : [{ column, kind, title: last }];
  });

/** Why somebody isn't a 专职网格员 in service, as their row says; null where it doesn't. */
function notServing(columns: ReturnType<typeof servingColumns>, cells: readonly CellValue[]): string | null {
  for (const { column, kind, title } of columns) {
    const text = textOf(cells[column]);
    if (text === '' || nothingIn(text) !== null) continue;
    const says =
      kind === 'departure' ||
      (kind === 'serving' && /^(?:否|不|无|×|N)/i.test(text)) ||
      (kind === 'role' ? otherListIn(text) !== null && !text.startsWith('专职网格员') : gone.test(text));
    if (says) return `${title}：${text.length > 16 ? `${text.slice(0, 16)}…` : text}`;
  }
  return null;
}

type Judged = { table: Table; sheet: ReadSheet; layout: Layout; sorted: SortedRows };

/** `struck`: crossed out, whole or in the fields that are named. */
export type Doubt = { words: string; struck: boolean };

/** By the row of a person, from 0: why it isn't ticked. */
export function doubtsOf({ table, sheet, layout, sorted }: Judged): ReadonlyMap<number, Doubt> {
  const columns = servingColumns(layout.titles);
  const doubts = new Map<number, Doubt>();
  for (const row of sorted.people) {
    const section = sorted.sections.findLast((each) => each.row < row);
    const others = section?.others ?? null;
    const why = others === null ? notServing(columns, cellsOf(sheet, table, row)) : `在“${others}”一段里`;
    const struck = struckFields(sheet.struck.get(row), table, layout);
    if (why !== null) doubts.set(row, { words: masked(null, why), struck: false });
    else if (struck.length > 0) {
      const words = struck.includes('name') ? '划了删除线' : `“${struck.map(fieldTitle).join('”“')}”划了删除线`;
      doubts.set(row, { words, struck: true });
    }
  }
  return doubts;
}

const struckFields = (struck: ReadonlySet<number> | undefined, table: Table, { fields }: Layout): ImportField[] =>
  struck === undefined
    ? []
    : fields.flatMap((field, index) => (field !== null && struck.has(table.firstColumn + index) ? [field] : []));
