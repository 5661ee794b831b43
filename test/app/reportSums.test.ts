// The reports with the sums of each branch (小计), through the whole handler: in the preview, in the workbook, and whatever the order
// of the branches.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import { type ReportPreview, type ReportRequest, reportParameters } from '../../shared/reports.ts';
import { nobody, openProgram, testDay } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeAll(() => {
  program = openProgram();
  const office = program.office();
  office.change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
    const branches = ['第一社区总支', '第二社区总支', '第三社区总支'].map((name) => insertBranch(change, { name }));
    for (const [index, branchId] of branches.entries())
      for (let number = 1; number <= ([12, 18, 14][index] ?? 0); number++) {
        const placeId = insertCommunity(change, { name: `${'甲乙丙'[index] ?? ''}${number}社区`, branchId });
        insertGrid(change, { placeId, code: null });
      }
  });
});
afterAll(() => program.close());

const rowsAmong = ({ lines }: ReportPreview): number => lines.filter(({ kind }) => kind === 'row').length;

describe('the preview of more rows than it shows', () => {
  const asked = { ...reportParameters.communities.first, asOf: testDay };

  test('shows thirty of them, and says how many are left, sums or not', async () => {
    for (const subtotals of [false, true]) {
      // oxlint-disable-next-line no-await-in-loop -- one office
      const sheet = await program.caller.reports.preview({ ...asked, subtotals });
      expect({ subtotals, count: sheet.count, shown: rowsAmong(sheet), rest: sheet.rest }).toEqual({
        subtotals,
        count: 44,
        shown: 30,
        rest: 14,
      });
    }
  });

  test('has the sums as what they are, with their words and the columns that these take', async () => {
    const { lines, totals } = await program.caller.reports.preview({ ...asked, subtotals: true });
    expect(lines.flatMap((line, index) => (line.kind === 'sums' ? [{ ...line, index }] : []))).toEqual([
      {
        kind: 'sums',
        index: 12,
        label: '第一社区总支小计',
        labelled: 9,
        sums: ['0', '12', '0', null],
        height: expect.any(Number),
      },
      {
        kind: 'sums',
        index: 31,
        label: '第二社区总支小计',
        labelled: 9,
        sums: ['0', '18', '0', null],
        height: expect.any(Number),
      },
    ]);
    expect(totals).toEqual({ label: '合计', labelled: 9, sums: ['0', '44', '0', null] });
  });

  test('has the last sums too where it shows every row', async () => {
    const { branches } = await program.caller.reports.preview(asked);
    const branchIds = branches.slice(0, 2).map(({ id }) => id);
    const sheet = await program.caller.reports.preview({ ...asked, subtotals: true, branchIds });
    expect({ shown: rowsAmong(sheet), rest: sheet.rest, last: sheet.lines.at(-1) }).toMatchObject({
      shown: 30,
      rest: 0,
      last: { kind: 'sums', label: '第二社区总支小计' },
    });
  });
});

test('branches of equal place in the order keep their rows together, with sums once each', async () => {
  const tied = openProgram();
  tied.office().change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
    const branches = ['东片社区总支', '西片社区总支'].map((name) => insertBranch(change, { name, sortOrder: 1 }));
    const alone = insertCommunity(change, { name: '散户社区' });
    insertCompound(change, { name: '散户小区', communityId: alone });
    for (const number of [1, 2, 3])
      for (const [index, branchId] of branches.entries()) {
        const communityId = insertCommunity(change, { name: `${'东西'[index] ?? ''}${number}社区`, branchId });
        insertCompound(change, { name: `${'东西'[index] ?? ''}${number}小区`, communityId, householdCount: number });
      }
  });
  const first = async (request: ReportRequest, column: number) =>
    (await tied.caller.reports.preview(request)).lines.map((line) => (line.kind === 'row' ? line.cells[column] : line.label));
  const asked = { asOf: testDay, subtotals: true };
  try {
    const sums = ['东片社区总支小计', '西片社区总支小计', '未填社区总支小计'];
    const communities = await first({ ...reportParameters.communities.first, ...asked }, 3);
    expect(communities).toEqual(
      [
        ['东1社区', '东2社区', '东3社区', sums[0]],
        ['西1社区', '西2社区', '西3社区', sums[1]],
        ['散户社区', sums[2]],
      ].flat(),
    );
    expect(await first({ ...reportParameters.compounds.first, ...asked }, 1)).toEqual(
      communities.map((words) => words?.replace('未填社区总支', '未填所属总支').replace(/社区$/, '小区')),
    );
    expect((await tied.caller.roster.places.list({ asOf: testDay, level: 'community' })).rows.map(({ name }) => name)).toEqual(
      communities.filter((words) => words?.endsWith('社区')),
    );
  } finally {
    tied.close();
  }
});
