// What holds from a day to a day: whatever is changed from a day or corrected in whatever order, the versions follow each other
// without a gap, every day says what a model of a few lines says, and undo takes it all back.
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import { changeFrom, closeAfter, correct, versionOn, versionsOf } from '../../main/kit/versions.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { insertCommunity } from '../../main/rooms/roster/places.ts';
import { gridVersions } from '../../main/rooms/roster/versions.ts';
import { addDays } from '../../shared/rules/day.ts';
import { nobody, openProgram } from '../harness/program.ts';
import { dump } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let grid = 0;
beforeAll(() => {
  program = openProgram();
  program.office().db.pragma('synchronous = OFF');
  program.office().change({ actor: nobody, kind: 'x', summary: '一格' }, (change) => {
    grid = insertGrid(change, { placeId: insertCommunity(change, { name: '社区' }), name: 'A', kind: 'urban' });
    change.update('grid_version', Number(versionsOf(change.office, gridVersions, grid)[0]?.id), { initials: initialsOf('A') });
  });
});
afterAll(() => program.close());

/** Day 0 stands for everything before the days that the acts name. */
const dayOf = (number: number): string => addDays('2025-12-31', number);
const days = Array.from({ length: 11 }, (_, number) => number);

type Field = 'name' | 'kind';
type Model = Record<Field, string[]>;

/** The days beside `at` that say the same in an unbroken row, in one direction. */
const reach = (values: readonly string[], at: number, step: 1 | -1): number[] => {
  const reached: number[] = [];
  for (let day = at; values[day] === values[at] && day >= 0 && day < values.length; day += step) reached.push(day);
  return reached;
};

const step = fc.record({
  act: fc.constantFrom('from', 'from', 'correct'),
  field: fc.constantFrom<Field>('name', 'name', 'kind'),
  day: fc.integer({ min: 1, max: 10 }),
  value: fc.constantFrom('A', 'B', 'C'),
});

/** Two of the names are spelled alike. */
const initialsOf = (name: string): string => (name === 'C' ? 'c' : 'ab');

const spoken = (field: Field, value: string): string => (field === 'kind' ? (value === 'A' ? 'urban' : 'rural') : value);

test('every day says what the model says, and undo brings the first state back', () => {
  const office = program.office();
  const before = dump(office);
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const model: Model = { name: days.map(() => 'A'), kind: days.map(() => 'urban') };
      const done: number[] = [];
      for (const { act, field, day, value: letter } of steps) {
        const value = spoken(field, letter);
        const values = model[field];
        const differs = values[day] !== value;
        const { changeSetId } = office.change({ actor: nobody, kind: 'x', summary: 's' }, (change) => {
          const next = field === 'name' ? { name: value, initials: initialsOf(value) } : { kind: value };
          const said = { id: grid, day: dayOf(day), next };
          if (act === 'from') changeFrom(change, gridVersions, { ...said, what: '一格' });
          else correct(change, gridVersions, said);
        });
        expect(changeSetId !== null).toBe(differs);
        if (changeSetId !== null) done.push(changeSetId);
        const touched = act === 'from' ? reach(values, day, 1) : [...reach(values, day, 1), ...reach(values, day, -1)];
        for (const each of touched) values[each] = value;
        for (const each of days)
          expect(versionOn(office, gridVersions, grid, dayOf(each)), `${JSON.stringify(steps)} ${each}`).toMatchObject({
            name: model.name[each],
            kind: model.kind[each],
            initials: initialsOf(model.name[each] ?? ''),
          });
        const versions = versionsOf(office, gridVersions, grid);
        for (const [index, version] of versions.slice(1).entries())
          expect(version.first_day).toBe(addDays(String(versions[index]?.last_day), 1));
        expect([versions[0]?.first_day, versions.at(-1)?.last_day]).toEqual([null, null]);
      }
      for (const changeSetId of done.toReversed()) undo(office, nobody, changeSetId);
      expect(dump(office)).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test('a thing ends once, on a day on which it is there and after which nothing is planned', () => {
  const office = program.office();
  const act = (write: Parameters<typeof office.change>[1]) =>
    office.change({ actor: nobody, kind: 'x', summary: 's' }, write).changeSetId ?? 0;
  const end = (number: number) => () =>
    act((change) => closeAfter(change, gridVersions, { id: grid, lastDay: dayOf(number), what: '一格' }));
  const planned = act((change) =>
    changeFrom(change, gridVersions, { id: grid, day: dayOf(5), next: { name: 'B' }, what: '一格' }),
  );
  expect(end(4)).toThrow(`“一格”已登记自 ${dayOf(5)} 起有变更，不能停用到 ${dayOf(4)}`);
  const ended = end(7)();
  expect(end(8)).toThrow(`“一格”在 ${dayOf(8)} 没有在使用`);
  expect(() =>
    act((change) => changeFrom(change, gridVersions, { id: grid, day: dayOf(9), next: { name: 'C' }, what: '一格' })),
  ).toThrow(`“一格”在 ${dayOf(9)} 已不再使用`);
  undo(office, nobody, ended);
  undo(office, nobody, planned);
});
