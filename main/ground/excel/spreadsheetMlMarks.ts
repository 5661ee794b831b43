// The marks of a workbook written as XML of 2003, which many systems fill in from a template: what is struck through, filtered or
// was never calculated, and the active sheet. Hidden rows and columns the workbook library knows.
import { type FormulaResults, noMarks, type RowRange, type SheetMarks, strike } from './marks.ts';
import { attributeOf, isSet, walkTags } from './xmlTags.ts';

export type SpreadsheetMlMarks = {
  sheets: (SheetMarks & { filters: RowRange[] })[];
  /** Of the sheet that was active, from 0. */
  active: number;
};

export function spreadsheetMlMarks(text: string): SpreadsheetMlMarks {
  const struck = new Set<string>();
  const sheets: SpreadsheetMlMarks['sheets'] = [];
  let style: string | null = null;
  let [row, column, active, textFrom] = [-1, -1, 0, 0];
  let cell = { formula: false, type: '', value: '' };
  walkTags(text, (name, kind, from, to) => {
    const tag = text.slice(from, to);
    const marks = sheets.at(-1);
    const opens = kind !== 'close';
    if (name === 'Style') style = kind === 'open' ? attributeOf(tag, 'ID') : null;
    else if (name === 'Font' && style !== null && isSet(tag, 'StrikeThrough')) struck.add(style);
    else if (name === 'ActiveSheet') {
      if (opens) textFrom = to;
      else active = Number(text.slice(textFrom, from));
    } else if (name === 'Worksheet' && opens) {
      sheets.push({ ...noMarks(), filters: [] });
      row = -1;
    } else if (!marks) return;
    else if (name === 'AutoFilter' && opens) {
      const range = /R(\d+)C\d+:R(\d+)C\d+/.exec(attributeOf(tag, 'Range') ?? '');
      if (range) marks.filters.push({ firstRow: Number(range[1]), lastRow: Number(range[2]) - 1 });
    } else if (name === 'Row' && opens) {
      row = Number(attributeOf(tag, 'Index') ?? row + 2) - 1;
      column = -1;
    } else if (name === 'Cell' && opens) {
      const at = Number(attributeOf(tag, 'Index') ?? column + 2) - 1;
      if (struck.has(attributeOf(tag, 'StyleID') ?? '')) strike(marks, row, at);
      // What a merged cell covers has no tag.
      column = at + Number(attributeOf(tag, 'MergeAcross') ?? 0);
      cell = { formula: attributeOf(tag, 'Formula') !== null, type: '', value: '' };
      if (kind === 'empty' && cell.formula) noteFormula(marks.formulas, cell, row, at);
    } else if (name === 'Data') {
      if (opens) [cell.type, textFrom] = [attributeOf(tag, 'Type') ?? '', to];
      else cell.value = text.slice(textFrom, from);
    } else if (name === 'Cell' && cell.formula) noteFormula(marks.formulas, cell, row, column);
  });
  return { sheets, active };
}

function noteFormula(
  formulas: FormulaResults,
  { type, value }: { type: string; value: string },
  row: number,
  column: number,
): void {
  if (value === '') (type === 'String' ? formulas.emptyText : formulas.without).push({ row, column });
  else if (value === '0' && type === 'Number') formulas.zero.push({ row, column });
  else formulas.calculated++;
}
