// The marks of an .xlsx's sheets, out of the XML that the workbook library passes over: rows hidden or filtered, fonts struck
// through, formulas without results. A part that has nothing of the kind is only searched, not walked.
import { utils } from 'xlsx';
import { excelBounds } from './excelBounds.ts';
import {
  belowHeader,
  type FormulaResults,
  markFiltered,
  markShown,
  noMarks,
  type RowRange,
  type SheetMarks,
  strike,
} from './marks.ts';
import { type ShownText, shownText } from './shownText.ts';
import { attributeOf, isSet, walkTags, xmlText } from './xmlTags.ts';
import { asciiPart, relationshipsOf, type ZipContainer } from './zipParts.ts';

/** A text that is set in runs and struck through, all or in part: by itself, and in a cell whose own font is. */
type Runs = { alone: ShownText; inStruckCell: ShownText };
type Strikes = { styles: ReadonlySet<number>; strings: ReadonlyMap<number, Runs> };

export type XlsxMarks = {
  sheets: SheetMarks[];
  /** Of the sheet that was active, from 0. */
  active: number;
  calculatesOnLoad: boolean;
  /** The names of sheets whose XML breaks off. */
  torn: string[];
};

/** @param names the sheets in the workbook's order, with the ids of their relationships */
export function xlsxMarks(zip: ZipContainer, workbookPart: string, names: readonly { name: string; id: string }[]): XlsxMarks {
  const workbook = asciiPart(zip, workbookPart) ?? '';
  let active = 0;
  let calculatesOnLoad = false;
  walkTags(workbook, (name, _kind, from, to) => {
    if (name === 'workbookView') active = Number(attributeOf(workbook.slice(from, to), 'activeTab') ?? 0);
    if (name === 'calcPr') calculatesOnLoad = isSet(workbook.slice(from, to), 'fullCalcOnLoad');
  });
  const related = relationshipsOf(zip, workbookPart);
  const partOfType = (type: string): string => asciiPart(zip, related.find((one) => one.type === type)?.part ?? '') ?? '';
  const styles = struckStyles(partOfType('styles'));
  const strikes = { styles, strings: struckStrings(partOfType('sharedStrings'), styles) };
  const torn: string[] = [];
  const sheets = names.map(({ name, id }, index) => {
    const part = related.find((one) => one.id === id)?.part ?? `xl/worksheets/sheet${index + 1}.xml`;
    const text = asciiPart(zip, part) ?? '';
    if (
      /<(?:\w+:)?sheetData[\s>]/.test(text) &&
      !/<\/(?:\w+:)?sheetData\s*>/.test(text.slice(text.lastIndexOf('sheetData') - 100))
    )
      torn.push(name);
    return sheetMarks(text, strikes, () => tableFilters(zip, part));
  });
  return { sheets, active, calculatesOnLoad, torn };
}

/** The indexes of cell formats whose font is struck through. */
function struckStyles(text: string): ReadonlySet<number> {
  const struck = new Set<number>();
  if (!text.includes('strike')) return struck;
  const fonts = new Set<number>();
  let [font, format] = [-1, -1];
  const inside = { fonts: false, cellXfs: false };
  walkTags(text, (name, kind, from, to) => {
    if (name === 'fonts' || name === 'cellXfs') inside[name] = kind === 'open';
    else if (kind === 'close') return;
    else if (name === 'font' && inside.fonts) font++;
    else if (name === 'strike' && inside.fonts && !isUnset(text.slice(from, to))) fonts.add(font);
    else if (name === 'xf' && inside.cellXfs) {
      format++;
      if (fonts.has(Number(attributeOf(text.slice(from, to), 'fontId') ?? 0))) struck.add(format);
    }
  });
  return struck;
}

const isUnset = (tag: string): boolean => /^(0|false|off)$/.test(attributeOf(tag, 'val') ?? '');

/** Follows the runs of one text; `end` tells what becomes of it, or null where no strike is of its own making. */
function runReader(text: string, styles: ReadonlySet<number>): { tag: Parameters<typeof walkTags>[1]; end: () => Runs | null } {
  /** `struck` is null where the run has no font of its own. */
  let runs: { written: string; struck: boolean | null }[] = [];
  let run: { struck: boolean | null } | null = null;
  let textFrom = -1;
  const shown = (inStruckCell: boolean): ShownText =>
    shownText(
      runs.map(({ written, struck }) => ({ text: runText(written), look: (struck ?? inStruckCell) ? 'struck' : 'plain' })),
    );
  return {
    tag: (name, kind, from, to) => {
      if (name === 'r') run = kind === 'open' ? { struck: null } : null;
      else if (name === 'rPr' && run) run.struck ??= false;
      else if (name === 'strike' && run && kind !== 'close') run.struck = !isUnset(text.slice(from, to));
      else if (name === 't' && kind === 'open') textFrom = to;
      else if (name === 't' && kind === 'close' && run) runs.push({ written: text.slice(textFrom, from), struck: run.struck });
    },
    end: () => {
      const decides = runs.some(({ struck }) => struck === true) || (styles.size > 0 && runs.length > 0);
      const read = decides ? { alone: shown(false), inStruckCell: shown(true) } : null;
      runs = [];
      return read;
    },
  };
}

