// What is typed into forms, settings and lists of words: damaged text is stored nowhere, a character of private use is named with what
// it should be, every other stands in its common form, and marks that nobody sees go. Names and numbers that are odd are told.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newOfficeSettings } from '../../shared/settings.ts';
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

const { board, quota } = newOfficeSettings;
const office = { street: '沂城街道', unit: '沂城街道办事处', areaCode: '', phone: '' };

/** Whatever takes text. */
const typed: [string, (caller: Program['caller'], street: Street, text: string) => Promise<unknown>][] = [
  ['a community', ({ roster }, _, name) => roster.places.addCommunity({ name })],
  [
    'an address',
    ({ roster }, { places }, address) => roster.places.addCompound({ name: '新小区', communityId: places.east, address }),
  ],
  ['a branch', ({ roster }, _, name) => roster.branches.add({ name })],
  ['a property company', ({ roster }, _, name) => roster.propertyCompanies.add({ name })],
  ['a grid', ({ roster }, { places }, name) => roster.grids.add({ placeId: places.east, name })],
  ['a word', ({ roster }, _, value) => roster.dictionaries.add({ dictionary: 'employer', value })],
  ['a short word', ({ roster }, _, short) => roster.dictionaries.add({ dictionary: 'employer', value: '新单位', short })],
  ['a worker', ({ roster }, _, name) => roster.workers.add({ worker: { name }, posting: null })],
  ['a worker’s note', ({ roster }, _, note) => roster.workers.add({ worker: { name: '王明', note }, posting: null })],
  [
    'a worker’s education',
    ({ roster }, _, education) => roster.workers.add({ worker: { name: '王明', education }, posting: null }),
  ],
  ['the street', ({ settings }, _, text) => settings.saveOffice({ ...office, street: text })],
  ['the unit', ({ settings }, _, unit) => settings.saveOffice({ ...office, unit })],
  ['the office’s telephone', ({ settings }, _, phone) => settings.saveOffice({ ...office, phone })],
  ['a new office', ({ welcome }, _, unit) => welcome.found({ ...office, unit, quota })],
  ['the title of boards', ({ settings }, _, title) => settings.saveBoard({ ...board, title })],
  ['a duty', ({ settings }, _, text) => settings.saveBoard({ ...board, duties: [{ label: '巡查', text }] })],
];

describe.each(typed)('%s', (_, write) => {
  test.each([
    ['长虹\ufffd', '乱码'],
    ['长虹\ud842', '乱码'],
    ['李\ue863', '李䶮'],
  ])('%j is refused, and nothing is written', async (text, told) => {
    const before = dump(program.office());
    await expect(write(program.caller, street, text)).rejects.toThrow(told);
    expect(dump(program.office())).toEqual(before);
  });

  test('other forms of characters and marks that nobody sees aren’t stored', async () => {
    await write(program.caller, street, '⻓\u200b⾹\u00ad⽅\ufe0f');
    const after = JSON.stringify(dump(program.office()));
    expect(after).toContain('长香方');
    expect(after).not.toMatch(/[⻓⾹⽅]|\u200b|\u00ad|\ufe0f/);
  });
});

const workers = (): Program['caller']['roster']['workers'] => program.caller.roster.workers;

test('a long name is taken once somebody has looked at it, and the next save doesn’t ask again', async () => {
  const name = '古丽巴哈尔阿不都热合曼';
  await expect(workers().add({ worker: { name }, posting: null })).rejects.toThrow('已核对，姓名无误');
  const { id } = await workers().add({ worker: { name, nameConfirmed: true }, posting: null });
  await workers().save({ id, worker: { name, note: '好' } });
  await expect(workers().save({ id, worker: { name: `${name}江` } })).rejects.toThrow('已核对，姓名无误');
  expect((await workers().list({ asOf: testDay, search: name })).rows).toHaveLength(1);
});

test.each([
  [{ name: '王明、李红' }, '一格里像是几个人的姓名'],
  [{ name: '王明（组长）', nameConfirmed: true }, '请把姓名改成“王明”'],
  [{ name: '王明', mobile: '13905391234/13905391235' }, '这里只能填一个手机号码，另一个可以写在备注'],
  [{ name: '王明', mobile: '13905391234 0539-2251234' }, '这里只能填一个手机号码，固定电话填在“固定电话”'],
  [{ name: '王明', landline: '0539-2251234 0539-2251235' }, '这里只能填一个固定电话，另一个可以写在备注'],
  [{ name: '王明', landline: '0539-2251234 13905391234' }, '这里只能填一个固定电话，手机号码填在“手机号码”'],
  [{ name: '王明', mobile: '661234' }, '像是单位内部的短号'],
  [{ name: '王明', mobile: '139****1234' }, '遮住了'],
  [{ name: '王明', idNumber: '37132319690505009*' }, '遮住了'],
  [{ name: '王明', idNumber: '37132320150101001X' }, '不到 16 岁或超过 100 岁'],
  [{ name: '王明', note: '原号 37132319690505009X' }, '备注里有身份证号'],
  [{ name: '王明', birthMonth: '2085-03' }, '这个月还没有到'],
  [{ name: '王明', birthMonth: '2015-03' }, '不到 16 岁或超过 100 岁'],
])('%j is refused in words', async (worker, told) => {
  await expect(workers().add({ worker, posting: null })).rejects.toThrow(told);
});

test('× at the end of an ID number is the X', async () => {
  const { id } = await workers().add({ worker: { name: '王明', idNumber: '37132319690505009×' }, posting: null });
  expect(program.office().row('worker', id)).toMatchObject({
    id_number: '37132319690505009X',
    birth_month: '1969-05',
    sex: 'male',
  });
});
