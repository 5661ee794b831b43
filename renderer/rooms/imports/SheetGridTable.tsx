// The first rows of the sheet as they stand there, merges and row numbers with them; a row number is a button that makes its
// row the header.
import type { HeaderRows, SheetGrid } from '../../../shared/imports/wizard.ts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';

type Props = { grid: SheetGrid; header: HeaderRows | null; choose: (row: number) => void };

export function SheetGridTable({ grid, header, choose }: Props) {
  const covered = new Set<string>();
  const spans = new Map<string, { rowSpan: number; colSpan: number }>();
  for (const merge of grid.merges) {
    spans.set(`${merge.firstRow} ${merge.firstColumn}`, {
      rowSpan: Math.min(merge.lastRow, grid.rows.length - 1) - merge.firstRow + 1,
      colSpan: Math.min(merge.lastColumn, grid.columns - 1) - merge.firstColumn + 1,
    });
    for (let row = merge.firstRow; row <= merge.lastRow; row++)
      for (let column = merge.firstColumn; column <= merge.lastColumn; column++)
        if (row !== merge.firstRow || column !== merge.firstColumn) covered.add(`${row} ${column}`);
  }
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the arrow keys
    <div className="import-sheet" tabIndex={0} role="region" aria-label="工作表内容">
      <table>
        <thead>
          <tr>
            <td className="import-corner" />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnLetters(grid.firstColumn + column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((cells, row) => {
            const inHeader = header !== null && row + 1 >= header.firstRow && row + 1 <= header.lastRow;
            return (
              <tr key={`row ${row + 1}`} className={inHeader ? 'chosen' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={inHeader}
                    aria-label={`第 ${row + 1} 行作表头`}
                    onClick={() => choose(row + 1)}
                  >
                    {row + 1}
                  </button>
                </th>
                {columns.map((column) =>
                  covered.has(`${row} ${column}`) ? null : (
                    <td key={column} {...spans.get(`${row} ${column}`)}>
                      {cells[column] ?? ''}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
