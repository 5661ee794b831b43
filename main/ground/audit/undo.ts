// Takes an act back, whole, as an act of its own: its audit lines are undone in reverse, each only where the present row is
// still what the act left.
import { Refusal } from '../../../shared/refusal.ts';
import { type Entity, entities, type Office, type Row } from '../office/office.ts';

type Line = {
  id: number;
  entity: Entity;
  entity_id: number;
  act: 'insert' | 'update' | 'remove' | 'reveal';
  before: string | null;
  after: string | null;
};

const parse = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

const same = (a: Row, b: Row): boolean => {
  const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...columns].every((column) => (a[column] ?? null) === (b[column] ?? null));
};

export type UndoOutcome = { changeSetId: number; summary: string };

/**
 * Undoes a change set.
 * @throws Refusal when it was undone before, or when a later act changed what it wrote.
 */
export function undo(office: Office, actor: string, changeSetId: number): UndoOutcome {
  const act = office
    .prepare<[number], { summary: string; kind: string }>('SELECT summary, kind FROM change_set WHERE id = ?')
    .get(changeSetId);
  if (!act) throw new Refusal('没有找到这次操作，可能已经换了一份台账。');
  if (act.kind === 'office.found') throw new Refusal('建立台账不能撤销。要重新开始，请用“换成正式台账”或恢复备份。');
  if (office.prepare<[number], number>('SELECT id FROM change_set WHERE undoes_id = ?').pluck().get(changeSetId) !== undefined)
    throw new Refusal(`“${act.summary}”已经撤销过了。`);
  const lines = office
    .prepare<[number], Line>(
      'SELECT id, entity, entity_id, act, before, after FROM audit_line WHERE change_set_id = ? ORDER BY id DESC',
    )
    .all(changeSetId)
    .filter((line) => line.act !== 'reveal');
  if (lines.length === 0) throw new Refusal(`“${act.summary}”没有改动数据，不需要撤销。`);
  const summary = `撤销：${act.summary}`;
  const { changeSetId: id } = office.change({ actor, kind: 'undo', summary, undoes: changeSetId }, (change) => {
    // References between the rows are checked when the undo commits, not line by line.
    office.db.pragma('defer_foreign_keys = ON');
    for (const line of lines) {
      if (!entities.includes(line.entity)) throw new Error(`audit line ${line.id} names ${line.entity}`);
      const present = office.row(line.entity, line.entity_id) ?? null;
      const before = parse(line.before);
      const after = parse(line.after);
      const untouched = after === null ? present === null : present !== null && same(present, after);
      if (!untouched) throw new Refusal(`“${act.summary}”之后同一条记录又改过，不能直接撤销。请先撤销后面的操作，或手动改回。`);
      if (before === null) change.remove(line.entity, line.entity_id);
      else if (after === null) change.insert(line.entity, before);
      else change.update(line.entity, line.entity_id, before);
    }
  });
  if (id === null) throw new Error('an undo wrote nothing');
  return { changeSetId: id, summary };
}
