// The check before printing: what the data lacks, asked of the server, and what doesn't fit, tried in the layout.
import { type BoardRow, boardsPerPart } from '../../../shared/signboards.ts';
import { type BoardSizeName, boardSizes } from '../../../shared/boardSizes.ts';
import { client } from '../../api.ts';
import { tryTexts } from './tryTexts.tsx';

/** The boards in the office's order, each with everything that is wrong with it. */
export async function checkBoards(gridIds: readonly number[], size: BoardSizeName): Promise<BoardRow[]> {
  const rows = await client.signboards.check.query({ gridIds: [...gridIds], size });
  const overflows = new Map<number, string[]>();
  for (let at = 0; at < gridIds.length; at += boardsPerPart) {
    // oxlint-disable-next-line no-await-in-loop -- laid out in parts, so that memory stays that of one
    const faces = await client.signboards.faces.query({ gridIds: gridIds.slice(at, at + boardsPerPart) });
    // oxlint-disable-next-line no-await-in-loop
    for (const [gridId, fields] of await tryTexts(faces, boardSizes[size])) overflows.set(gridId, fields);
  }
  return rows.map((row) => {
    const fields = overflows.get(row.id);
    return fields ? { ...row, problems: [{ kind: 'overflow', fields }, ...row.problems] } : row;
  });
}
