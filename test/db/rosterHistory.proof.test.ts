// Whatever people do in whatever order, nobody serves in two grids and no grid has two workers on one day; what the program
// takes and refuses, and its answers as of a day, are those of a model of a few lines.
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import type { Change } from '../../main/ground/office/office.ts';
import { insertCommunity } from '../../main/rooms/roster/places.ts';
import { closeGrid } from '../../main/rooms/roster/gridActs.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { listGrids } from '../../main/rooms/roster/gridsList.ts';
import { assign, leave, swap, transfer } from '../../main/rooms/roster/personnelActs.ts';
import { correctPosting } from '../../main/rooms/roster/postingCorrection.ts';
import { insertWorker } from '../../main/rooms/roster/workers.ts';
import { listWorkers } from '../../main/rooms/roster/workersList.ts';
import { stoppedClock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/refusal.ts';
import { dayBefore } from '../../shared/rules/day.ts';
import { gridListSchema } from '../../shared/roster/grids.ts';
import { workerListSchema } from '../../shared/roster/workers.ts';
import { disagreements } from '../harness/oracle.ts';
import { nobody, openProgram, tester } from '../harness/program.ts';
import { dump } from '../harness/street.ts';

const today = '2026-01-06';
let program: ReturnType<typeof openProgram>;
beforeAll(() => {
  program = openProgram({ clock: stoppedClock(new Date(`${today}T02:00:00Z`), today) });
  // Thousands of commits; whether they survive a power cut is another test's matter.
  program.office().db.pragma('synchronous = OFF');
});
afterAll(() => program.close());

/** `withGrid`: nobody ended it, its grid is closed with it. */
type Posting = { worker: number; grid: number; first: string; last: string | null; withGrid: boolean };

const covers = (posting: Posting, day: string): boolean => posting.first <= day && (posting.last ?? '9999') >= day;

/** The last days of grids that are closed. */
let closed = new Map<number, string>();

/** The model: each act gives the new postings, or null when it must be refused. */
const model = {
  open(postings: Posting[], worker: number, grid: number, first: string): Posting[] | null {
    const last = closed.get(grid) ?? null;
    const opened = { worker, grid, first, last, withGrid: last !== null };
    const taken = postings.some(
      (one) =>
        (one.worker === worker || one.grid === grid) && (one.last ?? '9999') >= first && one.first <= (opened.last ?? '9999'),
    );
    const across = departures(worker).some((departure) => departure >= first && departure < (opened.last ?? '9999'));
    return taken || across || (last !== null && last < first) ? null : [...postings, opened];
  },
  end(postings: Posting[], worker: number, day: string, last: string): Posting[] | null {
    const serving = postings.find((one) => one.worker === worker && covers(one, day));
    if (!serving || (serving.last !== null && !serving.withGrid) || last < serving.first) return null;
    return postings.map((one) => (one === serving ? { ...one, last, withGrid: false } : one));
  },
  waits(postings: Posting[], worker: number, day: string): boolean {
    const [past] = postings
      .filter((one) => one.worker === worker && one.last !== null && one.last < day)
      .sort((a, b) => (a.first < b.first ? 1 : -1));
    return Boolean(past?.withGrid && !departures(worker).some((departure) => departure >= (past.last ?? '') && departure <= day));
  },
  leave(postings: Posting[], worker: number, day: string): Posting[] | null {
    const own = postings.filter((one) => one.worker === worker);
    const again = departures(worker).some(
      (departure) => departure >= day || !own.some((one) => (one.last ?? '9999') > departure),
    );
    if (again || own.some((one) => one.first > day)) return null;
    const free = own.length === 0 || (!own.some((one) => covers(one, day)) && this.waits(postings, worker, day));
    return free ? postings : this.end(postings, worker, day, day);
  },
  close(postings: Posting[], grid: number, day: string): Posting[] | null {
    const before = closed.get(grid);
    return (before !== undefined && before <= day) || postings.some((one) => one.grid === grid && (one.last ?? '9999') > day)
      ? null
      : postings;
  },
  move(postings: Posting[], worker: number, grid: number, day: string): Posting[] | null {
    if (postings.some((one) => one.worker === worker && one.grid === grid && covers(one, day))) return null;
    const ended = this.end(postings, worker, day, dayBefore(day));
    return ended && this.open(ended, worker, grid, day);
  },
  swap(postings: Posting[], one: number, other: number, day: string): Posting[] | null {
    const there = [one, other].map((worker) => postings.find((posting) => posting.worker === worker && covers(posting, day)));
    const [first, second] = there;
    if (!first || !second || one === other) return null;
    const ended = this.end(postings, one, day, dayBefore(day));
    const both = ended && this.end(ended, other, day, dayBefore(day));
    const opened = both && this.open(both, one, second.grid, day);
    return opened && this.open(opened, other, first.grid, day);
  },
};

// Few people, grids and days, so that acts meet.
const day = fc.integer({ min: 4, max: 8 }).map((number) => `2026-01-${String(number).padStart(2, '0')}`);
const index = fc.nat({ max: 2 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('assign' as const), worker: index, grid: index, day }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('transfer' as const), worker: index, grid: index, day }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('leave' as const), worker: index, grid: index, day }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('swap' as const), worker: index, grid: index, day }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('close' as const), worker: index, grid: index, day }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const), worker: index, grid: index, day }) },
);

