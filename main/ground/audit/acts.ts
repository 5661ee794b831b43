// Reading the acts: change sets, newest first, each with whether it stands, and which of a person's own can be taken back or
// done again.
import { shownSummary } from '../../../shared/rules/masking.ts';
import type { Actor, Office } from '../office/office.ts';

export type Act = {
  id: number;
  at: string;
  /** The person's name; the user of the system where nobody had said who they were. */
  actor: string;
  kind: string;
  summary: string;
  undone: 0 | 1;
  undoes: number | null;
  lines: number;
  /** It is never undone. */
  lasting: boolean;
};

type Stored = Omit<Act, 'lasting'>;

/** An older program wrote ID numbers in full. */
const shown = (office: Office, act: Stored): Act => ({
  ...act,
  summary: shownSummary(act.summary),
  lasting: act.kind in office.schema.lasting,
});

/** Of an act and what undid it, did it again, undid that: an odd number of followers means that it doesn't stand. */
const followers = `(WITH RECURSIVE later (id) AS (
    SELECT next.id FROM change_set AS next WHERE next.undoes_id = change_set.id
    UNION ALL SELECT next.id FROM change_set AS next JOIN later ON next.undoes_id = later.id)
  SELECT count(*) FROM later)`;

const columns = `change_set.id, at, ifnull(person.name, actor) AS actor, kind, summary, undoes_id AS undoes,
  ${followers} % 2 AS undone,
  (SELECT count(*) FROM audit_line WHERE audit_line.change_set_id = change_set.id AND audit_line.act <> 'reveal') AS lines
  FROM change_set LEFT JOIN person ON person.id = change_set.person_id`;

/** Whatever the person did; also what was done at their user of the system before anybody there had a name. */
const own = (table: string): string =>
  `(${table}.person_id IS @personId AND @personId IS NOT NULL OR ${table}.person_id IS NULL AND ${table}.actor = @login)`;

const isLast = `NOT EXISTS (SELECT 1 FROM change_set AS later WHERE later.undoes_id = change_set.id)`;

/** The person's own last act that changed data and still stands, for the status bar's 撤销. */
export function latestAct(office: Office, actor: Actor): Act | null {
  const act = office
    .prepare<Actor, Stored>(
      `SELECT ${columns} WHERE ${own('change_set')} AND kind NOT IN ('reveal', 'undo') AND ${isLast} ORDER BY change_set.id DESC LIMIT 1`,
    )
    .get(actor);
  return act ? shown(office, act) : null;
}

/** The undo that the person may do again: the last one, unless they have done something else since. */
export function latestUndo(office: Office, actor: Actor): Act | null {
  const act = office
    .prepare<Actor, Stored>(
      `SELECT ${columns} WHERE ${own('change_set')} AND kind = 'undo' AND ${isLast}
       AND change_set.id > ifnull((SELECT max(done.id) FROM change_set AS done
         WHERE ${own('done')} AND done.kind NOT IN ('reveal', 'undo', 'redo')), 0)
       ORDER BY change_set.id DESC LIMIT 1`,
    )
    .get(actor);
  return act ? shown(office, act) : null;
}

/** Acts from `offset` on, newest first, and how many there are. */
export const listActs = (office: Office, offset: number, limit: number): { rows: Act[]; total: number } => ({
  rows: office
    .prepare<[number, number], Stored>(`SELECT ${columns} ORDER BY change_set.id DESC LIMIT ? OFFSET ?`)
    .all(limit, offset)
    .map((act) => shown(office, act)),
  total: office.prepare<[], number>('SELECT count(*) FROM change_set').pluck().get() ?? 0,
});

/** The newest act's id, 0 in a fresh file: whatever was worked out before it may be worked out differently now. */
export const newestAct = (office: Office): number =>
  office.prepare<[], number>('SELECT ifnull(max(id), 0) FROM change_set').pluck().get() ?? 0;

/** Whether an act was undone, and not done again since. */
export const wasUndone = (office: Office, changeSetId: number): boolean =>
  office.prepare<[number], number>(`SELECT ${followers} % 2 FROM change_set WHERE id = ?`).pluck().get(changeSetId) === 1;
