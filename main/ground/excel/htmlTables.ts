// The tables of a web page that another system saved as .xls, read as a browser lays them out: cells that span rows or columns,
// tables within tables, tags left open. The workbook library takes a table within a table for the end of the outer one, and loses
// the rows after it. Each table is a sheet of its own.
import { type Merge, plainSheet, type ReadSheet, rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';
import { unescaped, walkTags } from './xmlTags.ts';

/** @param html the page's text */
export function htmlTables(html: string): ReadSheet[] {
  const tables: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  let textFrom = 0;
  /** Within what is no text of the page. */
  let skipping: string | null = null;
  walkTags(html, (named, kind, from, to) => {
    const name = named.toLowerCase();
    if (skipping === null) open.at(-1)?.text(html.slice(textFrom, from));
    textFrom = to;
    if (skipping !== null) {
      if (name === skipping && kind === 'close') skipping = null;
    } else if ((name === 'style' || name === 'script') && kind === 'open') skipping = name;
    else if (name !== 'table') open.at(-1)?.part(name, kind !== 'close', html.slice(from, to));
    else if (kind === 'close') open.pop();
    else {
      const table = new HtmlTable();
      tables.push(table);
      open.push(table);
    }
  });
  open.at(-1)?.text(html.slice(textFrom));
  return tables.map((table, index) => table.sheet(`Sheet${index + 1}`, open.includes(table)));
}

type Cell = { row: number; column: number; text: string; struck: boolean; inline: boolean[]; plain: boolean };

class HtmlTable {
  readonly #rows: string[][] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Map<number, 'hidden'>();
  readonly #hiddenColumns = new Set<number>();
  readonly #struck = new Map<number, Set<number>>();
  /** Of each column, the row below what spans into it from above. */
  readonly #spannedTo: number[] = [];
  #row = -1;
  #column = 0;
  #described = 0;
  #rowStruck = false;
  #cell: Cell | null = null;

  text(written: string): void {
    const cell = this.#cell;
    if (!cell) return;
    const text = plain(written);
    cell.text += text;
    if (text.trim() !== '' && !cell.struck && !cell.inline.includes(true)) cell.plain = true;
  }

  part(name: string, opens: boolean, tag: string): void {
    if (name === 'tr') this.#beginRow(opens, tag);
    else if (name === 'td' || name === 'th') this.#beginCell(opens, tag);
    else if (name === 'col' && opens) this.#describe(tag);
    else if (name === 'br' || name === 'p' || name === 'div') {
      if (this.#cell && (name === 'br' || this.#cell.text.trim() !== '')) this.#cell.text += '\n';
    } else if (name === 'input' && !/^(hidden|button|submit|checkbox|radio)$/i.test(valueOf(tag, 'type') ?? ''))
      this.text(valueOf(tag, 'value') ?? '');
    else if (/^(s|strike|del|span|font)$/.test(name)) {
      if (opens) this.#cell?.inline.push(!/^(span|font)$/.test(name) || isStruck(tag));
      else this.#cell?.inline.pop();
    }
  }

  /** @param torn the page ends before the table does */
  sheet(name: string, torn: boolean): ReadSheet {
    this.#endCell();
    const last = this.#rows.length - 1;
    return plainSheet(
      name,
      Array.from(this.#rows, (row) => row.map((text) => (text === '' ? null : text))),
      {
        merges: this.#merges.map((merge) => ({ ...merge, lastRow: Math.min(merge.lastRow, last) })),
        hiddenRows: this.#hiddenRows,
        hiddenColumns: this.#hiddenColumns,
        struck: this.#struck,
        remarks: torn && last >= 0 ? [{ row: last, words: '网页到这里就断了，后面可能还有内容，请与原表核对' }] : [],
      },
    );
  }

  #beginRow(opens: boolean, tag: string): void {
    this.#endCell();
    if (!opens) return;
    this.#row++;
    this.#column = 0;
    this.#rowStruck = isStruck(tag);
    this.#rows[this.#row] = [];
    if (isHidden(tag)) this.#hiddenRows.set(this.#row, 'hidden');
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
    this.#cell = { row, column, text: '', struck: this.#rowStruck || isStruck(tag), inline: [], plain: false };
    if (rows * columns === 1 || this.#column > excelBounds.columns) return;
    this.#merges.push({ firstRow: row, lastRow: row + rows - 1, firstColumn: column, lastColumn: column + columns - 1 });
    if (rows > 1) for (let spanned = column; spanned < column + columns; spanned++) this.#spannedTo[spanned] = row + rows;
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const text = cell.text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
    const row = this.#rows[cell.row] ?? [];
    row[cell.column] = text;
    if (text === '' || cell.plain) return;
    this.#struck.set(cell.row, (this.#struck.get(cell.row) ?? new Set()).add(cell.column));
  }

  /** A column's own tag, before the rows. */
  #describe(tag: string): void {
    const end = Math.min(this.#described + spanOf(tag, 'span', 1000), excelBounds.columns);
    for (; this.#described < end; this.#described++) if (isHidden(tag)) this.#hiddenColumns.add(this.#described);
  }
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

const isHidden = (tag: string): boolean => /display\s*:\s*none|visibility\s*:\s*collapse|\shidden[\s>=]/i.test(tag);
const isStruck = (tag: string): boolean => /text-decoration[\w-]*\s*:[^;"']*line-through/i.test(tag);

/** Text as it is shown: comments gone, blanks drawn together, entities as their characters. */
const plain = (written: string): string =>
  unescaped(written.replaceAll(/<!--.*?(?:-->|$)|<[!?][^>]*>/gs, '').replaceAll(/[ \t\r\n]+/g, ' '));
