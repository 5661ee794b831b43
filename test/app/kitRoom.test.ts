// What the kit gives a new room, by a small one of the test's own on a real office file: a table of contacts, its list and its acts.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppDeps } from '../../main/deps.ts';
import { auditRouter } from '../../main/ground/audit/router.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import type { Change } from '../../main/ground/office/office.ts';
import { columnWords } from '../../main/kit/auditWords.ts';
import type { Bindings } from '../../main/kit/bindings.ts';
import { listed } from '../../main/kit/listed.ts';
import { rowActs } from '../../main/kit/rowActs.ts';
import { rowList } from '../../main/kit/rowList.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { router } from '../../main/trpc.ts';
import { describe as described } from '../../shared/kit/fields.ts';
import { listShape } from '../../shared/kit/list.ts';
import { z } from 'zod';
import { openProgram, temporaryFolder, testClock, testDay, tester } from '../harness/program.ts';

const fields = described({
  name: { kind: 'text', title: '姓名', required: '请填写姓名', most: 20, sorts: true },
  phone: { kind: 'phone', of: 'mobile', title: '手机号码', sorts: true },
  rooms: { kind: 'count', title: '间数', bounds: { least: 0, most: 99 }, total: true, sorts: true },
  note: { kind: 'note', title: '备注' },
});
const keys = ['name', 'phone', 'rooms', 'note'] as const;
const bindings: Bindings<typeof fields> = {
  name: { read: 'contact.name', sort: 'contact.initials', writes: 'row' },
  phone: { read: 'contact.phone', writes: 'row' },
  rooms: { read: 'contact.rooms', writes: 'row' },
  note: { read: 'contact.note', writes: 'row' },
};

const schema: typeof officeSchema = {
  ...officeSchema,
  tables: [
    ...officeSchema.tables,
    {
      name: 'contact',
      word: '联系人',
      columns: columnWords('row', fields, bindings),
      unique: { phone: (_, row) => `手机号码 ${String(row.phone)} 已有别的联系人。` },
    },
  ],
  migrations: [
    ...officeSchema.migrations,
    {
      version: officeSchema.migrations.length + 1,
      name: 'contacts',
      sql: `CREATE TABLE contact (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, initials TEXT,
        phone TEXT UNIQUE, rooms INTEGER, note TEXT);`,
    },
  ],
};

const contacts = rowList({
  fields,
  bindings,
  keys,
  from: 'FROM contact',
  id: 'contact.id',
  rank: 'contact.id',
  haystack: `lower(contact.name || ' ' || ifnull(contact.initials, '') || ' ' || ifnull(contact.phone, ''))`,
  where: { phoned: '(contact.phone IS NOT NULL) = @phoned' },
});
const acts = rowActs({
  kind: 'contact',
  table: 'contact',
  noun: '联系人',
  right: 'roster',
  fields,
  keys,
  spelled: true,
  stands: (_change: Change, _id, name) => (name === '值班室' ? '值班室要一直留着，不能删除。' : null),
});
const question = z.object({ ...listShape, phoned: z.boolean().optional() });
const out = listed({
  name: 'contacts',
  title: '联系人名单',
  measure: '人',
  fields,
  question,
  read: (office, asked) => contacts.page(office, asked),
  asOf: () => testDay,
});

let temporary: ReturnType<typeof temporaryFolder>;
let deps: AppDeps;
let caller: ReturnType<typeof open>;

function open() {
  const made = router({ contacts: router(acts), audit: auditRouter });
  return made.createCaller({ deps, login: tester, shown: { opening: null, person: null } });
}

beforeEach(() => {
  temporary = temporaryFolder();
  // Somebody sits there before the room comes: an office of today's program opens in one that has a room more.
  const before = openProgram({ folder: temporary.folder });
  before.close();
  deps = { ...before.deps, desk: openDesk(temporary.folder, testClock, schema) };
  caller = open();
});
afterEach(() => {
  deps.desk.close();
  temporary.remove();
});

const office = () => deps.desk.office();
const asked = (given: object = {}) => question.parse(given);
const names = (given: object = {}): string[] => contacts.page(office(), asked(given)).rows.map(({ name }) => name);
const form = (name: string, phone: string | null = null, rooms: number | null = null) => ({ name, phone, rooms, note: null });

