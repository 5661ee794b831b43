// Takes an act back, whole, as an act of its own: its audit lines are undone in reverse, each only where the present row is
// still what the act left. An undo is an act like any other, so taking it back does the first one again.
import { Refusal } from '../../../shared/refusal.ts';
import { shownSummary } from '../../../shared/rules/masking.ts';
import type { Actor, Change, Office } from '../office/office.ts';
import { type AuditedRow, lifted, type Row, tableNamed } from '../office/schema.ts';

type Line = { id: number; entity: string; entity_id: number; act: string; before: string | null; after: string | null };

type Undone = { summary: string; undoes: number | null };

/** @throws Refusal where what the line holds is no row, as in a file from elsewhere */
function rowIn(json: string | null, summary: string): Row | null {
  if (json === null) return null;
  const row: unknown = JSON.parse(json);
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
  if (!isRow || Object.values(row).some((value) => value !== null && typeof value !== 'string' && typeof value !== 'number'))
    throw new Refusal(foreignWords(summary));
  return row as Row;
}

const foreignWords = (summary: string): string =>
  `“${summary}”写过本程序没有的内容（这份数据文件可能在别的程序里改过），不能撤销。请在原来的程序里撤销，或联系维护人员。`;

const derivedIn = (office: Office, entity: string, row: Row): Row =>
  tableNamed(office.schema, entity).derived?.(office, row) ?? {};

/** But for the columns that in both are only worked out from other rows. */
function same(office: Office, entity: string, a: Row, b: Row): boolean {
  const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (column) => (a[column] ?? null) !== (b[column] ?? null),
  );
  if (differing.length === 0) return true;
  const [ofA, ofB] = [derivedIn(office, entity, a), derivedIn(office, entity, b)];
  return differing.every((column) => column in ofA && column in ofB);
}

export type UndoOutcome = { changeSetId: number; summary: string };

/** What an act wrote, as the newest schema names it, the last line first. */
function linesOf(office: Office, changeSetId: number, schema: number, summary: string): AuditedRow[] {
  return office
    .prepare<[number], Line>(
      `SELECT id, entity, entity_id, act, before, after FROM audit_line WHERE change_set_id = ? AND act <> 'reveal' ORDER BY id`,
    )
    .all(changeSetId)
    .flatMap((line) =>
      lifted(office.schema, schema, {
        entity: line.entity,
        id: line.entity_id,
        before: rowIn(line.before, summary),
        after: rowIn(line.after, summary),
      }),
    )
    .toReversed();
}

/**
 * What no room knows, as in a file from elsewhere, and what no step of the schema could lift: the true reason, not that somebody
 * changed the row.
 * @returns what a row of the table is called
 */
function refuseForeign(office: Office, { entity, before, after }: AuditedRow, summary: string): string {
  const word = office.schema.tables.find(({ name }) => name === entity)?.word;
  if (word === undefined) throw new Refusal(foreignWords(summary));
  const columns = office.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(entity);
  if (Object.keys({ ...before, ...after }).some((column) => !columns.includes(column)))
    throw new Refusal(`“${summary}”是旧版程序做的，它记下的内容（${word}）在现在的台账里已经换了样子，不能撤销。请手动改回。`);
  return word;
}

/** Who changed a row last, and by what: （李会计：修改社区总支 甲）. */
function lastWriter(office: Office, entity: string, id: number): string {
  const last = office
    .prepare<[string, number], { actor: string; summary: string }>(
      `SELECT ifnull(person.name, actor) AS actor, summary FROM audit_line JOIN change_set ON change_set.id = change_set_id
       LEFT JOIN person ON person.id = person_id WHERE entity = ? AND entity_id = ? AND act <> 'reveal' ORDER BY audit_line.id DESC LIMIT 1`,
    )
    .get(entity, id);
  return last ? `（${last.actor}：${shownSummary(last.summary)}）` : '';
}

