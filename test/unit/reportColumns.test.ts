// A report's columns and sums go by the keys of its fields: what is misspelled doesn't compile, what isn't a column of the request
// throws, and no sums are ever by another column.
import { expect, test } from 'vitest';
import { entriesOf } from '../../main/ground/sheets/entries.ts';
import { reportOf } from '../../main/rooms/reports/report.ts';
import { reportParameters } from '../../shared/reports.ts';
import { communityFields } from '../../shared/roster/placeFields.ts';

const rest = {
  parameters: reportParameters.communities,
  measure: '个',
  fields: communityFields,
  told: () => ({}),
  sql: '',
  order: '',
  workerId: () => null,
  gaps: () => [],
  scope: () => [],
  narrowing: () => ({}),
  quota: () => null,
  vacant: () => null,
};
const request = { ...reportParameters.communities.first, asOf: '2026-09-28', subtotals: true };
const columns = ['name', 'branch', 'grids'] as const;

test('sums are by the column of their field, 序号 not counted among the fields', () => {
  const asked = reportOf({ ...rest, columns: () => columns, subtotals: () => 'branch' }).asked(request);
  expect(asked.columns.map(({ title }) => title)).toEqual(['序号', '名称', '社区总支', '网格数']);
  expect(asked.subtotalBy).toBe(2);
  expect(reportOf({ ...rest, columns: () => columns }).asked(request).subtotalBy).toBeUndefined();
});

test('sums by a field that the request leaves out throw', () => {
  const report = reportOf({
    ...rest,
    columns: () => columns.filter(({ length }) => length < 'branch'.length),
    subtotals: () => 'branch',
  });
  expect(() => report.asked(request)).toThrow('sums by branch, which is no column');
});

test('a key that no field or no column has is no type', () => {
  // @ts-expect-error -- no such field
  reportOf({ ...rest, columns: () => ['name', 'brunch'] as const });
  // @ts-expect-error -- no such field
  reportOf({ ...rest, columns: () => columns, subtotals: () => 'brunch' });
  // @ts-expect-error -- a field, but none of the columns
  reportOf({ ...rest, columns: () => columns, subtotals: () => 'note' });
});

test.each([-1, 3, Number.NaN])('sums by column %s, which a sheet doesn’t have, throw', (subtotalBy) => {
  const sheet = {
    columns: [
      { title: '名称', kind: 'text' },
      { title: '网格数', kind: 'number', total: true },
    ] as const,
    subtotalBy,
  };
  expect(() => [...entriesOf(sheet, [['甲', 1]])]).toThrow(`no column ${subtotalBy} to sum by`);
});
