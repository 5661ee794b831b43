// The third schema: of a posting's last day it is written down whether somebody decided it, or it only is the last day of its
// grid. So far that was guessed from the two being the same. Frozen once released.
import type { AuditedRow, Row } from '../../ground/office/schema.ts';

export const sql = `
ALTER TABLE posting ADD COLUMN ended INTEGER CHECK (ended IS NULL OR ended = 1 AND last_day IS NOT NULL);
-- A 专职网格员 is ended by an action. Of other roles only the posting that had its last day from the first has that of its grid.
-- What ends otherwise than its grid, though nobody ended it, was left behind by an earlier program: it goes on being read as it was.
UPDATE posting SET ended = 1 WHERE last_day IS NOT NULL AND (closed_by_id IS NOT NULL OR role <> 'worker' AND
  (SELECT act FROM audit_line WHERE entity = 'posting' AND entity_id = posting.id AND act <> 'reveal'
    AND json_extract(before, '$.last_day') IS NOT json_extract(after, '$.last_day') ORDER BY id DESC LIMIT 1) IS NOT 'insert'
  OR last_day <> (SELECT max(ifnull(last_day, '9999-12-31')) FROM grid_version WHERE grid_version.grid_id = posting.grid_id));
`;

const isEnded = (row: Row, isMoved: boolean): boolean =>
  (row.last_day ?? null) !== null && ((row.closed_by_id ?? null) !== null || (row.role !== 'worker' && isMoved));

/** How the lines of the schemas before read in this one. A role whose grid's closing was taken back is read as ended by somebody. */
export function lift(line: AuditedRow): AuditedRow[] {
  if (line.entity !== 'posting') return [line];
  const { before, after } = line;
  const isMoved = before !== null && after !== null && (before.last_day ?? null) !== (after.last_day ?? null);
  const withEnding = (row: Row | null): Row | null => row && { ...row, ended: isEnded(row, isMoved) ? 1 : null };
  return [{ ...line, before: withEnding(line.before), after: withEnding(line.after) }];
}