/** Parts are read byte by byte; characters that XML can't hold stand as _x000D_. */
const runText = (written: string): string =>
  xmlText(Buffer.from(written, 'latin1').toString('utf8')).replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function struckStrings(text: string, styles: ReadonlySet<number>): ReadonlyMap<number, Runs> {
  const strings = new Map<number, Runs>();
  // Without runs the cell's own font decides.
  if (!/<(?:\w+:)?r>/.test(text) || (styles.size === 0 && !text.includes('strike'))) return strings;
  const reader = runReader(text, styles);
  let index = -1;
  walkTags(text, (name, kind, from, to) => {
    if (name === 'si' && kind !== 'close') index++;
    if (name !== 'si') reader.tag(name, kind, from, to);
    else if (kind === 'close') {
      const runs = reader.end();
      if (runs) strings.set(index, runs);
    }
  });
  return strings;
}

function sheetMarks(text: string, strikes: Strikes, tables: () => RowRange[]): SheetMarks {
  const hidden = /hidden=|\bht="0"|\bwidth="0"/.test(text);
  const formulas = /<(?:\w+:)?f[\s/>]/.test(text);
  const struck = strikes.styles.size > 0 || strikes.strings.size > 0 || text.includes('strike');
  const marks = noMarks();
  if (!hidden && !formulas && !struck) return marks;
  const filters: RowRange[] = [];
  const cells = cellReader(text, strikes, marks);
  walkTags(text, (name, kind, from, to) => {
    if (name === 'col' && kind !== 'close') hideColumns(text.slice(from, to), marks.hiddenColumns);
    else if (name === 'autoFilter' && kind !== 'close') {
      const range = attributeOf(text.slice(from, to), 'ref');
      if (range !== null) filters.push(belowHeader(range));
    } else cells(name, kind, from, to);
  });
  if (marks.hiddenRows.size > 0) markFiltered(marks.hiddenRows, [...filters, ...tables()]);
  return marks;
}

function cellReader(text: string, strikes: Strikes, marks: SheetMarks): Parameters<typeof walkTags>[1] {
  let [row, column] = [-1, -1];
  let cell = { style: 0, type: '', formula: false, value: '' };
  let textFrom = 0;
  let inline = false;
  const reader = runReader(text, strikes.styles);
  const finish = (): void => {
    if (cell.formula) noteFormula(marks.formulas, cell, row, column);
    const styleStruck = strikes.styles.has(cell.style);
    const runs = cell.type === 's' ? strikes.strings.get(Number(cell.value)) : cell.type === 'inlineStr' ? reader.end() : null;
    if (runs) markShown(marks, row, column, styleStruck ? runs.inStruckCell : runs.alone);
    else if (styleStruck) strike(marks, row, column);
  };
  return (name, kind, from, to) => {
    if (inline && name !== 'is') reader.tag(name, kind, from, to);
    else if (name === 'is') inline = kind === 'open';
    else if (name === 'row' && kind !== 'close') {
      const tag = text.slice(from, to);
      row = Number(attributeOf(tag, 'r') ?? row + 2) - 1;
      column = -1;
      if (isSet(tag, 'hidden') || Number(attributeOf(tag, 'ht') ?? 1) === 0) marks.hiddenRows.set(row, 'hidden');
    } else if (name === 'c' && kind !== 'close') {
      const tag = text.slice(from, to);
      const reference = attributeOf(tag, 'r');
      column = reference === null ? column + 1 : utils.decode_cell(reference).c;
      cell = { style: Number(attributeOf(tag, 's') ?? 0), type: attributeOf(tag, 't') ?? '', formula: false, value: '' };
    } else if (name === 'c') finish();
    else if (kind === 'open') textFrom = to;
    else if (name === 'v' && kind === 'close') cell.value = text.slice(textFrom, from);
    // WPS keeps a picture in a cell as a formula without result.
    else if (name === 'f') cell.formula = kind === 'empty' || !text.slice(textFrom, from).includes('DISPIMG');
  };
}

function noteFormula(formulas: FormulaResults, cell: { type: string; value: string }, row: number, column: number): void {
  if (cell.value === '') (cell.type === 'str' ? formulas.emptyText : formulas.without).push({ row, column });
  else if (cell.value === '0' && cell.type !== 'str') formulas.zero.push({ row, column });
  else formulas.calculated++;
}

function hideColumns(tag: string, hidden: Set<number>): void {
  if (!isSet(tag, 'hidden') && Number(attributeOf(tag, 'width') ?? 1) !== 0) return;
  const last = Math.min(Number(attributeOf(tag, 'max') ?? 0), excelBounds.columns);
  for (let column = Number(attributeOf(tag, 'min') ?? 1); column <= last; column++) hidden.add(column - 1);
}

/** A table always has a filter; only one with a choice made hides rows. */
function tableFilters(zip: ZipContainer, sheetPart: string): RowRange[] {
  return relationshipsOf(zip, sheetPart).flatMap(({ type, part }) => {
    const text = type === 'table' ? (asciiPart(zip, part) ?? '') : '';
    const ranges: RowRange[] = [];
    walkTags(text, (name, kind, from, to) => {
      const range = name === 'autoFilter' && kind === 'open' ? attributeOf(text.slice(from, to), 'ref') : null;
      if (range !== null && text.includes('filterColumn')) ranges.push(belowHeader(range));
    });
    return ranges;
  });
}
