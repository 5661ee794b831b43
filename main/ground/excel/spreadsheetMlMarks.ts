// The marks of a workbook written as XML of 2003, which many systems fill in from a template: what is struck through, filtered or
// was never calculated, and the active sheet. Hidden rows and columns the workbook library knows.
import { type FormulaResults, markShown, noMarks, type RowRange, type SheetMarks, strike } from './marks.ts';
import { type Piece, shownText } from './shownText.ts';
import { attributeOf, isSet, walkTags, xmlText } from './xmlTags.ts';

export type SpreadsheetMlMarks = {
  sheets: (SheetMarks & { filters: RowRange[] })[];
  /** Of the sheet that was active, from 0. */
  active: number;
};

export function spreadsheetMlMarks(text: string): SpreadsheetMlMarks {
  const struck = new Set<string>();
  const sheets: SpreadsheetMlMarks['sheets'] = [];
  let style: string | null = null;
  let [row, column, active, textFrom, pieceFrom, at] = [-1, -1, 0, 0, 0, 0];
  let cell = { formula: false, type: '', value: '' };
  /** Within a remark on a cell, which has data of its own. */
  let remark = false;
  /** The pieces of a cell's text as far as they are read, and how many tags strike through what is read now. */
  let pieces: Piece[] | null = null;
  let strikes = 0;
  walkTags(text, (name, kind, from, to) => {
    const tag = text.slice(from, to);
    const marks = sheets.at(-1);
    const opens = kind !== 'close';
    if (pieces) {
      pieces.push({ text: xmlText(text.slice(pieceFrom, from)), look: strikes > 0 ? 'struck' : 'plain' });
      pieceFrom = to;
    }
    if (name === 'Comment') remark = kind === 'open';
    else if (remark) return;
    else if (pieces && /^(?:S|STRIKE|DEL)$/i.test(name)) strikes += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    else if (name === 'Style') style = kind === 'open' ? attributeOf(tag, 'ID') : null;
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
      at = Number(attributeOf(tag, 'Index') ?? column + 2) - 1;
      if (struck.has(attributeOf(tag, 'StyleID') ?? '')) strike(marks, row, at);
      // What a merged cell covers has no tag.
      column = at + Number(attributeOf(tag, 'MergeAcross') ?? 0);
      cell = { formula: attributeOf(tag, 'Formula') !== null, type: '', value: '' };
      if (kind === 'empty' && cell.formula) noteFormula(marks.formulas, cell, row, at);
    } else if (name === 'Data') {
      if (kind === 'open') {
        [cell.type, textFrom] = [attributeOf(tag, 'Type') ?? '', to];
        [pieces, strikes, pieceFrom] = [[], 0, to];
      } else if (kind === 'close') {
        cell.value = text.slice(textFrom, from);
        // Without a tag within the text it is one piece, and the cell's style says all.
        if (pieces && pieces.length > 1) markShown(marks, row, at, shownText(pieces));
        pieces = null;
      } else cell.type = attributeOf(tag, 'Type') ?? '';
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