function freshStreet() {
  const office = program.office();
  const { result, changeSetId } = office.change({ actor: nobody, kind: 'x', summary: '新街道' }, (change) => {
    const three = [0, 1, 2];
    const placeId = insertCommunity(change, { name: `社区${change.id}` });
    const grids = three.map((number) => insertGrid(change, { placeId, name: `网格${number}` }));
    const workers = three.map((number) => insertWorker(change, { name: `员${number}` }));
    return { placeId, grids, workers };
  });
  return { ...result, founding: changeSetId ?? 0 };
}

const stored = (workers: readonly number[]): Posting[] =>
  program
    .office()
    .prepare<[string], Omit<Posting, 'withGrid'> & { withGrid: 0 | 1 }>(
      `SELECT worker_id AS worker, grid_id AS grid, first_day AS first, last_day AS last,
         last_day IS NOT NULL AND ended IS NULL AS withGrid FROM posting WHERE worker_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(workers))
    .map((one) => ({ ...one, withGrid: one.withGrid === 1 }));

/** Somebody's last day is that of an act, or of their grid. */
function expectBounded(workers: readonly number[]): void {
  const strays = program
    .office()
    .prepare<[string], object>(
      `SELECT posting.*, (SELECT max(ifnull(last_day, '9999')) FROM grid_version WHERE grid_version.grid_id = posting.grid_id) AS grid_last
       FROM posting WHERE worker_id IN (SELECT value FROM json_each(?))
       AND ((ended IS NULL) <> (closed_by_id IS NULL) OR ended IS NULL AND ifnull(last_day, '9999') <> grid_last)`,
    )
    .all(JSON.stringify(workers));
  expect(strays).toEqual([]);
}

const closedOf = (grids: readonly number[]): Map<number, string> =>
  new Map(
    program
      .office()
      .prepare<[string], [number, string]>(
        'SELECT grid_id, last_day FROM grid_version WHERE last_day IS NOT NULL AND grid_id IN (SELECT value FROM json_each(?))',
      )
      .raw()
      .all(JSON.stringify(grids)),
  );

const departures = (worker: number): string[] =>
  program
    .office()
    .prepare<[number], string>(`SELECT day FROM personnel_action WHERE worker_id = ? AND kind = 'resignation'`)
    .pluck()
    .all(worker);

const sorted = (postings: readonly Posting[]): string[] => postings.map((posting) => JSON.stringify(posting)).sort();

function attempt(write: (change: Change) => void): number | null {
  try {
    return program.office().change({ actor: nobody, kind: 'x', summary: 's' }, write).changeSetId;
  } catch (error) {
    if (error instanceof Refusal && !/[a-z]{3}/.test(error.message)) return null;
    throw error;
  }
}

function expectNoOverlap(postings: Posting[]): void {
  for (const [at, one] of postings.entries())
    for (const other of postings.slice(at + 1)) {
      if (one.worker !== other.worker && one.grid !== other.grid) continue;
      const apart = (one.last ?? '9999') < other.first || (other.last ?? '9999') < one.first;
      expect(apart, `${JSON.stringify(one)} ${JSON.stringify(other)}`).toBe(true);
    }
}

function expectAnswers(postings: Posting[], street: ReturnType<typeof freshStreet>, asOf: string): void {
  const office = program.office();
  const found = new Map(listWorkers(office, workerListSchema.parse({ asOf, limit: 500 })).rows.map((row) => [row.id, row]));
  for (const worker of street.workers) {
    const begun = postings.filter((one) => one.worker === worker && one.first <= asOf);
    const latest = begun.sort((a, b) => (a.first < b.first ? 1 : -1))[0];
    const followed = postings.some((one) => one.worker === worker && latest?.last != null && one.first > latest.last);
    const gone = departures(worker).some((departure) => departure <= asOf);
    const waits = latest !== undefined && !covers(latest, asOf) && model.waits(postings, worker, asOf);
    const status = !latest
      ? gone
        ? 'left'
        : 'unassigned'
      : waits
        ? 'unassigned'
        : !covers(latest, asOf)
          ? 'left'
          : latest.last !== null && !latest.withGrid && latest.last >= today && !followed
            ? 'leaving'
            : 'onDuty';
    const shown = waits ? undefined : latest;
    expect(found.get(worker)).toMatchObject({ status, gridId: shown?.grid ?? null, firstDay: shown?.first ?? null });
  }
  const grids = listGrids(office, gridListSchema.parse({ asOf, placeId: street.placeId })).rows;
  const there = street.grids.filter((grid) => (closed.get(grid) ?? '9999') >= asOf);
  expect(grids.map((row) => [row.id, row.workerId])).toEqual(
    there.map((grid) => [grid, postings.find((one) => one.grid === grid && covers(one, asOf))?.worker ?? null]),
  );
}

test('no sequence of acts puts two people in a grid or one in two, and every day answers as the model does', () => {
  const office = program.office();
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), day, (steps, asOf) => {
      // Only this run's people are in the list, so that a page holds them all.
      const street = freshStreet();
      const paper = { reason: null, documentNumber: null };
      let postings: Posting[] = [];
      closed = new Map();
      let done: { changeSetId: number; before: ReturnType<typeof dump> }[] = [];
      for (const { act, worker: at, grid: to, day: when } of steps) {
        const workerId = street.workers[at] ?? 0;
        const otherWorkerId = street.workers[to] ?? 0;
        const gridId = street.grids[to] ?? 0;
        const before = dump(office);
        if (act === 'undo') {
          const last = done.at(-1);
          if (!last) continue;
          undo(office, nobody, last.changeSetId);
          done = done.slice(0, -1);
          expect(dump(office)).toEqual(last.before);
          postings = stored(street.workers);
          closed = closedOf(street.grids);
          continue;
        }
        const [expected, changeSetId] =
          act === 'assign'
            ? [
                model.open(postings, workerId, gridId, when),
                attempt((change) => assign(change, { workerId, gridId, day: when, precision: 'day', ...paper })),
              ]
            : act === 'transfer'
              ? [
                  model.move(postings, workerId, gridId, when),
                  attempt((change) => transfer(change, { workerId, gridId, day: when, ...paper })),
                ]
              : act === 'leave'
                ? [
                    model.leave(postings, workerId, when),
                    attempt((change) => leave(change, { workerId, kind: 'resignation', day: when, ...paper })),
                  ]
                : act === 'close'
                  ? [
                      model.close(postings, gridId, when),
                      attempt((change) => void closeGrid(change, { id: gridId, lastDay: when })),
                    ]
                  : [
                      model.swap(postings, workerId, otherWorkerId, when),
                      attempt((change) => swap(change, { workerId, otherWorkerId, day: when, ...paper })),
                    ];
        expect(changeSetId !== null, `${act} ${JSON.stringify(postings)} ${workerId} ${gridId} ${when}`).toBe(expected !== null);
        postings = expected ?? postings;
        closed = closedOf(street.grids);
        if (changeSetId === null) expect(dump(office)).toEqual(before);
        else done = [...done, { changeSetId, before }];
        expect(sorted(stored(street.workers))).toEqual(sorted(postings));
      }
      expectNoOverlap(stored(street.workers));
      for (const one of [asOf, dayBefore(today), today, '2026-01-08', '2026-01-09']) expectAnswers(postings, street, one);
      // Everything back, everything again, and back: the audit and the rows go together all the way.
      const after = dump(office);
      const undone = done.toReversed().map(({ changeSetId }) => undo(office, nobody, changeSetId).changeSetId);
      expect(dump(office)).toEqual(done[0]?.before ?? after);
      const again = undone.toReversed().map((changeSetId) => undo(office, nobody, changeSetId).changeSetId);
      expect(dump(office)).toEqual(after);
      for (const changeSetId of again.toReversed()) undo(office, nobody, changeSetId);
      undo(office, nobody, street.founding);
    }),
    { numRuns: 120 },
  );
});

const takeBack = (changeSetId: number): number | null => {
  try {
    return undo(program.office(), nobody, changeSetId).changeSetId;
  } catch (error) {
    if (error instanceof Refusal && !/[a-z]{3}/.test(error.message.replaceAll(tester, ''))) return null;
    throw error;
  }
};

function correctLatest(change: Change, workerId: number, firstDay: string): void {
  const find = change.office.prepare<[number], number>(
    'SELECT id FROM posting WHERE worker_id = ? ORDER BY first_day DESC LIMIT 1',
  );
  const postingId = find.pluck().get(workerId);
  if (postingId !== undefined) correctPosting(change, { postingId, firstDay, precision: 'day' });
}

test('whoever was not ended serves as long as their grid is there, in whatever order acts are taken back and done again', () => {
  const office = program.office();
  const mark = office.prepare<[], number>('SELECT count(*) FROM change_set').pluck();
  // Two people and two grids, whose closings come and go beneath them. A toggle takes an act back, or does it again.
  const few = { worker: fc.nat({ max: 1 }), grid: fc.nat({ max: 1 }), day };
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('leave' as const, 'close' as const, 'assign' as const), ...few }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('transfer' as const, 'swap' as const), ...few }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('correct' as const), ...few }) },
    { weight: 8, arbitrary: fc.record({ act: fc.constant('toggle' as const), which: fc.nat({ max: 3 }) }) },
  );
  const begin = [
    { act: 'close' as const, worker: 0, grid: 0, day: '2026-01-07' },
    { act: 'assign' as const, worker: 0, grid: 0, day: '2026-01-05' },
  ];
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 14 }), (steps) => {
      const street = freshStreet();
      const people = [0, 1].map((at) => street.workers[at] ?? 0);
      const grids = [0, 1].map((at) => street.grids[at] ?? 0);
      /** What each act is taken back, or done again, by. */
      const last: number[] = [];
      let newest = 0;
      for (const one of [...begin, ...steps]) {
        const before = mark.get();
        const toggled = one.act === 'toggle' ? one.which % last.length : last.length;
        const done =
          one.act === 'toggle'
            ? takeBack(last[toggled] ?? 0)
            : attempt((change) => {
                const [workerId = 0, otherWorkerId = 0] = one.worker === 0 ? people : people.toReversed();
                const gridId = grids[one.grid] ?? 0;
                if (one.act === 'leave') leave(change, { workerId, kind: 'dismissal', day: one.day });
                else if (one.act === 'close') closeGrid(change, { id: gridId, lastDay: one.day });
                else if (one.act === 'correct') correctLatest(change, workerId, one.day);
                else if (one.act === 'transfer') transfer(change, { workerId, gridId, day: one.day });
                else if (one.act === 'swap') swap(change, { workerId, otherWorkerId, day: one.day });
                else assign(change, { workerId, gridId, day: one.day, precision: 'day' });
              });
        if (done === null) expect(mark.get()).toBe(before);
        else newest = last[toggled] = done;
        expectNoOverlap(stored(people));
        expectBounded(people);
      }
      // The last one can be taken back to the byte, and done again.
      const whole = dump(office);
      undo(office, nobody, undo(office, nobody, newest).changeSetId);
      expect(dump(office)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('after all that, each row is what its last audit line says', () => {
  expect(disagreements(program.office())).toEqual([]);
});
