// The office file: change sets, audit lines, undo, the lock.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { openProgram, testClock } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const company = (name: string) => ({ name });

test('an act and its audit lines are one, and undo takes it back', () => {
  const office = program.office();
  const { result: id, changeSetId } = office.change(
    { actor: { login: 'a', personId: null }, kind: 'x', summary: '新增总支' },
    (change) => change.insert('property_company', company('第一社区总支')),
  );
  expect(office.row('property_company', id)?.name).toBe('第一社区总支');
  undo(office, { login: 'a', personId: null }, changeSetId ?? 0);
  expect(office.row('property_company', id)).toBeUndefined();
  expect(() => undo(office, { login: 'a', personId: null }, changeSetId ?? 0)).toThrow('已经撤销过了');
});

test('an act that throws leaves nothing', () => {
  const office = program.office();
  expect(() =>
    office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: 's' }, (change) => {
      change.insert('property_company', company('一'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(office.db.prepare('SELECT count(*) FROM property_company').pluck().get()).toBe(0);
  expect(office.db.prepare('SELECT count(*) FROM audit_line').pluck().get()).toBe(0);
});

test('undo is refused where a later act changed the row', () => {
  const office = program.office();
  const first = office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '新增总支' }, (change) =>
    change.insert('property_company', company('一')),
  );
  office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '改名' }, (change) =>
    change.update('property_company', first.result, { name: '二' }),
  );
  expect(() => undo(office, { login: 'a', personId: null }, first.changeSetId ?? 0)).toThrow('之后同一条记录（物业公司）又改过');
});

test.each(['zzz', 'preference', 'change_set; DROP TABLE worker'])(
  'an act that wrote to %s, which no room knows, is refused with the true reason, whole',
  (entity) => {
    const office = program.office();
    const actor = { login: 'a', personId: null };
    const { result: id, changeSetId } = office.change({ actor, kind: 'x', summary: '新增总支' }, (change) =>
      change.insert('property_company', company('一')),
    );
    office.db
      .prepare(`INSERT INTO audit_line (change_set_id, entity, entity_id, act, after) VALUES (?, ?, 1, 'insert', '{"id":1}')`)
      .run(changeSetId, entity);
    expect(() => undo(office, actor, changeSetId ?? 0)).toThrow('“新增总支”写过本程序没有的内容');
    expect(office.row('property_company', id)).toBeDefined();
  },
);

test.each(['5', '"文"', '[]', 'true', '{"id":{}}', '{"id":true}'])(
  'an act whose line holds %s instead of a row is refused with the true reason',
  (held) => {
    const office = program.office();
    const actor = { login: 'a', personId: null };
    const { changeSetId } = office.change({ actor, kind: 'x', summary: '新增总支' }, (change) =>
      change.insert('property_company', company('一')),
    );
    office.db
      .prepare(
        `INSERT INTO audit_line (change_set_id, entity, entity_id, act, after) VALUES (?, 'property_company', 1, 'insert', ?)`,
      )
      .run(changeSetId, held);
    expect(() => undo(office, actor, changeSetId ?? 0)).toThrow('“新增总支”写过本程序没有的内容');
  },
);

test('an act that would write on after its commit is refused, whole', () => {
  const office = program.office();
  const before = office.prepare('SELECT count(*) AS acts FROM change_set').get();
  expect(() =>
    office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '新增总支' }, async (change) =>
      change.insert('property_company', company('一')),
    ),
  ).toThrow('does not write in one turn');
  expect(office.prepare('SELECT count(*) AS acts FROM change_set').get()).toEqual(before);
  expect(office.prepare('SELECT count(*) AS companies FROM property_company').get()).toEqual({ companies: 0 });
});

test('a second opening is told who holds the office', () => {
  expect(() => openDesk(program.folder, testClock, officeSchema)).toThrow(/台账正在被使用（.+进程 \d+/);
});
