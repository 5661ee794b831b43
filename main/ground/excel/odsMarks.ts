// The marks of an .ods's sheets, which the workbook library passes over: rows and columns that are collapsed or filtered, cells
// whose style strikes their text through, formulas without results, and the table that was active.
import { rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';
import { noMarks, type SheetMarks, strike } from './marks.ts';
import { attributeOf, unescaped, walkTags } from './xmlTags.ts';
import { partOf, type ZipContainer } from './zipParts.ts';

/** By the names of the sheets. */
export function odsMarks(zip: ZipContainer): { sheets: ReadonlyMap<string, SheetMarks>; active: string | null } {
  const content = partOf(zip, 'content.xml')?.toString('utf8') ?? '';
  const struck = struckStyles([partOf(zip, 'styles.xml')?.toString('utf8') ?? '', content]);
  const sheets = new Map<string, SheetMarks>();
  let marks = noMarks();
  let depth = 0;
  let [row, rowsMore, column, columnsMore] = [0, 1, 0, 1];
  let columnStyles: (string | null)[] = [];
  let rowStyle: string | null = null;
  walkTags(content, (name, kind, from, to) => {
    const tag = (): string => content.slice(from, to);
    if (name === 'table') {
      depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
      if (depth !== 1 || kind !== 'open') return;
      marks = noMarks();
      sheets.set(unescaped(attributeOf(tag(), 'name') ?? ''), marks);
      [row, rowsMore, column] = [0, 0, 0];
      columnStyles = [];
    } else if (depth !== 1 || kind === 'close') return;
    else if (name === 'table-column') {
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
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      column += columnsMore;
      columnsMore = repeated(tag(), 'number-columns-repeated');
      noteFormula(marks, tag(), kind === 'empty', row, column);
      if (kind === 'empty' || row >= rowLimit) return;
      const style = attributeOf(tag(), 'style-name') ?? rowStyle ?? columnStyles[column] ?? null;
      if (style === null || !struck.has(style)) return;
      for (let down = 0; down < Math.min(rowsMore, rowLimit - row); down++)
        for (let right = 0; right < Math.min(columnsMore, excelBounds.columns - column); right++)
          strike(marks, row + down, column + right);
    }
  });
  return { sheets, active: activeTable(zip) };
}

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

/** The names of cell styles that strike through, by themselves or by what they are made after. */
function struckStyles(parts: readonly string[]): ReadonlySet<string> {
  const own = new Map<string, boolean>();
  const parents = new Map<string, string>();
  for (const text of parts) {
    let style: string | null = null;
    walkTags(text, (name, kind, from, to) => {
      const tag = text.slice(from, to);
      if (name === 'style') {
        style = kind === 'open' && attributeOf(tag, 'family') === 'table-cell' ? attributeOf(tag, 'name') : null;
        const [made, parent] = [attributeOf(tag, 'name'), attributeOf(tag, 'parent-style-name')];
        if (kind !== 'close' && made !== null && parent !== null) parents.set(made, parent);
      } else if (name === 'text-properties' && style !== null) {
        const line = attributeOf(tag, 'text-line-through-style');
        if (line !== null) own.set(style, line !== 'none');
      }
    });
  }
  const isStruck = (style: string | undefined, steps = 0): boolean =>
    style !== undefined && steps < 20 && (own.get(style) ?? isStruck(parents.get(style), steps + 1));
  return new Set([...own.keys(), ...parents.keys()].filter((style) => isStruck(style)));
}

function activeTable(zip: ZipContainer): string | null {
  const settings = partOf(zip, 'settings.xml')?.toString('utf8') ?? '';
  let start = -1;
  let active: string | null = null;
  walkTags(settings, (name, kind, from, to) => {
    if (name !== 'config-item') return;
    if (kind === 'open' && attributeOf(settings.slice(from, to), 'name') === 'ActiveTable') start = to;
    else if (kind === 'close' && start !== -1) {
      active = unescaped(settings.slice(start, from));
      start = -1;
    }
  });
  return active;
}