function takeBack(change: Change, line: AuditedRow, summary: string): void {
  const { entity, id, before, after } = line;
  const { office } = change;
  const word = refuseForeign(office, line, summary);
  const present = office.row(entity, id) ?? null;
  const untouched = after === null ? present === null : present !== null && same(office, entity, present, after);
  // It only followed from other rows, and does so again.
  if (!untouched && before && after && same(office, entity, before, after)) {
    if (present) change.follow(entity, id, null);
    return;
  }
  if (!untouched)
    throw new Refusal(
      `“${summary}”之后同一条记录（${word}）又改过${lastWriter(office, entity, id)}，不能直接撤销。请先撤销后面的操作，或手动改回。`,
    );
  if (before === null) return change.remove(entity, id);
  const byNow = { ...before, ...derivedIn(office, entity, before) };
  if (after === null) change.insert(entity, byNow);
  else change.update(entity, id, byNow);
  change.follow(entity, id, before);
}

/** The first act of a row of undos and redos: what it is all about. */
function firstOf(office: Office, changeSetId: number): { act: Undone; undone: boolean } {
  const find = office.prepare<[number], Undone>('SELECT summary, undoes_id AS undoes FROM change_set WHERE id = ?');
  let id = changeSetId;
  let act = find.get(id);
  let undone = false;
  while (act && act.undoes !== null) {
    id = act.undoes;
    act = find.get(id);
    undone = !undone;
  }
  if (!act) throw new Refusal('没有找到这次操作，可能已经换了一份台账。');
  return { act: { ...act, summary: shownSummary(act.summary) }, undone };
}

/** The last one of those that undid an act, did it again, undid that …; and how many there are. */
function lastFollower(office: Office, changeSetId: number): { id: number; count: number } {
  const follower = office.prepare<[number], number>('SELECT id FROM change_set WHERE undoes_id = ?').pluck();
  let id = changeSetId;
  let count = 0;
  for (let next = follower.get(id); next !== undefined; next = follower.get(id)) {
    id = next;
    count++;
  }
  return { id, count };
}

/**
 * Undoes a change set; of one that itself undid another: does that one again. An act that was undone and done again stands, and
 * is undone by its number as well as by the last one's.
 * @throws Refusal when it was undone before, or when a later act changed what it wrote.
 */
export function undo(office: Office, actor: Actor, changeSetId: number): UndoOutcome {
  const { act, undone: redoes } = firstOf(office, changeSetId);
  const { id: target, count } = lastFollower(office, changeSetId);
  if (count % 2 === 1) throw new Refusal(`“${act.summary}”已经${redoes ? '重做' : '撤销'}过了。`);
  const own = office
    .prepare<[number], { kind: string; schema: number }>('SELECT kind, schema FROM change_set WHERE id = ?')
    .get(target);
  if (!own) throw new Error(`change set ${target} is gone`);
  const lasting = office.schema.lasting[own.kind];
  if (lasting !== undefined) throw new Refusal(lasting);
  const lines = linesOf(office, target, own.schema, act.summary);
  if (lines.length === 0) throw new Refusal(`“${act.summary}”没有改动数据，不需要撤销。`);
  const kind = redoes ? 'redo' : 'undo';
  const summary = `${redoes ? '重做' : '撤销'}：${act.summary}`;
  const { changeSetId: id } = office.change({ actor, kind, summary, undoes: target }, (change) => {
    // References between the rows are checked when the undo commits, not line by line.
    office.db.pragma('defer_foreign_keys = ON');
    for (const line of lines) takeBack(change, line, act.summary);
  });
  if (id === null) throw new Refusal(`“${act.summary}”改过的内容现在已经和那之前一样，不需要撤销。`);
  // With what followed from it.
  const said = office.prepare<[number], string>('SELECT summary FROM change_set WHERE id = ?').pluck().get(id);
  return { changeSetId: id, summary: said ?? summary };
}
