// The screen's list: every grid of the day with what is wrong with its board, filtered and paged.
import { type BoardList, type BoardListInput, type BoardRow, isPrintable } from '../../../shared/signboards.ts';
import { boardSizes } from '../../../shared/boardSizes.ts';
import { searchWords } from '../../kit/searchTerms.ts';
import type { Office } from '../../ground/office/office.ts';
import { gridBoards } from './faces.ts';
import { boardProblems } from './problems.ts';

export function listBoards(office: Office, today: string, input: BoardListInput): BoardList {
  const terms = searchWords(input.search);
  const found: BoardRow[] = gridBoards(office, today, input.grids ?? null)
    .filter(
      ({ row, branchId, haystack }) =>
        (input.branch === undefined || branchId === input.branch) &&
        (input.kind === undefined || row.kind === input.kind) &&
        terms.every((term) => haystack.includes(term)),
    )
    .map((board) => ({ ...board.row, problems: boardProblems(board, boardSizes[input.size]) }));
  const printable = found.filter(({ problems }) => isPrintable(problems));
  const held = found.filter(({ problems }) => !isPrintable(problems));
  const shown = input.show === undefined ? found : input.show === 'printable' ? printable : held;
  return {
    rows: shown.slice(input.offset, input.offset + input.limit),
    total: shown.length,
    counts: { all: found.length, printable: printable.length, held: held.length },
  };
}
