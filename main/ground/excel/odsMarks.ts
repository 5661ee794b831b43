// The marks of an .ods's sheets, which the workbook library passes over: rows and columns that are collapsed or filtered, cells
// whose style strikes their text through, formulas without results, and the table that was active.
import { rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';
import { markShown, noMarks, type SheetMarks } from './marks.ts';
import { OdsText } from './odsText.ts';
import { attributeOf, walkTags, xmlText } from './xmlTags.ts';
import { partOf, type ZipContainer } from './zipParts.ts';

/** By the names of the sheets. */
export function odsMarks(zip: ZipContainer): { sheets: ReadonlyMap<string, SheetMarks>; active: string | null } {
  const content = partOf(zip, 'content.xml')?.toString('utf8') ?? '';
  const parts = [partOf(zip, 'styles.xml')?.toString('utf8') ?? '', content];
  const strikes = strikesOf(parts, 'table-cell');
  const ofText = strikesOf(parts, 'text');
  const text = new OdsText(content, ofText);
  const isPlain = ![...strikes.values(), ...ofText.values()].includes(true);
  const sheets = new Map<string, SheetMarks>();
  let marks = noMarks();
  let depth = 0;
  let [row, rowsMore, column, columnsMore] = [0, 1, 0, 1];
  let columnStyles: (string | null)[] = [];
  let rowStyle: string | null = null;
  let cellIsStruck: boolean | null = null;
  walkTags(content, (name, kind, from, to) => {
    const tag = (): string => content.slice(from, to);
    if (name === 'table') {
      depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
      if (depth !== 1 || kind !== 'open') return;
      marks = noMarks();
      sheets.set(xmlText(attributeOf(tag(), 'name') ?? ''), marks);
      [row, rowsMore, column] = [0, 0, 0];
      columnStyles = [];
    } else if (depth !== 1) return;
    else if (cellIsStruck !== null && !isCell(name)) text.tag(name, kind, from, to);
    else if (kind === 'close') {
      if (cellIsStruck === null || !isCell(name)) return;
      const shown = text.shown(cellIsStruck);
      cellIsStruck = null;
      for (let down = 0; down < Math.min(rowsMore, rowLimit - row); down++)
        for (let right = 0; right < Math.min(columnsMore, excelBounds.columns - column); right++)
          markShown(marks, row + down, column + right, shown);
    } else if (name === 'table-column') {
      const last = Math.min(column + repeated(tag(), 'number-columns-repeated'), excelBounds.columns);
      const style = attributeOf(tag(), 'default-cell-style-name');
      const hidden = isCollapsed(tag());
      for (; column < last; column++) {
        columnStyles[column] = style;
        if (hidden) marks.hiddenColumns.add(column);
      }
    } else if (name === 'table-row') {
      row += rowsMore;
      rowsMore = repeated(tag(), 'number-rows-repeated');
      [column, columnsMore] = [0, 0];
      rowStyle = attributeOf(tag(), 'default-cell-style-name');
      if (isCollapsed(tag()))
        for (let hidden = row; hidden < Math.min(row + rowsMore, rowLimit); hidden++)
          marks.hiddenRows.set(hidden, attributeOf(tag(), 'visibility') === 'filter' ? 'filtered' : 'hidden');
    } else if (isCell(name)) {
      column += columnsMore;
      columnsMore = repeated(tag(), 'number-columns-repeated');
      noteFormula(marks, tag(), kind === 'empty', row, column);
      if (kind === 'empty' || row >= rowLimit || isPlain) return;
      cellIsStruck = strikes.get(attributeOf(tag(), 'style-name') ?? rowStyle ?? columnStyles[column] ?? '') ?? false;
      text.begin();
    }
  });
  return { sheets, active: activeTable(zip) };
}

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell';

const repeated = (tag: string, name: string): number => Number(attributeOf(tag, name) ?? 1);

const isCollapsed = (tag: string): boolean => /^(collapse|filter)$/.test(attributeOf(tag, 'visibility') ?? '');

function noteFormula({ formulas }: SheetMarks, tag: string, empty: boolean, row: number, column: number): void {
  if (attributeOf(tag, 'formula') === null) return;
  const type = attributeOf(tag, 'value-type');
  if (type === null) formulas.without.push({ row, column });
  else if (type === 'string' && empty) formulas.emptyText.push({ row, column });
  else if (attributeOf(tag, 'value') === '0') formulas.zero.push({ row, column });
  else formulas.calculated++;
}

/** Of styles of a family whether they strike through: they say so themselves, or what they are made after does. */
function strikesOf(parts: readonly string[], family: 'table-cell' | 'text'): ReadonlyMap<string, boolean> {
  const own = new Map<string, boolean>();
  const parents = new Map<string, string>();
  for (const text of parts) {
    let style: string | null = null;
    walkTags(text, (name, kind, from, to) => {
      const tag = text.slice(from, to);
      if (name === 'style') {
        style = kind !== 'close' && attributeOf(tag, 'family') === family ? attributeOf(tag, 'name') : null;
        const parent = attributeOf(tag, 'parent-style-name');
        if (style !== null && parent !== null) parents.set(style, parent);
      } else if (name === 'text-properties' && style !== null) {
        const line = attributeOf(tag, 'text-line-through-style') ?? attributeOf(tag, 'text-line-through-type');
        if (line !== null) own.set(style, line !== 'none');
      }
    });
  }
  const strike = (style: string | undefined, steps = 0): boolean | undefined =>
    style === undefined || steps >= 20 ? undefined : (own.get(style) ?? strike(parents.get(style), steps + 1));
  const strikes = new Map<string, boolean>();
  for (const style of [...own.keys(), ...parents.keys()]) {
    const found = strike(style);
    if (found !== undefined) strikes.set(style, found);
  }
  return strikes;
}

function activeTable(zip: ZipContainer): string | null {
  const settings = partOf(zip, 'settings.xml')?.toString('utf8') ?? '';
  let start = -1;
  let active: string | null = null;
  walkTags(settings, (name, kind, from, to) => {
    if (name !== 'config-item') return;
    if (kind === 'open' && attributeOf(settings.slice(from, to), 'name') === 'ActiveTable') start = to;
    else if (kind === 'close' && start !== -1) {
      active = xmlText(settings.slice(start, from));
      start = -1;
    }
  });
  return active;
}