test('rows are added, found by initials, filtered, sorted and paged', async () => {
  // oxlint-disable-next-line no-await-in-loop
  for (const [name, phone, rooms] of [
    ['王秀英', '13805391234', 3],
    ['李建国', null, 12],
    ['单立华', '13905391234', null],
  ] as const)
    await caller.contacts.add(form(name, phone, rooms));
  expect(names()).toEqual(['王秀英', '李建国', '单立华']);
  // 单 as a surname is Shàn.
  expect(names({ search: 'slh' })).toEqual(['单立华']);
  expect(names({ search: '1390539' })).toEqual(['单立华']);
  expect(names({ phoned: false })).toEqual(['李建国']);
  expect(names({ sort: { column: 'rooms', direction: 'descending' } })).toEqual(['李建国', '王秀英', '单立华']);
  expect(names({ sort: { column: 'constructor', direction: 'ascending' } })).toEqual(names());
  expect(contacts.page(office(), asked({ offset: 1, limit: 1 }))).toMatchObject({ total: 3, rows: [{ name: '李建国' }] });
  expect(contacts.one(office(), 2)).toMatchObject({ id: 2, name: '李建国', rooms: 12, phone: null });
  expect(contacts.one(office(), 9)).toBeUndefined();
});

test('what can’t be is refused in words, and nothing is written', async () => {
  await caller.contacts.add(form('王秀英', '13805391234'));
  await expect(caller.contacts.add(form(''))).rejects.toThrow('请填写姓名');
  await expect(caller.contacts.add(form('李', '1380539'))).rejects.toThrow('手机号码');
  await expect(caller.contacts.add(form('李', null, 100))).rejects.toThrow('99');
  await expect(caller.contacts.add(form('李建国', '13805391234'))).rejects.toThrow('手机号码 13805391234 已有别的联系人。');
  await expect(caller.contacts.save({ id: 9, row: { name: '李' } })).rejects.toThrow('没有找到这个联系人');
  expect(names()).toEqual(['王秀英']);
});

test('a row is changed, removed where nothing stands on it, and each act is taken back whole', async () => {
  const { id, changeSetId } = await caller.contacts.add(form('王秀英', '13805391234', 3));
  const changed = await caller.contacts.save({ id, row: { name: '王立' } });
  expect(contacts.one(office(), id)).toMatchObject({ name: '王立', phone: '13805391234', rooms: 3 });
  expect(names({ search: 'wl' })).toEqual(['王立']);
  const removed = await caller.contacts.remove({ id });
  expect(names()).toEqual([]);
  const told = (await caller.audit.list({})).rows.map(({ summary }) => summary);
  expect(told.slice(0, 3)).toEqual(['删除联系人 王立', '修改联系人 王立', '新增联系人 王秀英']);
  // oxlint-disable-next-line no-await-in-loop
  for (const act of [removed.changeSetId, changed.changeSetId]) await caller.audit.undo({ changeSetId: act ?? 0 });
  expect(contacts.one(office(), id)).toMatchObject({ name: '王秀英', phone: '13805391234', rooms: 3 });
  await caller.audit.undo({ changeSetId: changeSetId ?? 0 });
  expect(names()).toEqual([]);
  const duty = await caller.contacts.add(form('值班室'));
  await expect(caller.contacts.remove({ id: duty.id })).rejects.toThrow('值班室要一直留着，不能删除。');
});

test('the list goes out as it is shown', async () => {
  await caller.contacts.add(form('王秀英', '13805391234', 3));
  await caller.contacts.add(form('李建国', null, 12));
  const sheet = out.asked({ sort: { column: 'rooms', direction: 'descending' } });
  const columns = sheet.columns(['rooms', 'name']);
  expect(columns.map(({ title, total }) => [title, total])).toEqual([
    ['序号', undefined],
    ['间数', true],
    ['姓名', undefined],
  ]);
  expect([...sheet.rows(office(), columns, null)]).toEqual([
    [1, 12, '李建国'],
    [2, 3, '王秀英'],
  ]);
  expect(sheet.count(office(), [1])).toBe(1);
  expect(() => sheet.count(office(), [1, 7])).toThrow('所选的 2 行里有 1 行已不在名单里');
});
