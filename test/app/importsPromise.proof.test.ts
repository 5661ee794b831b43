// What a preview promises is kept, whatever the office and the file: it is written where it was shown without a fault, and as shown.
// Random offices with things that begin later, were given up or moved; random files, days and ticks.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Office } from '../../main/ground/office/office.ts';
import { Refusal } from '../../shared/refusal.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { disagreements } from '../harness/oracle.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

const titles = ['姓名', '身份证号', '联系电话', '社区', '小区', '网格编码', '上岗日期', '社区总支', '网格名称'];
const people = [
  ['王秀英', idNumbers.wang, ''],
  ['李建国', idNumbers.li, ''],
  ['张桂兰', idNumbers.zhang, ''],
  ['单玉红', '', '15034043376'],
  ['赵德清', '', '19932609546'],
  ['孙立国', '', '13805390001'],
  ['周未安', '', '13805390002'],
  ['何来英', '', '13805391234'],
  ['高后来', '', '13805391235'],
  ['马新到', '', '13805391236'],
];
const days = ['2026-08-01', '2026-09-10', testDay, '2026-10-15', '2026-12-01'];
const day = fc.constantFrom(...days);
const firstDay = fc.constantFrom(null, ...days);
const effective = fc.constantFrom('correction', ...days);
const branchName = fc.constantFrom('第一社区总支', '第二总支', '新区社区总支', '新区总支', '岭南社区总支');
const community = fc.constantFrom('阳东街社区', '阳西街社区', '东岭村', '新区', '岭南村');
const compound = fc.constantFrom('', '', '锦绣花园', '沂河名郡', '新苑小区');
const gridCode = fc.constantFrom(
  ...['001001', '001002', '002001', '002002', '201001', '201002', '301001', '301002'].map((end) => `371323001${end}`),
);
const index = fc.nat({ max: 9 });

