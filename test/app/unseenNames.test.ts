// Whatever has a name is found, listed and printed by it: a name that is drawn as nothing is none, wherever one is typed or read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasDamage } from '../../shared/rules/text.ts';
import { newOfficeSettings } from '../../shared/settings.ts';
import { judgeFile } from '../harness/imports.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

type Program = ReturnType<typeof openProgram>;
type Street = ReturnType<typeof makeStreet>;

let program: Program;
let street: Street;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterEach(() => program.close());

/** Fillers, a blank of Braille, a selector without anything to select, half a character: each a letter, a symbol or a mark to Unicode. */
const unseen = ['\u3164', '\u2800 \u2800', '\ufe0f', '\ud842', '\u200b\u115f'];

const saved = { street: '沂城街道', unit: '沂城街道办事处', areaCode: '', phone: '' };
const { quota } = newOfficeSettings;
const effective = 'correction';

const typed: [string, string, (caller: Program['caller'], street: Street, name: string) => Promise<unknown>][] = [
  ['a community', '请填写名称', ({ roster }, _, name) => roster.places.addCommunity({ name })],
  [
    'a community’s new name',
    '请填写名称',
    ({ roster }, { places }, name) => roster.places.saveCommunity({ id: places.east, community: { name }, effective }),
  ],
  ['a compound', '请填写名称', ({ roster }, { places }, name) => roster.places.addCompound({ name, communityId: places.east })],
  ['a branch', '请填写名称', ({ roster }, _, name) => roster.branches.add({ name })],
  ['a property company', '请填写名称', ({ roster }, _, name) => roster.propertyCompanies.add({ name })],
  ['a grid', '网格名称里没有看得见的字', ({ roster }, { places }, name) => roster.grids.add({ placeId: places.east, name })],
  ['a word', '请填写内容', ({ roster }, _, value) => roster.dictionaries.add({ dictionary: 'employer', value })],
  [
    'new words',
    '请填写内容',
    ({ roster }, _, newValue) => roster.dictionaries.save({ dictionary: 'employer', value: '街道', newValue }),
  ],
  ['a worker', '姓名', ({ roster }, _, name) => roster.workers.add({ worker: { name }, posting: null })],
  ['the street', '请填写街道名称', ({ settings }, _, name) => settings.saveOffice({ ...saved, street: name })],
  ['the unit', '请填写单位全称', ({ settings }, _, unit) => settings.saveOffice({ ...saved, unit })],
  ['a new office’s unit', '请填写单位全称', ({ welcome }, _, unit) => welcome.found({ ...saved, unit, quota })],
];

describe.each(typed)('%s that nobody can see', (_, told, name) => {
  test.each(unseen)('%j is refused, and nothing is written', async (nothing) => {
    const before = dump(program.office());
    await expect(name(program.caller, street, nothing)).rejects.toThrow(told);
    expect(dump(program.office())).toEqual(before);
  });
});

test('names that can be seen are taken, however rare their characters', async () => {
  const { roster } = program.caller;
  for (const name of ['𠮷田社区', '㐂庄村', '1 号院', '\ue000庄']) await roster.places.addCommunity({ name });
});

test('an office that was given such a name before can be read, and be given another', async () => {
  const { settings } = program.caller;
  await settings.saveOffice(saved);
  program.office().db.exec(`UPDATE setting SET value = json_set(value, '$.street', '\u3164') WHERE name = 'office'`);
  expect((await settings.read()).office.street).toBe('\u3164');
  await settings.saveOffice(saved);
  expect((await settings.read()).office.street).toBe('沂城街道');
});

test('a word that nobody can see can be given others, and be dropped', async () => {
  const office = program.office();
  office.db.exec(
    `INSERT INTO dictionary_entry (uid, dictionary, value, short, sort_order) VALUES ('a', 'employer', '\u3164', '\u3164', 8), ('b', 'employer', '\u2800', '\u2800', 9)`,
  );
  await program.caller.roster.dictionaries.save({ dictionary: 'employer', value: '\u3164', newValue: '看得见' });
  await program.caller.roster.dictionaries.remove({ dictionary: 'employer', value: '\u2800' });
  const { employer } = await program.caller.roster.dictionaries.list();
  expect(employer.map(({ value }) => value)).toEqual(expect.arrayContaining(['看得见']));
  expect(employer.map(({ value }) => value)).not.toContain('\u2800');
});

// Half a character is damage, which is refused (importsCells.test.ts).
test.each(unseen.filter((nothing) => !hasDamage(nothing)))(
  'a cell of an import that holds %j is an empty one',
  async (nothing) => {
    const titles = ['姓名', '身份证号', '联系电话', '社区总支', '社区', '小区', '网格', '网格编码', '管理单位', '物业公司'];
    const rows = [
      ['何来英', '', '13805391234', nothing, '新来社区', nothing, nothing, '371323001009001', nothing, nothing],
      ['高后来', '', '13805391235', '', nothing, '', '', '', '', ''],
      [nothing, '', '13805391236', '', '新来社区', '', '', '371323001009002', '', ''],
    ];
    const file = await judgeFile(
      program.deps,
      '花名册.csv',
      new TextEncoder().encode([titles, ...rows].map((row) => row.join(',')).join('\n')),
    );
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    expect((await file.issues()).map(({ row, reason }) => [row, reason])).toEqual([
      [3, '没有写社区（村居），无法确定是哪个网格，请补上'],
      [4, '没有姓名，无法确定是谁，请补上'],
    ]);
    await file.commit();
    const { rows: grids } = await program.caller.roster.grids.list({ asOf: testDay, search: '371323001009001' });
    expect(grids).toMatchObject([{ name: '新来社区网格', communityName: '新来社区', compoundName: null, branchName: null }]);
    const { rows: workers } = await program.caller.roster.workers.list({ asOf: testDay, search: '何来英' });
    expect(workers).toMatchObject([{ employer: null }]);
  },
);
