// What the forms call dated is what the tables keep from a day to a day.
import { expect, test } from 'vitest';
import type { Bindings } from '../../main/kit/bindings.ts';
import { gridBindings } from '../../main/rooms/roster/gridBindings.ts';
import { placeBindings, placeFields } from '../../main/rooms/roster/placeBindings.ts';
import type { Fields } from '../../shared/kit/fields.ts';
import { gridFields } from '../../shared/roster/gridFields.ts';
import { branchFields } from '../../shared/roster/placeFields.ts';
import { openProgram } from '../harness/program.ts';

const datedOf = (fields: Fields): string[] => Object.keys(fields).filter((key) => fields[key]?.dated);

test.each([
  ['places', placeFields, placeBindings],
  ['grids', gridFields, gridBindings],
] as [string, Fields, Bindings<Fields>][])('of %s it is what is written to a version', (_, fields, bindings) => {
  expect(datedOf(fields)).toEqual(Object.keys(fields).filter((key) => bindings[key]?.writes === 'version'));
  expect(datedOf(fields)).toContain('name');
});

test('of branches it is what a version holds', () => {
  const program = openProgram();
  const columns = program.office().db.pragma('table_info(branch_version)') as { name: string }[];
  const own = ['id', 'uid', 'branch_id', 'first_day', 'last_day', 'sort_order'];
  expect(columns.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual(datedOf(branchFields));
  program.close();
});