const step = fc.record({
  kind: fc.constantFrom(
    ...(['addBranch', 'renameBranch', 'shorten', 'addCommunity', 'addCompound', 'renamePlace', 'recode', 'under'] as const),
    ...(['addGrid', 'uncode', 'codeGrid', 'closeGrid', 'leave', 'transfer', 'assign', 'unknownDay'] as const),
  ),
  at: index,
  to: index,
  firstDay,
  effective,
  day,
  branch: branchName,
  community,
  compound,
  code: gridCode,
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
/** Where a row says that somebody serves: a grid of the street, or something new or unclear. */
const spots: [community: string, compound: string, code: string][] = [
  ['阳东街社区', '', '371323001001001'],
  ['', '', '371323001001002'],
  ['阳西街社区', '', '371323001002001'],
  ['阳西街社区', '锦绣花园', ''],
  ['东岭村', '', '371323001201001'],
  ['东岭村', '', '371323001201002'],
  ['东岭村', '', '371323001201003'],
  ['阳东街社区', '', '371323001001009'],
  ['阳西街社区', '新苑小区', ''],
  ['新区', '', ''],
  ['新区', '新苑小区', '371323001301002'],
  ['岭南村', '', '371323001301001'],
];
const said = fc.record({
  firstDay: fc.constantFrom('', '', '', '2026.08', '2026-09-20', '1930-01-01'),
  branch: fc.oneof({ arbitrary: fc.constant(''), weight: 2 }, { arbitrary: branchName, weight: 1 }),
  gridName: fc.constantFrom('', '', '', '', '东岭第二网格', '别格'),
});
type Input = {
  /** 东岭村 is under no branch, and its second grid has no code. */
  bare: boolean;
  steps: Step[];
  people: typeof people;
  spots: typeof spots;
  said: (typeof said extends fc.Arbitrary<infer One> ? One : never)[];
  mayCreatePlaces: boolean;
  effectiveDay: string;
  ticks: boolean[];
};
type Program = ReturnType<typeof openProgram>;

const idsOf = (office: Office, entity: string, where = ''): number[] =>
  office.prepare<[], number>(`SELECT id FROM ${entity} ${where} ORDER BY id`).pluck().all();

async function take({ caller: { roster }, office }: Program, one: Step): Promise<void> {
  const pick = (entity: string, which: number, where = ''): number => {
    const ids = idsOf(office(), entity, where);
    return ids[which % Math.max(ids.length, 1)] ?? 0;
  };
  const { at, to, effective: since, firstDay: begun } = one;
  const communityId = pick('place', at, "WHERE level = 'community'");
  const placeId = pick('place', at);
  const [branchId, gridId, workerId] = [pick('branch', to), pick('grid', to), pick('worker', at)];
  switch (one.kind) {
    case 'addBranch':
      return void (await roster.branches.add({ name: one.branch, firstDay: begun }));
    case 'renameBranch':
      return void (await roster.branches.save({ id: branchId, branch: { name: one.branch }, effective: since }));
    case 'shorten':
      return void (await roster.branches.save({ id: branchId, branch: { short: '第二总支' }, effective: since }));
    case 'addCommunity':
      return void (await roster.places.addCommunity({
        name: one.community,
        firstDay: begun,
        code: begun === null ? null : one.code.slice(0, 12),
      }));
    case 'addCompound':
      return void (await roster.places.addCompound({ name: one.compound || '新苑', communityId, firstDay: begun }));
    case 'renamePlace':
      return void (await roster.places.saveCommunity({ id: communityId, community: { name: one.community }, effective: since }));
    case 'recode':
      return void (await roster.places.saveCommunity({
        id: communityId,
        community: { code: one.code.slice(0, 12) },
        effective: since,
      }));
    case 'under':
      return void (await roster.places.saveCommunity({
        id: communityId,
        community: { branchId: at % 2 === 0 ? null : branchId },
        effective: since,
      }));
    case 'addGrid':
      return void (await roster.grids.add({ placeId, name: '别格', firstDay: begun, code: at % 2 === 0 ? null : one.code }));
    case 'uncode':
      return void (await roster.grids.save({ id: gridId, grid: { code: null }, effective: since }));
    case 'codeGrid':
      return void (await roster.grids.save({ id: gridId, grid: { code: one.code }, effective: since }));
    case 'closeGrid':
      return void (await roster.grids.close({ id: gridId, lastDay: one.day }));
    case 'leave':
      return void (await roster.workers.leave({ workerId, kind: 'resignation', day: one.day }));
    case 'transfer':
      return void (await roster.workers.transfer({ workerId, gridId, day: one.day }));
    case 'assign':
      return void (await roster.workers.assign({ workerId, gridId, day: one.day }));
    case 'unknownDay':
      return void (await roster.workers.correctPosting({ postingId: pick('posting', at), firstDay: null, precision: 'unknown' }));
  }
}

/** Things that stand on one that begins only later, so that lists show them without it. */
const withoutGround = (office: Office): string[] =>
  (
    [
      ['place_version', 'branch_id', 'branch_version', 'branch_id'],
      ['place_version', 'parent_id', 'place_version', 'place_id'],
      ['grid_version', 'place_id', 'place_version', 'place_id'],
    ] as const
  ).flatMap(([entity, column, on, subject]) =>
    office.db
      .prepare<[], number>(
        `SELECT id FROM ${entity} AS own WHERE ${column} IS NOT NULL AND ifnull(first_day, '') <
         (SELECT min(ifnull(first_day, '')) FROM ${on} WHERE ${on}.${subject} = own.${column})`,
      )
      .pluck()
      .all()
      .map((id) => `${entity} ${id}`),
  );

const counted = (office: Office) => ({
  branches: idsOf(office, 'branch').length,
  communities: idsOf(office, 'place', "WHERE level = 'community'").length,
  compounds: idsOf(office, 'place', "WHERE level = 'compound'").length,
  grids: idsOf(office, 'grid').length,
});

/** The posting that somebody got last begins as the preview showed it. */
function checkPosting(office: Office, name: string, shown: string): void {
  const found = office.db
    .prepare<[string], string | null>(
      `SELECT posting.first_day FROM posting JOIN worker ON worker.id = posting.worker_id WHERE worker.name = ? ORDER BY posting.id DESC`,
    )
    .pluck()
    .get(name);
  expect([name, found ?? '不详']).toEqual([name, shown]);
}

async function keepsItsWord(input: Input): Promise<void> {
  const program = openProgram();
  try {
    const office = program.office();
    const { places, grids } = makeStreet(office);
    const { roster } = program.caller;
    if (input.bare) {
      await roster.places.saveCommunity({ id: places.village, community: { branchId: null }, effective: 'correction' });
      await roster.grids.save({ id: grids.second, grid: { code: null }, effective: 'correction' });
    }
    for (const one of input.steps)
      await take(program, one).catch((error: unknown) => {
        if (!(error instanceof Error && error.cause instanceof Refusal)) throw error;
      });
    const sheet = input.people.slice(0, input.spots.length).map((person, at) => {
      const {
        firstDay: first,
        branch,
        gridName,
      } = input.said[at % input.said.length] ?? { firstDay: '', branch: '', gridName: '' };
      return [...person, ...(input.spots[at] ?? []), first, branch, gridName];
    });
    const options = { mayCreatePlaces: input.mayCreatePlaces, effectiveDay: input.effectiveDay };
    const file = await ImportCalls.judged(program.deps, [titles, ...sheet], options);
    for (const tab of ['new', 'changed'] as const)
      for (const [at, { row: number }] of file.rows(tab).entries())
        if (input.ticks[at % input.ticks.length]) file.tick(tab, [number], false);
    const { ticked, after } = file.summary();
    if (ticked.new + ticked.changed === 0) return;
    const shown = [...file.rows('new'), ...file.rows('changed')].filter((one) => one.ticked);
    const [before, floating] = [counted(office), withoutGround(office)];
    expect(await file.commit()).toMatchObject({ added: ticked.new, changed: ticked.changed, cells: ticked.cells });
    const made = Object.fromEntries(
      (['branches', 'communities', 'compounds', 'grids'] as const).map((of) => [
        of,
        before[of] + after[of].after - after[of].before,
      ]),
    );
    expect(counted(office)).toEqual(made);
    expect(withoutGround(office).filter((thing) => !floating.includes(thing))).toEqual([]);
    for (const { name, cells } of shown) if (cells.firstDay?.note !== undefined) checkPosting(office, name, cells.firstDay.value);
    expect(disagreements(office)).toEqual([]);
    if (input.effectiveDay > testDay) return;
    // Read again, nothing is left of it to write; a name may mean two grids now.
    const again = await ImportCalls.judged(program.deps, [titles, ...sheet], options);
    const left = new Set([...again.rows('new'), ...again.rows('changed')].map((one) => one.row));
    expect(shown.map((one) => one.row).filter((number) => left.has(number))).toEqual([]);
  } finally {
    program.close();
  }
}

test('a preview without a fault is written, and as it was shown', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        bare: fc.boolean(),
        steps: fc.array(step, { maxLength: 8 }),
        people: fc.shuffledSubarray(people, { minLength: 4 }),
        spots: fc.shuffledSubarray(spots, { minLength: 4 }),
        said: fc.array(said, { minLength: 12, maxLength: 12 }),
        mayCreatePlaces: fc.constantFrom(true, true, false),
        effectiveDay: fc.constantFrom(testDay, testDay, ...days),
        ticks: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
      }),
      keepsItsWord,
    ),
    { numRuns: 25 },
  );
});
