// The tables of a web page that another system saved as .xls, read as a browser lays them out: cells that span rows or columns,
// tables within tables, tags left open. The workbook library takes a table within a table for the end of the outer one, and loses
// the rows after it. Each table is a sheet of its own.
import { type Merge, plainSheet, type ReadSheet, rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';
import { type Look, PageLooks } from './pageLooks.ts';
import { type Piece, shownText } from './shownText.ts';
import { unescaped, walkTags } from './xmlTags.ts';

/** @param html the page's text */
export function htmlTables(html: string): ReadSheet[] {
  const tables: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  const looks = new PageLooks();
  let [textFrom, styleFrom] = [0, 0];
  /** Within what is no text of the page. */
  let skipping: string | null = null;
  walkTags(html, (named, kind, from, to) => {
    const name = named.toLowerCase();
    if (skipping === null) open.at(-1)?.text(html.slice(textFrom, from));
    textFrom = to;
    if (skipping !== null) {
      if (name !== skipping || kind !== 'close') return;
      if (skipping === 'style') looks.add(html.slice(styleFrom, from));
      skipping = null;
    } else if ((name === 'style' || name === 'script') && kind === 'open') [skipping, styleFrom] = [name, to];
    else if (name !== 'table') open.at(-1)?.part(name, kind !== 'close', html.slice(from, to));
    else if (kind === 'close') open.pop();
    else {
      const table = new HtmlTable(looks);
      tables.push(table);
      open.push(table);
    }
  });
  open.at(-1)?.text(html.slice(textFrom));
  return tables.map((table, index) => table.sheet(`Sheet${index + 1}`, open.includes(table)));
}

/** An element that is open in a cell. */
type Inline = Look & { name: string };
type Cell = { row: number; column: number; look: Look; inline: Inline[]; pieces: Piece[] };

/** They have no end. */
const voids = /^(?:br|img|input|hr|wbr|col|link|meta|area|embed|source|param)$/;
/** Opening one closes a paragraph that is open. */
const blocks = /^(?:p|div|ul|ol|table|h[1-6]|pre|blockquote|hr)$/;
/** Elements within each other in a cell; what lies deeper is read as though it said nothing of its own. */
const deepest = 200;

class HtmlTable {
  readonly #looks: PageLooks;
  readonly #rows: (string | null)[][] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Map<number, 'hidden'>();
  readonly #hiddenColumns = new Set<number>();
  readonly #struck = new Map<number, Set<number>>();
  readonly #partly = new Map<number, Map<number, string>>();
  /** Cells that are hidden themselves, by column, and the columns in which something is to be seen. */
  readonly #hiddenCells = new Map<number, { row: number; text: string }[]>();
  readonly #seenColumns = new Set<number>();
  /** Of each column, the row below what spans into it from above. */
  readonly #spannedTo: number[] = [];
  #row = -1;
  #column = 0;
  #described = 0;
  #rowStruck = false;
  #cell: Cell | null = null;

  constructor(looks: PageLooks) {
    this.#looks = looks;
  }

  text(written: string): void {
    const cell = this.#cell;
    if (!cell || written === '') return;
    const hidden = cell.look.hidden || cell.inline.some((element) => element.hidden);
    // A line through is drawn across all that lies within; only a cell's own gives way, as Excel writes it.
    const struck =
      cell.inline.some((element) => element.struck === true) ||
      (cell.look.struck === true && !cell.inline.some((element) => element.struck === false));
    cell.pieces.push({ text: plain(written), look: hidden ? 'hidden' : struck ? 'struck' : 'plain' });
  }

  part(name: string, opens: boolean, tag: string): void {
    if (name === 'tr') this.#beginRow(opens, tag);
    else if (name === 'td' || name === 'th') this.#beginCell(opens, tag);
    else if (name === 'col' && opens) this.#describe(tag);
    else if (this.#cell) this.#inline(this.#cell, name, opens, tag);
  }

  #inline(cell: Cell, name: string, opens: boolean, tag: string): void {
    const breaks = name === 'br' || ((name === 'p' || name === 'div') && cell.pieces.some(({ text }) => text.trim() !== ''));
    if (breaks) cell.pieces.push({ text: '\n', look: 'plain' });
    if (name === 'input' && !/^(hidden|button|submit|checkbox|radio)$/i.test(valueOf(tag, 'type') ?? ''))
      this.text(valueOf(tag, 'value') ?? '');
    if (voids.test(name)) return;
    const closes = opens ? (blocks.test(name) ? 'p' : null) : name;
    const open = closes === null ? -1 : cell.inline.findLastIndex((element) => element.name === closes);
    if (open !== -1) cell.inline.length = open;
    if (opens && cell.inline.length < deepest) cell.inline.push({ name, ...this.#looks.of(name, tag) });
  }

  /** @param torn the page ends before the table does */
  sheet(name: string, torn: boolean): ReadSheet {
    this.#endCell();
    this.#hideColumns();
    const last = this.#rows.length - 1;
    return plainSheet(
      name,
      Array.from(this.#rows, (row) => row.map((text) => text ?? null)),
      {
        merges: this.#merges.map((merge) => ({ ...merge, lastRow: Math.min(merge.lastRow, last) })),
        hiddenRows: this.#hiddenRows,
        hiddenColumns: this.#hiddenColumns,
        struck: this.#struck,
        partlyStruck: this.#partly,
        remarks: torn && last >= 0 ? [{ row: last, words: '网页到这里就断了，后面可能还有内容，请与原表核对' }] : [],
      },
    );
  }

  #beginRow(opens: boolean, tag: string): void {
    this.#endCell();
    if (!opens) return;
    this.#row++;
    this.#column = 0;
    const { struck, hidden } = this.#looks.of('tr', tag);
    this.#rowStruck = struck === true;
    this.#rows[this.#row] = [];
    if (hidden) this.#hiddenRows.set(this.#row, 'hidden');
  }

  #beginCell(opens: boolean, tag: string): void {
    this.#endCell();
    if (!opens) return;
    if (this.#row < 0) this.#beginRow(true, '');
    const row = this.#row;
    while ((this.#spannedTo[this.#column] ?? 0) > row) this.#column++;
    // What is beyond the last column there can be stands right behind it, and is refused there.
    const column = Math.min(this.#column, excelBounds.columns);
    const [rows, columns] = [spanOf(tag, 'rowspan', rowLimit), spanOf(tag, 'colspan', 1000)];
    this.#column += columns;
    const { struck, hidden } = this.#looks.of('td', tag);
    const look = { struck: this.#rowStruck || struck === true, hidden };
    this.#cell = { row, column, look, inline: [], pieces: [] };
    if (rows * columns === 1 || this.#column > excelBounds.columns) return;
    this.#merges.push({ firstRow: row, lastRow: row + rows - 1, firstColumn: column, lastColumn: column + columns - 1 });
    if (rows > 1) for (let spanned = column; spanned < column + columns; spanned++) this.#spannedTo[spanned] = row + rows;
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const { row, column, look } = cell;
    const { value, struck, whole } = shownText(cell.pieces);
    const own = this.#rows[row] ?? [];
    own[column] = tidy(value ?? '');
    if (struck) this.#struck.set(row, (this.#struck.get(row) ?? new Set()).add(column));
    if (own[column] !== null) this.#seenColumns.add(column);
    if (whole === null) return;
    if (look.hidden) {
      const hidden = this.#hiddenCells.get(column) ?? [];
      hidden.push({ row, text: whole });
      this.#hiddenCells.set(column, hidden);
    }
    this.#partly.set(row, (this.#partly.get(row) ?? new Map<number, string>()).set(column, tidy(whole) ?? ''));
  }

  /** A column whose cells are all hidden is one that is hidden, and its cells are read as those of other files. */
  #hideColumns(): void {
    for (const [column, cells] of this.#hiddenCells)
      for (const { row, text } of this.#seenColumns.has(column) ? [] : cells) {
        this.#hiddenColumns.add(column);
        this.#partly.get(row)?.delete(column);
        const own = this.#rows[row] ?? [];
        own[column] = tidy(text);
      }
  }

  /** A column's own tag, before the rows. */
  #describe(tag: string): void {
    const { hidden } = this.#looks.of('col', tag);
    const end = Math.min(this.#described + spanOf(tag, 'span', 1000), excelBounds.columns);
    for (; this.#described < end; this.#described++) if (hidden) this.#hiddenColumns.add(this.#described);
  }
}

/** Blanks around lines are how the page is written; null where nothing is left. */
function tidy(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join('\n').trim() || null;
}

/** Of a tag of a page: names in any case, values also without quotes. */
const pageAttributes = {
  rowspan: /\srowspan\s*=\s*["']?\s*(\d+)/i,
  colspan: /\scolspan\s*=\s*["']?\s*(\d+)/i,
  span: /\sspan\s*=\s*["']?\s*(\d+)/i,
  type: /\stype\s*=\s*["']?\s*(\w+)/i,
  value: /\svalue\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
};

function valueOf(tag: string, name: keyof typeof pageAttributes): string | null {
  const found = pageAttributes[name].exec(tag);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null;
}

/** What spans nothing as written spans itself; 0 rows are all that follow. */
function spanOf(tag: string, name: 'rowspan' | 'colspan' | 'span', most: number): number {
  const span = Number(valueOf(tag, name) ?? 1);
  return Math.min(span === 0 && name === 'rowspan' ? most : Math.max(span, 1), most);
}

/** Text as it is shown: comments gone, blanks drawn together, entities as their characters. One that isn't known stays to be seen. */
const plain = (written: string): string =>
  unescaped(written.replaceAll(/<!--.*?(?:-->|$)|<[!?][^>]*>/gs, '').replaceAll(/[ \t\r\n]+/g, ' '));
