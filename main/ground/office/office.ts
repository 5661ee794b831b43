// An open office: one writing connection, prepared statements, and the only way to write: a change set, whose rows and audit
// lines are committed together or not at all.
import { randomUUID } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../../shared/clock.ts';
import type { Connection } from './connection.ts';
import { explainConstraint } from './constraints.ts';

/** Tables whose rows are audited and can be undone. Everything else is written by no room. */
export const entities = [
  'setting',
  'dictionary_entry',
  'property_company',
  'branch',
  'place',
  'place_version',
  'grid',
  'worker',
  'personnel_action',
  'posting',
] as const;
export type Entity = (typeof entities)[number];

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** One act of one person. `summary` is the Chinese line the status bar shows: 新增网格员 王秀英. */
export type ChangeTitle = { actor: string; kind: string; summary: string; undoes?: number };

/** The pen inside a change set. Each stroke writes the row and its audit line. */
export type Change = {
  readonly id: number;
  /** Adds a row, with a fresh uid unless one is given; returns its id. */
  insert(entity: Entity, row: Row): number;
  /** Changes the named columns of a row; false, and no audit line, when nothing differs. */
  update(entity: Entity, id: number, columns: Row): boolean;
  remove(entity: Entity, id: number): void;
  /** Writes down that somebody looked at a personal number in full. */
  reveal(entity: Entity, id: number, column: string): void;
  /** Replaces the summary, once the act knows its counts. */
  rename(summary: string): void;
};

type Prepared<Parameters extends unknown[] | object, Result> = Parameters extends unknown[]
  ? Statement<Parameters, Result>
  : Statement<[Parameters], Result>;

export class Office {
  readonly path: string;
  readonly db: Connection;
  readonly clock: Clock;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string, db: Connection, clock: Clock) {
    this.path = path;
    this.db = db;
    this.clock = clock;
  }

  /** A prepared statement, kept for as long as the office is open. Pass SQL that doesn't grow with its data. */
  prepare<Parameters extends unknown[] | object = unknown[], Result = unknown>(sql: string): Prepared<Parameters, Result> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement as unknown as Prepared<Parameters, Result>;
  }

  row(entity: Entity, id: number): Row | undefined {
    return this.prepare<[number], Row>(`SELECT * FROM ${entity} WHERE id = ?`).get(id);
  }

  /**
   * Runs one act in one transaction. An act that wrote nothing leaves no change set.
   * @returns what `act` returned, and the change set's id, or null when nothing was written.
   * @throws Refusal where a constraint of the schema stands in the way, also at the commit.
   */
  change<Result>(title: ChangeTitle, act: (change: Change) => Result): { result: Result; changeSetId: number | null } {
    return this.explained({}, () => this.#transact(title, act));
  }

  /** Runs a write; what a constraint of the schema refuses is told in Chinese. `row` is what is being written. */
  explained<Result>(row: Row, write: () => Result): Result {
    try {
      return write();
    } catch (error) {
      throw explainConstraint(this.db, row, error) ?? error;
    }
  }

  #transact<Result>(title: ChangeTitle, act: (change: Change) => Result): { result: Result; changeSetId: number | null } {
    return this.db
      .transaction(() => {
        const { lastInsertRowid } = this.prepare(
          'INSERT INTO change_set (uid, at, actor, kind, summary, undoes_id) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(randomUUID(), this.clock.now().toISOString(), title.actor, title.kind, title.summary, title.undoes ?? null);
        const pen = new Pen(this, Number(lastInsertRowid));
        const result = act(pen);
        if (pen.strokes > 0) return { result, changeSetId: pen.id };
        this.prepare('DELETE FROM change_set WHERE id = ?').run(pen.id);
        return { result, changeSetId: null };
      })
      .immediate();
  }

  close(): void {
    this.#statements.clear();
    this.db.close();
  }
}

class Pen implements Change {
  readonly id: number;
  strokes = 0;
  readonly #office: Office;

  constructor(office: Office, id: number) {
    this.#office = office;
    this.id = id;
  }

  insert(entity: Entity, row: Row): number {
    const full: Row = row.uid === undefined ? { uid: randomUUID(), ...row } : row;
    const columns = Object.keys(full);
    const statement = this.#office.prepare<Row, Row>(
      `INSERT INTO ${entity} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')}) RETURNING *`,
    );
    const written = this.#office.explained(full, () => statement.get(full));
    if (!written) throw new Error(`${entity} was not inserted`);
    const id = Number(written.id);
    this.#note(entity, id, 'insert', null, written);
    return id;
  }

  update(entity: Entity, id: number, columns: Row): boolean {
    const before = this.#mustRead(entity, id);
    const changed = Object.keys(columns).filter((column) => before[column] !== columns[column]);
    if (changed.length === 0) return false;
    const statement = this.#office.prepare(
      `UPDATE ${entity} SET ${changed.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
    );
    this.#office.explained({ ...before, ...columns }, () => statement.run({ ...columns, id }));
    this.#note(entity, id, 'update', before, this.#mustRead(entity, id));
    return true;
  }

  remove(entity: Entity, id: number): void {
    const before = this.#mustRead(entity, id);
    this.#office.explained(before, () => this.#office.prepare(`DELETE FROM ${entity} WHERE id = ?`).run(id));
    this.#note(entity, id, 'remove', before, null);
  }

  reveal(entity: Entity, id: number, column: string): void {
    this.#note(entity, id, 'reveal', null, { column });
  }

  rename(summary: string): void {
    this.#office.prepare('UPDATE change_set SET summary = ? WHERE id = ?').run(summary, this.id);
  }

  #mustRead(entity: Entity, id: number): Row {
    const row = this.#office.row(entity, id);
    if (!row) throw new Error(`${entity} ${id} does not exist`);
    return row;
  }

  #note(entity: Entity, id: number, act: string, before: Row | null, after: Row | null): void {
    this.strokes++;
    this.#office
      .prepare('INSERT INTO audit_line (change_set_id, entity, entity_id, act, before, after) VALUES (?, ?, ?, ?, ?, ?)')
      .run(this.id, entity, id, act, before && JSON.stringify(before), after && JSON.stringify(after));
  }
}
