// An open office: one connection, prepared statements, and the only way to write: a change set, whose rows and audit lines are
// committed together or not at all.
import { randomUUID } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shownSummary } from '../../../shared/rules/masking.ts';
import type { Connection } from './connection.ts';
import { explainConstraint } from './refusals.ts';
import { newestVersion, nothingToWrite, type Row, type Schema, tableNamed, type Written } from './schema.ts';

/** Who acts: the user of the system, and the person who said that it is them; null in acts of tests and of older files. */
export type Actor = { login: string; personId: number | null };

/** One act of one person. `summary` is the Chinese line the status bar shows: 新增网格员 王秀英. */
export type ChangeTitle = { actor: Actor; kind: string; summary: string; undoes?: number };

/** The pen inside a change set. Each stroke writes the row and its audit line. */
export type Change = {
  readonly id: number;
  /** The office it writes in, to be read. */
  readonly office: Office;
  readonly actor: Actor;
  /** The office's day when the act began: YYYY-MM-DD. */
  readonly today: string;
  /** Adds a row, with a fresh uid unless one is given; returns its id. */
  insert(entity: string, row: Row): number;
  /** Changes the named columns of a row; false, and no audit line, when nothing differs. */
  update(entity: string, id: number, columns: Row): boolean;
  remove(entity: string, id: number): void;
  /** Lets what must follow from a row follow at the end of the act, also where the act doesn't write it. `meant` as in Written. */
  follow(entity: string, id: number, meant: Row | null): void;
  /** Writes down that somebody looked at a personal number in full. */
  reveal(entity: string, id: number, column: string): void;
  /** Says the summary: 新增网格员 王秀英. Every declared act does, once it knows names and counts; an ID number in it is masked. */
  say(summary: string): void;
};

type Prepared<Parameters extends unknown[] | object, Result> = Parameters extends unknown[]
  ? Statement<Parameters, Result>
  : Statement<[Parameters], Result>;

export class Office {
  readonly path: string;
  readonly db: Connection;
  readonly clock: Clock;
  readonly schema: Schema;
  readonly #statements = new Map<string, Statement>();
  readonly #closing = new AbortController();

