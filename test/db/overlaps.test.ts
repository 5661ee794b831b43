// Offices of earlier programs in which two things share a value on the same days, which today's rules refuse: all else about them
// can still be changed and taken back, and no overlap is added. And the rules are the program's: a file is given those of today.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFoundGrids } from '../../main/rooms/roster/find.ts';
import { openProgram, temporaryFolder, testDay } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

const code = '371323001001001';
let folder: string;
let remove: () => void;
const gridsWith = (asked: string, day: string) => listFoundGrids(program.office(), day).filter(({ code: own }) => own === asked);
let program: ReturnType<typeof openProgram>;
let grids: ReturnType<typeof makeStreet>['grids'];
let former: number;

const triggers = (): string[] =>
  program.office().db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).pluck().all();

/** East was recoded from September on; garden then got the code it had given up, “since always”, as the first schema had it. */
beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  program = openProgram({ folder });
  ({ grids } = makeStreet(program.office()));
  await program.caller.roster.grids.save({ id: grids.east, grid: { code: '371323001001099' }, effective: '2026-09-01' });
  const db = program.office().db;
  for (const write of ['insert', 'update']) db.exec(`DROP TRIGGER grid_version_code_${write}`);
  former =
    (await program.caller.roster.grids.save({ id: grids.garden, grid: { code }, effective: 'correction' })).changeSetId ?? 0;
});
afterEach(() => {
  program.close();
  remove();
});

const reopen = (): void => {
  program.close();
  program = openProgram({ folder });
};

test('the triggers that are lacking are there again at the next start; where they are ours nothing is written', () => {
  const lacking = triggers();
  reopen();
  const whole = triggers();
  expect(whole.filter((name) => !lacking.includes(name))).toEqual(['grid_version_code_insert', 'grid_version_code_update']);
  const written = () => program.office().db.pragma('schema_version', { simple: true });
  const before = written();
  reopen();
  expect(written()).toBe(before);
});

test('names, places and later codes of both are changed and taken back, and the act that made the overlap too', async () => {
  reopen();
  const { roster, audit } = program.caller;
  const states = [dump(program.office())];
  const acts: number[] = [];
  const save = async (id: number, grid: object, effective: string) => {
    acts.push((await roster.grids.save({ id, grid, effective })).changeSetId ?? 0);
    states.push(dump(program.office()));
  };
  await save(grids.garden, { name: '锦绣花园第一网格' }, 'correction');
  await save(grids.garden, { name: '锦绣网格' }, '2026-12-01');
  await save(grids.east, { name: '阳东街网格' }, 'correction');
  await save(grids.east, { code: '371323001001098' }, '2026-10-01');
  for (const changeSetId of acts.toReversed()) {
    expect(dump(program.office())).toEqual(states.pop());
    await audit.undo({ changeSetId });
  }
  expect(dump(program.office())).toEqual(states.pop());
  await audit.undo({ changeSetId: former });
  expect(gridsWith(code, '2026-06-30').map(({ gridId }) => gridId)).toEqual([grids.east]);
});

test('no third one joins them, and both are told where the code is asked for', async () => {
  reopen();
  const { roster } = program.caller;
  for (const effective of ['correction', '2026-06-01', testDay])
    await expect(roster.grids.save({ id: grids.west, grid: { code }, effective })).rejects.toThrow(`网格编码 ${code} 已被`);
  expect(gridsWith(code, '2026-06-30').map(({ gridId }) => gridId)).toEqual([grids.east, grids.garden]);
  expect(gridsWith(code, testDay).map(({ gridId }) => gridId)).toEqual([grids.garden]);
});
