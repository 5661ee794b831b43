// What a text of XML unfolds to before it is read: a tag of a workbook of 2003, or of an .ods, may stand for millions of cells, and the
// workbook library makes each of them. No program that shows sheets holds more than Excel does.
import { excelBounds } from './excelBounds.ts';
import { attributeOf, walkTags } from './xmlTags.ts';

/** Cells of one table, as far as each row reaches, and those of an .ods that hold something. */
const most = { reached: 100_000_000, repeated: 10_000_000 };

/** @param text of SpreadsheetML, of an .ods' content or of a flat one */
export function unfoldsBeyondExcel(text: string): boolean {
  let [columns, rows, column, rowsRepeated] = [0, 0, 0, 1];
  let [reached, repeated] = [0, 0];
  let beyond = false;
  walkTags(text, (name, kind, from, to) => {
    if (beyond || kind === 'close') return;
    const number = (attribute: string, unsaid: number): number => Number(attributeOf(text.slice(from, to), attribute) ?? unsaid);
    if (name === 'Table' || name === 'table') {
      [columns, rows, column, rowsRepeated, reached, repeated] = [0, 0, 0, 1, 0, 0];
      beyond = number('ExpandedColumnCount', 0) > excelBounds.columns || number('ExpandedRowCount', 0) > excelBounds.rows;
    } else if (name === 'Column' || name === 'table-column') {
      columns = number('Index', columns + 1) + number('Span', 0) + number('number-columns-repeated', 1) - 1;
      beyond = columns > excelBounds.columns;
    } else if (name === 'Row' || name === 'table-row') {
      rowsRepeated = number('number-rows-repeated', 1);
      rows = number('Index', rows + 1) + number('Span', 0) + rowsRepeated - 1;
      column = 0;
      beyond = rows > excelBounds.rows;
    } else if (name === 'Cell') {
      const before = column;
      column = number('Index', column + 1) + number('MergeAcross', 0);
      reached += Math.max(column - before, 0);
      beyond = column > excelBounds.columns || number('MergeDown', 0) > excelBounds.rows || reached > most.reached;
    } else if (name === 'table-cell' && (kind === 'open' || attributeOf(text.slice(from, to), 'value-type') !== null)) {
      repeated += rowsRepeated * number('number-columns-repeated', 1);
      beyond = repeated > most.repeated;
    }
  });
  return beyond;
}