  /** `schema` may be left out where nothing is written. */
  constructor(path: string, db: Connection, clock: Clock, schema: Schema = nothingToWrite) {
    this.path = path;
    this.db = db;
    this.clock = clock;
    this.schema = schema;
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

  row(entity: string, id: number): Row | undefined {
    return this.prepare<[number], Row>(`SELECT * FROM ${entity} WHERE id = ?`).get(id);
  }

  /**
   * Runs one act in one transaction. An act that wrote nothing leaves no change set.
   * @returns what `act` returned, and the change set's id, or null when nothing was written.
   * @throws Refusal where a constraint of the schema stands in the way, also at the commit.
   */
  change<Result>(title: ChangeTitle, act: (change: Change) => Result): { result: Result; changeSetId: number | null } {
    return this.explained(null, () => this.#transact(title, act));
  }

  /** Runs a write; what a constraint of the schema refuses is told in Chinese. `what` is the row being written. */
  explained<Result>(what: { entity: string; row: Row } | null, write: () => Result): Result {
    try {
      return write();
    } catch (error) {
      throw explainConstraint(this.schema, this, what, error) ?? error;
    }
  }

  #transact<Result>(title: ChangeTitle, act: (change: Change) => Result): { result: Result; changeSetId: number | null } {
    const { actor, kind, summary, undoes = null } = title;
    return this.db
      .transaction(() => {
        const { lastInsertRowid } = this.prepare(
          `INSERT INTO change_set (uid, at, actor, person_id, kind, summary, undoes_id, schema)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          randomUUID(),
          this.clock.now().toISOString(),
          actor.login,
          actor.personId,
          kind,
          shownSummary(summary),
          undoes,
          newestVersion(this.schema),
        );
        const pen = new Pen(this, Number(lastInsertRowid), actor);
        const result = act(pen);
        // It would go on after the commit.
        if (result instanceof Promise) throw new Error(`the act ${kind} does not write in one turn`);
        pen.settle();
        if (pen.strokes > 0 && !pen.named && summary === '') throw new Error(`the act ${kind} says no summary`);
        if (pen.strokes > 0) return { result, changeSetId: pen.id };
        this.prepare('DELETE FROM change_set WHERE id = ?').run(pen.id);
        return { result, changeSetId: null };
      })
      .immediate();
  }

  /** Aborted when it is closed, swapped or left: what works on this very office ends with it. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort();
    this.#statements.clear();
    this.db.close();
  }
}

class Pen implements Change {
  readonly id: number;
  readonly office: Office;
  readonly actor: Actor;
  readonly today: string;
  strokes = 0;
  named = false;
  /** By entity and id, the rows written, as they were before the act. */
  readonly #touched = new Map<string, Map<number, Row | null>>();
  readonly #meant = new Map<string, Map<number, Row>>();

  constructor(office: Office, id: number, actor: Actor) {
    this.office = office;
    this.id = id;
    this.actor = actor;
    this.today = office.clock.today();
  }

  /** Lets what must follow from the rows written follow, and asks their tables whether the act leaves them whole. @throws Refusal where it doesn't. */
  settle(): void {
    const { tables } = this.office.schema;
    for (const { name, follow } of tables) {
      const told = follow && this.#touched.has(name) ? follow(this, this.#written(name)) : null;
      if (told !== null)
        this.office
          .prepare('UPDATE change_set SET summary = summary || ? WHERE id = ?')
          .run(shownSummary(`（${told}）`), this.id);
    }
    for (const { name, settled } of tables) {
      const objection = settled && this.#touched.has(name) ? settled(this.office, this.#written(name)) : null;
      if (objection !== null) throw new Refusal(objection);
    }
  }

  #written(entity: string): Written[] {
    return [...(this.#touched.get(entity) ?? [])].map(([id, before]) => ({
      id,
      before,
      after: this.office.row(entity, id) ?? null,
      meant: this.#meant.get(entity)?.get(id) ?? null,
    }));
  }

  insert(entity: string, row: Row): number {
    tableNamed(this.office.schema, entity);
    const full: Row = row.uid === undefined ? { uid: randomUUID(), ...row } : row;
    const columns = Object.keys(full);
    const statement = this.office.prepare<Row, Row>(
      `INSERT INTO ${entity} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')}) RETURNING *`,
    );
    const written = this.office.explained({ entity, row: full }, () => statement.get(full));
    if (!written) throw new Error(`${entity} was not inserted`);
    const id = Number(written.id);
    this.#note(entity, id, 'insert', null, written);
    return id;
  }

  update(entity: string, id: number, columns: Row): boolean {
    const before = this.#mustRead(entity, id);
    const changed = Object.keys(columns).filter((column) => before[column] !== columns[column]);
    if (changed.length === 0) return false;
    const statement = this.office.prepare(
      `UPDATE ${entity} SET ${changed.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
    );
    this.office.explained({ entity, row: { ...before, ...columns } }, () => statement.run({ ...columns, id }));
    this.#note(entity, id, 'update', before, this.#mustRead(entity, id));
    return true;
  }

  remove(entity: string, id: number): void {
    const before = this.#mustRead(entity, id);
    this.office.explained({ entity, row: before }, () => this.office.prepare(`DELETE FROM ${entity} WHERE id = ?`).run(id));
    this.#note(entity, id, 'remove', before, null);
  }

  follow(entity: string, id: number, meant: Row | null): void {
    this.#touch(entity, id, this.office.row(entity, id) ?? null);
    const meantRows = this.#meant.get(entity) ?? new Map<number, Row>();
    if (meant) this.#meant.set(entity, meantRows.set(id, meant));
  }

  reveal(entity: string, id: number, column: string): void {
    this.#note(entity, id, 'reveal', null, { column });
  }

  say(summary: string): void {
    this.named = true;
    this.office.prepare('UPDATE change_set SET summary = ? WHERE id = ?').run(shownSummary(summary), this.id);
  }

  #mustRead(entity: string, id: number): Row {
    const { word } = tableNamed(this.office.schema, entity);
    const row = this.office.row(entity, id);
    if (!row) throw new Refusal(`要改的${word}已不在台账里，可能已被删除或撤销。请刷新后再试。`);
    return row;
  }

  #touch(entity: string, id: number, before: Row | null): void {
    const touched = this.#touched.get(entity) ?? new Map<number, Row | null>();
    this.#touched.set(entity, touched);
    if (!touched.has(id)) touched.set(id, before);
  }

  #note(entity: string, id: number, act: string, before: Row | null, after: Row | null): void {
    this.strokes++;
    if (act !== 'reveal') this.#touch(entity, id, before);
    this.office
      .prepare('INSERT INTO audit_line (change_set_id, entity, entity_id, act, before, after) VALUES (?, ?, ?, ?, ?, ?)')
      .run(this.id, entity, id, act, before && JSON.stringify(before), after && JSON.stringify(after));
  }
}
