// Offices that earlier programs wrote go on opening in this one: what was read out of them then is read out of them now, and
// every act in them can be undone and done again, whatever has become of the tables its audit lines speak of.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../main/ground/audit/acts.ts';
import { officeFileName } from '../../main/ground/office/desk.ts';
import { stoppedClock } from '../../shared/clock.ts';
import { maskNumbersIn } from '../../shared/rules/masking.ts';
import { disagreements } from '../harness/oracle.ts';
import { openProgram, temporaryFolder } from '../harness/program.ts';

type Counts = Record<string, number>;
/** What the program that wrote the office read out of it. */
type Written = {
  rows: Counts;
  changeSets: Counts;
  auditLines: Record<string, Counts>;
  /** By day; the lists from their beginning. */
  readings: Record<string, object>;
  /** As it was after its first act, the figures as of the last day. */
  founded: { rows: Counts; figures: object };
};

type Program = ReturnType<typeof openProgram>;

/** What is said of those whose posting ends, or no longer ends, with a grid. */
const followed = /（[^（）]*的任职(?:不再)?到[^（）]*为止）$/;

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../fixtures', name));

/**
 * `lastDay`: of its acts; who is leaving and who has left is asked as of then. `limit`: so many rows of each list were written down.
 * `standing`: so many of its acts stand. `moved`: tables that the next step of the schema moved or added a column to.
 */
const offices = [
  { schema: 1, lastDay: '2026-10-20', limit: 5, standing: 81, moved: ['branch', 'grid', 'posting', 'place_version'] },
  { schema: 2, lastDay: '2026-11-20', limit: 12, standing: 62, moved: ['posting'] },
];

describe.each(offices)('the office of schema $schema', ({ schema, lastDay, limit, standing: standingActs, moved }) => {
  const written = JSON.parse(fixture(`office-schema-${schema}.json`).toString()) as Written;
  const clock = stoppedClock(new Date(`${lastDay}T08:00:00Z`), lastDay);

  let temporary: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    temporary = temporaryFolder();
    file = path.join(temporary.folder, officeFileName);
    writeFileSync(file, gunzipSync(fixture(`office-schema-${schema}.gridledger.gz`)));
  });
  afterEach(() => temporary.remove());

  async function inTheProgram(work: (program: Program) => Promise<void>): Promise<void> {
    const program = openProgram({ folder: temporary.folder, clock });
    try {
      await work(program);
    } finally {
      program.close();
    }
  }

  async function read({ caller }: Program, asOf: string): Promise<object> {
    const page = { asOf, limit };
    return {
      figures: await caller.roster.figures({ asOf }),
      workers: await caller.roster.workers.list(page),
      grids: await caller.roster.grids.list(page),
      places: await caller.roster.places.list(page),
    };
  }

  const countRows = (db: Database.Database, tables: readonly string[]): Counts =>
    Object.fromEntries(
      tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0]),
    );

  /** Tables whose rows are people, places and what befell them: no upgrade adds or drops one. */
  const kept = ['worker', 'personnel_action', 'posting', 'place', 'photo'];

  async function expectAsWritten(program: Program): Promise<void> {
    expect(countRows(program.office().db, kept)).toEqual(Object.fromEntries(kept.map((table) => [table, written.rows[table]])));
    // A later program may say more of a row, never less, but that of ID numbers four digits at the end were shown.
    for (const [day, reading] of Object.entries(written.readings))
      expect(await read(program, day), day).toMatchObject(JSON.parse(maskNumbersIn(JSON.stringify(reading), 'keep')) as object);
  }

  function expectWhole(office: ReturnType<Program['office']>): void {
    const { db } = office;
    expect(disagreements(office)).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  }

  const allActs = async ({ caller }: Program): Promise<Act[]> => (await caller.audit.list({ limit: 500 })).rows;

  /** The acts whose doing is in the roster now, newest first; of one that was undone and done again, the last time. */
  const standing = (acts: readonly Act[]): Act[] => {
    const undone = new Set(acts.map(({ undoes }) => undoes));
    return acts.filter(({ id, kind }) => !['office.found', 'reveal', 'undo'].includes(kind) && !undone.has(id));
  };

  test('is the file that was written then', () => {
    const db = new Database(file, { readonly: true });
    try {
      expect(db.pragma('user_version', { simple: true })).toBe(schema);
      expect(countRows(db, Object.keys(written.rows))).toEqual(written.rows);
      const lines: Record<string, Counts> = {};
      const counted = db.prepare<[], [string, string, number]>(
        'SELECT entity, act, count(*) FROM audit_line GROUP BY entity, act',
      );
      for (const [entity, act, count] of counted.raw().all()) lines[entity] = { ...lines[entity], [act]: count };
      expect(lines).toEqual(written.auditLines);
      // Whatever a line can say of a row, it says of one of each kind that the next step moved.
      for (const entity of moved)
        expect(Object.keys(lines[entity] ?? {}), entity).toEqual(expect.arrayContaining(['insert', 'update', 'remove']));
    } finally {
      db.close();
    }
  });

  test('it opens whole and reads as it did', async () => {
    await inTheProgram(async (program) => {
      expectWhole(program.office());
      const kinds: Counts = {};
      // The first program called an undo of an undo an undo too.
      for (const { kind } of await allActs(program)) {
        const then = schema === 1 && kind === 'redo' ? 'undo' : kind;
        kinds[then] = (kinds[then] ?? 0) + 1;
      }
      expect(kinds).toEqual(written.changeSets);
      await expectAsWritten(program);
    });
  });

  function expectAsFounded(program: Program, figures: object): void {
    expectWhole(program.office());
    expect(countRows(program.office().db, Object.keys(written.founded.rows))).toEqual(written.founded.rows);
    expect(figures).toMatchObject(written.founded.figures);
  }

  test('every act in it can be undone, the newest first, back to the founding, and then done again', async () => {
    await inTheProgram(async (program) => {
      const { caller } = program;
      const undone: number[] = [];
      for (const { id, summary } of standing(await allActs(program))) {
        const outcome = await caller.audit.undo({ changeSetId: id });
        expect(outcome.summary.replace(followed, '')).toBe(
          `撤销：${summary.replace(/^(撤销：|重做：)+/, '').replace(followed, '')}`,
        );
        undone.push(outcome.changeSetId);
      }
      expect(undone.length).toBe(standingActs);
      expectAsFounded(program, await caller.roster.figures({ asOf: lastDay }));

      for (const changeSetId of undone.toReversed())
        expect((await caller.audit.undo({ changeSetId })).summary).toMatch(/^重做：/);
      expectWhole(program.office());
      await expectAsWritten(program);
    });
  });

  test('its whole history can be walked back, through what was undone and done again, so that every audit line is undone once', async () => {
    await inTheProgram(async (program) => {
      const { caller } = program;
      /** Where an act was undone in the file: what did it again, on the way back. */
      const again = new Map<number, number>();
      const acts = (await allActs(program)).filter(({ kind }) => kind !== 'office.found' && kind !== 'reveal');
      for (const { id, undoes } of acts) {
        const { changeSetId } = await caller.audit.undo({ changeSetId: again.get(id) ?? id });
        if (undoes !== null) again.set(undoes, changeSetId);
      }
      expectAsFounded(program, await caller.roster.figures({ asOf: lastDay }));
    });
  });
});
