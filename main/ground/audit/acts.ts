// Reading the acts: change sets, newest first, each with whether it can still be undone.
import type { Office } from '../office/office.ts';

export type Act = {
  id: number;
  at: string;
  actor: string;
  kind: string;
  summary: string;
  undone: 0 | 1;
  undoes: number | null;
  lines: number;
};

const columns = `change_set.id, at, actor, kind, summary, undoes_id AS undoes,
  EXISTS (SELECT 1 FROM change_set AS later WHERE later.undoes_id = change_set.id) AS undone,
  (SELECT count(*) FROM audit_line WHERE audit_line.change_set_id = change_set.id AND audit_line.act <> 'reveal') AS lines`;

/** The last act that changed data and still stands, for the status bar's 撤销. */
export const latestAct = (office: Office): Act | null =>
  office
    .prepare<[], Act>(
      `SELECT ${columns} FROM change_set WHERE kind <> 'reveal' AND undoes_id IS NULL AND NOT undone ORDER BY change_set.id DESC LIMIT 1`,
    )
    .get() ?? null;

/** Acts from `offset` on, newest first, and how many there are. */
export const listActs = (office: Office, offset: number, limit: number): { rows: Act[]; total: number } => ({
  rows: office
    .prepare<[number, number], Act>(`SELECT ${columns} FROM change_set ORDER BY change_set.id DESC LIMIT ? OFFSET ?`)
    .all(limit, offset),
  total: office.prepare<[], number>('SELECT count(*) FROM change_set').pluck().get() ?? 0,
});

/** The newest act's id, 0 in a fresh file: whatever was worked out before it may be worked out differently now. */
export const newestAct = (office: Office): number =>
  office.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change_set').pluck().get() ?? 0;

export const wasUndone = (office: Office, changeSetId: number): boolean =>
  office.prepare<[number], 1>('SELECT 1 FROM change_set WHERE undoes_id = ?').get(changeSetId) !== undefined;
