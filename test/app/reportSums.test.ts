// The reports with the sums of each branch (小计), through the whole handler: in the preview, in the workbook, and whatever the order
// of the branches.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import {
  type PreviewSums,
  type ReportPreview,
  type ReportRequest,
  reportParameters,
  reportRequestSchema,
} from '../../shared/reports.ts';
import { reportIds } from '../../shared/reports/ids.ts';
import { fileOf } from '../harness/jobs.ts';
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
        insertCompound(change, {
          name: `${number}号院`,
          communityId: placeId,
          buildingCount: number,
          householdCount: 10 * number,
        });
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
        sums: ['12', '12', '0', null],
        height: expect.any(Number),
      },
      {
        kind: 'sums',
        index: 31,
        label: '第二社区总支小计',
        labelled: 9,
        sums: ['18', '18', '0', null],
        height: expect.any(Number),
      },
    ]);
    expect(totals).toEqual({ label: '合计', labelled: 9, sums: ['44', '44', '0', null] });
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

const summed = reportIds.filter((report) => 'subtotals' in reportParameters[report].first);

test('communities and compounds have sums of each branch', () => expect(summed).toEqual(['communities', 'compounds']));

describe.each(summed)('the sums of %s', (report) => {
  const request = reportRequestSchema.parse({ ...reportParameters[report].first, asOf: testDay, subtotals: true });

  /** The lines below the header: what its first cell says, and the numbers of the columns that add up. */
  async function linesOf(): Promise<{ first: unknown; numbers: number[] }[]> {
    const { bytes } = await fileOf(program, await program.caller.reports.start({ request, format: 'xlsx' }));
    const book = XLSX.read(bytes, { type: 'array' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null }).slice(3, -1);
    const adding = lines.at(-1)?.flatMap((cell, index) => (typeof cell === 'number' ? [index] : [])) ?? [];
    expect(adding.length).toBeGreaterThan(1);
    return lines.map((line) => ({ first: line[0], numbers: adding.map((index) => Number(line[index] ?? 0)) }));
  }
  const added = (lines: readonly { numbers: number[] }[]): number[] =>
    (lines[0]?.numbers ?? []).map((_, index) => lines.reduce((sum, { numbers }) => sum + (numbers[index] ?? 0), 0));

  test('are those of the rows above them, and of all rows in the end', async () => {
    const lines = await linesOf();
    const rows = lines.filter(({ first }) => typeof first === 'number');
    expect(rows.map(({ first }) => first)).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));
    const ends = lines.flatMap(({ first }, index) => (typeof first === 'string' ? [index] : []));
    expect(ends.map((end) => lines[end]?.first)).toEqual(['第一社区总支小计', '第二社区总支小计', '第三社区总支小计', '合计']);
    for (const [index, end] of ends.slice(0, -1).entries())
      expect(lines[end]?.numbers).toEqual(added(lines.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end)));
    expect(lines.at(-1)?.numbers).toEqual(added(rows));
    expect(added(rows).some((sum) => sum > 0)).toBe(true);
  });

  test('are the same in the preview', async () => {
    const lines = await linesOf();
    const { lines: shown, totals } = await program.caller.reports.preview(request);
    const numbers = ({ label, sums }: PreviewSums) => ({
      first: label,
      numbers: sums.flatMap((sum) => (sum === null ? [] : [Number(sum)])),
    });
    const written = lines.filter(({ first }) => typeof first === 'string');
    expect(shown.flatMap((line) => (line.kind === 'sums' ? [numbers(line)] : []))).toEqual(written.slice(0, 2));
    expect(totals && numbers(totals)).toEqual(written.at(-1));
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
