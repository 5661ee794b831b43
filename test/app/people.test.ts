// A person, not a login: office PCs are shared, and two people at two users of the system, or one after the other at the same,
// have their own acts to take back, their own preferences, uploads, batches and jobs.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appRouter } from '../../main/app.ts';
import { personAt } from '../../main/ground/people/people.ts';
import { callerOf, type Meta } from '../../main/trpc.ts';
import { personHeader } from '../../shared/shown.ts';
import { reportParameters } from '../../shared/reports.ts';
import { openProgram, testDay, tester } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
let other: ReturnType<typeof program.as>;
beforeEach(() => {
  program = openProgram();
  other = program.as('clerk', '李会计');
});
afterEach(() => program.close());

const branch = (of: typeof other, name: string) => of.roster.branches.add({ name });
const names = async (): Promise<string[]> =>
  (await program.caller.roster.branches.list({ asOf: '2026-09-28' })).map(({ name }) => name);
const summaries = async (of: typeof other) => {
  const { act, undo } = await of.audit.latest();
  return [act?.summary ?? null, undo?.summary ?? null];
};

const roster = { ...reportParameters.roster.first, asOf: testDay };

describe('who acts', () => {
  test('nobody writes before they have said who they are; reading is free', async () => {
    const stranger = program.as('stranger', '王主任');
    program.office().db.exec(`DELETE FROM seat WHERE login = 'stranger'`);
    expect(await stranger.people.me()).toEqual({ person: null, login: 'stranger' });
    await expect(branch(stranger, '一')).rejects.toThrow('还不知道是谁在操作，这一步没有做');
    await expect(stranger.audit.undo({ changeSetId: 1 })).rejects.toThrow('还不知道是谁在操作');
    // Nor takes anything away: an export of full ID numbers is written down under somebody's name.
    await expect(stranger.reports.start({ request: { ...roster, idStyle: 'full' }, format: 'xlsx' })).rejects.toThrow(
      '还不知道是谁在操作',
    );
    await expect(stranger.backups.backUpNow()).rejects.toThrow('还不知道是谁在操作');
    await expect(stranger.welcome.leaveDemo()).rejects.toThrow('还不知道是谁在操作');
    expect(await names()).toEqual([]);
    await stranger.people.sitDown({ name: ' 王　主任 ' });
    expect((await stranger.people.me()).person?.name).toBe('王主任');
    await branch(stranger, '一');
    expect((await stranger.audit.list({})).rows[0]).toMatchObject({ actor: '王主任', summary: '新增社区总支 一' });
  });

  test('a window that still names somebody else writes nothing in the name of whoever sits there now', async () => {
    const { person } = await program.caller.people.me();
    const call = async (address: string, input: unknown) => {
      const response = await program.fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [personHeader]: person?.uid ?? '' },
        body: JSON.stringify(input),
      });
      const { error, message } = (await response.json()) as { error?: { message: string }; message?: string };
      return { told: error?.message ?? message ?? null, now: response.headers.get(personHeader) };
    };
    expect(await call('/trpc/roster.branches.add', { name: '一' })).toEqual({ told: null, now: person?.uid });
    const next = await program.caller.people.sitDown({ name: '张三丰' });
    for (const address of [
      '/trpc/roster.branches.add',
      '/trpc/settings.remember',
      '/trpc/audit.undo',
      '/files/uploads?name=a.xlsx',
      '/files/photos/batch?name=a.jpg',
    ])
      expect(await call(address, {}), address).toEqual({
        told: '这台电脑上现在是“张三丰”在操作，这一步没有做。请先看右下角的姓名，需要时点“换人”，再做一次。',
        now: next.uid,
      });
    expect(await names()).toEqual(['一']);
    expect(await call('/trpc/people.me', undefined)).toEqual({ told: null, now: next.uid });
    expect((await call('/trpc/people.sitDown', { name: '测试员' })).told).toBe(null);
    expect((await program.caller.people.me()).person?.uid).toBe(person?.uid);
  });

  test.each([
    ['', '请填写您的姓名'],
    ['　', '请填写您的姓名'],
    ['…！', '请填写您的姓名'],
    ['12345', '请填写您的姓名'],
    ['王'.repeat(21), '姓名太长'],
    ['王\u200b主任', '看不见的符号'],
    ['王\u0007主任', '看不见的符号'],
    ['\u3164', '看不见的符号'],
    ['王\u3164', '看不见的符号'],
    ['\u2800\u2800', '看不见的符号'],
    ['王\u2800', '看不见的符号'],
    ['\u115f', '看不见的符号'],
    ['\u1160', '看不见的符号'],
    ['\uffa0', '看不见的符号'],
    ['\u{13441}', '看不见的符号'],
    ['王\ufe0f', '看不见的符号'],
    ['王\u{e0100}', '看不见的符号'],
    ['王\u{e0041}', '看不见的符号'],
    ['王\u034f', '看不见的符号'],
    ['王\ufffc', '看不见的符号'],
    ['王\ufffd', '看不见的符号'],
    ['王\ud842', '看不见的符号'],
    ['\udfb7王', '看不见的符号'],
    ['王\ue000', '看不见的符号'],
    ['\u{f0000}\u{f0001}', '看不见的符号'],
    ['王\u0378', '看不见的符号'],
    ['王\ufdd0', '看不见的符号'],
    ['王\u202e', '看不见的符号'],
    ['371323199001011234', '一长串数字'],
    ['３７１３２３１９９００１０１１２３４', '一长串数字'],
    ['王秀英 138 0539 1234', '一长串数字'],
    ['王秀英138-0539-1234', '一长串数字'],
    ['王１３８０５３', '一长串数字'],
    ['王1李3赵8周0钱5孙3', '一长串数字'],
    ['王٣٧١٣٢٣', '一长串数字'],
    ['王①③⑧⓪⑤③', '一长串数字'],
    ['一三八〇〇一三八〇〇〇', '一长串数字'],
    ['王秀英幺三八零零幺三八零零零', '一长串数字'],
    ['壹叁捌○○壹叁捌○○○', '一长串数字'],
    ['一三八 0539 一二三四', '一长串数字'],
    ['二二五一二三四', '一长串数字'],
  ])('“%s” is no name', async (name, told) => {
    await expect(program.caller.people.sitDown({ name })).rejects.toThrow(told);
  });

  test.each([
    ['王秀英', '王秀英'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['王　主任', '王主任'],
    ["O'Brien", "O'Brien"],
    ['李 Mary', '李 Mary'],
    ['Ｍａｒｙ　Ｌｉ', 'Mary Li'],
    ['Zoë', 'Zoe\u0308'],
    ['𠮷田', '𠮷田'],
    ['㐂', '㐂'],
    ['王〇', '王〇'],
    ['万千一', '万千一'],
    ['丁一', '丁一'],
    ['陆百万', '陆百万'],
    ['伍三七', '伍三七'],
    ['零一二三四五', '零一二三四五'],
    ['王秀英（综治办）', '王秀英（综治办）'],
    ['窗口１２号', '窗口12号'],
    ['བསྟན་འཛིན', 'བསྟན་འཛིན'],
    ['ئابلىز', 'ئابلىز'],
  ])('“%s” is a name', async (typed, kept) => {
    expect((await program.caller.people.sitDown({ name: typed })).name).toBe(kept.normalize('NFC'));
  });

  test('a name said again is the same person, at whichever user of the system', async () => {
    const first = await program.caller.people.sitDown({ name: '王秀英' });
    expect(await other.people.sitDown({ name: '王秀英' })).toEqual(first);
    expect((await program.caller.people.list()).map(({ name }) => name).sort()).toEqual(['李会计', '测试员', '王秀英'].sort());
  });
});

describe('undo and redo are one’s own', () => {
  test('each takes back their own last act, and does it again', async () => {
    await branch(program.caller, '甲');
    await branch(other, '乙');
    expect(await summaries(program.caller)).toEqual(['新增社区总支 甲', null]);
    expect(await summaries(other)).toEqual(['新增社区总支 乙', null]);

    const { act } = await program.caller.audit.latest();
    await program.caller.audit.undo({ changeSetId: act?.id ?? 0 });
    expect(await names()).toEqual(['乙']);
    expect(await summaries(program.caller)).toEqual([null, '撤销：新增社区总支 甲']);
    expect(await summaries(other)).toEqual(['新增社区总支 乙', null]);

    const { undo } = await program.caller.audit.latest();
    const redone = await program.caller.audit.undo({ changeSetId: undo?.id ?? 0 });
    expect(redone.summary).toBe('重做：新增社区总支 甲');
    expect((await names()).sort()).toEqual(['乙', '甲']);
    expect(await summaries(program.caller)).toEqual(['重做：新增社区总支 甲', null]);
    // What was done again can be taken back again, also by the number of the act itself.
    await program.caller.audit.undo({ changeSetId: redone.changeSetId });
    expect(await names()).toEqual(['乙']);
    const again = (await program.caller.audit.latest()).undo?.id ?? 0;
    await program.caller.audit.undo({ changeSetId: again });
    const rows = (await program.caller.audit.list({})).rows.filter(({ id }) => id === act?.id);
    expect(rows).toMatchObject([{ undone: 0 }]);
    await program.caller.audit.undo({ changeSetId: act?.id ?? 0 });
    expect(await names()).toEqual(['乙']);
    await expect(program.caller.audit.undo({ changeSetId: act?.id ?? 0 })).rejects.toThrow('“新增社区总支 甲”已经撤销过了');
  });

  test('several undos are done again in the order in which the acts were done; a new act ends that', async () => {
    for (const name of ['甲', '乙', '丙']) await branch(program.caller, name);
    const takeBack = async () => program.caller.audit.undo({ changeSetId: (await program.caller.audit.latest()).act?.id ?? 0 });
    const again = async () => program.caller.audit.undo({ changeSetId: (await program.caller.audit.latest()).undo?.id ?? 0 });
    await takeBack();
    await takeBack();
    expect(await names()).toEqual(['甲']);
    await again();
    expect(await names()).toEqual(['甲', '乙']);
    expect((await again()).summary).toBe('重做：新增社区总支 丙');
    expect(await summaries(program.caller)).toEqual(['重做：新增社区总支 丙', null]);
    await takeBack();
    await branch(program.caller, '丁');
    expect(await summaries(program.caller)).toEqual(['新增社区总支 丁', null]);
  });

  test('an act that another’s later change stands on is refused, and whose row it is is said', async () => {
    const { id } = await branch(program.caller, '甲');
    await other.roster.branches.save({ id, branch: { note: '改' } });
    const { act } = await program.caller.audit.latest();
    await expect(program.caller.audit.undo({ changeSetId: act?.id ?? 0 })).rejects.toThrow(
      '“新增社区总支 甲”之后同一条记录（社区总支）又改过',
    );
    expect((await program.caller.audit.list({})).rows.map(({ undone, actor }) => [undone, actor])).toEqual([
      [0, '李会计'],
      [0, '测试员'],
    ]);
  });

  test('换人 at one PC: the next person takes back their own, not the last one’s', async () => {
    await branch(program.caller, '甲');
    await program.caller.people.sitDown({ name: '王秀英' });
    expect(await summaries(program.caller)).toEqual([null, null]);
    await branch(program.caller, '乙');
    expect(await summaries(program.caller)).toEqual(['新增社区总支 乙', null]);
    await program.caller.people.sitDown({ name: '测试员' });
    expect(await summaries(program.caller)).toEqual(['新增社区总支 甲', null]);
  });
});

describe('what is kept for a person', () => {
  test('preferences follow the person, not the login', async () => {
    const remembered = (of: typeof other) => of.settings.preference({ name: 'columns' });
    await program.caller.settings.remember({ name: 'columns', value: ['姓名'] });
    expect([await remembered(program.caller), await remembered(other)]).toEqual([['姓名'], null]);
    await program.caller.people.sitDown({ name: '李会计' });
    expect(await remembered(program.caller)).toBeNull();
    await other.people.sitDown({ name: '测试员' });
    expect(await remembered(other)).toEqual(['姓名']);
  });

  test('what is remembered is bounded: a long value is refused, and of many names the longest unwritten goes', async () => {
    const { settings } = program.caller;
    const kept = (name: string) => settings.preference({ name });
    const count = (): unknown => program.office().db.prepare('SELECT count(*) FROM preference').pluck().get();
    const form = { note: '备注'.repeat(500), fields: Array.from({ length: 200 }, () => 'formerFamilyPlanning') };
    await settings.remember({ name: 'draft', value: form });
    expect(await kept('draft')).toEqual(form);
    await settings.remember({ name: 'long', value: 'x'.repeat(64 * 1024 - 2) });
    for (const value of ['x'.repeat(64 * 1024 - 1), '长'.repeat(22_000)])
      await expect(settings.remember({ name: 'draft', value })).rejects.toThrow('没有记下');
    const deep: unknown = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
    await expect(settings.remember({ name: 'draft', value: deep })).rejects.toThrow('层次太多，没有记下');
    expect(await kept('draft')).toEqual(form);
    await other.settings.remember({ name: 'columns', value: 'theirs' });
    for (let index = 0; index < 600; index++) {
      await settings.remember({ name: `name ${index}`, value: index });
      if (index % 100 === 0) await settings.remember({ name: 'draft', value: index });
    }
    expect(count()).toBe(501);
    expect([await kept('name 0'), await kept('name 599'), await kept('draft')]).toEqual([null, 599, 500]);
    expect(await other.settings.preference({ name: 'columns' })).toBe('theirs');
    // A draft that was saved or given up leaves nothing.
    await settings.remember({ name: 'draft', value: null });
    expect([await kept('draft'), count()]).toEqual([null, 500]);
  });

  test('what screens remembered before anybody had a name becomes the first one’s', async () => {
    const office = program.office();
    office.db.exec(`INSERT INTO preference (owner, name, value) VALUES ('login old', 'columns', '[1]')`);
    const old = program.as('old', '老张');
    expect(await old.settings.preference({ name: 'columns' })).toEqual([1]);
    expect(personAt(office, 'old')?.name).toBe('老张');
  });

  test('an upload, a job and a batch of photos are nobody else’s', async () => {
    const { deps } = program;
    const [own, foreign] = [callerOf(deps, tester).owner, callerOf(deps, 'clerk').owner];
    const upload = deps.uploads.add(own, '花名册.xls', new Uint8Array(3));
    expect(() => deps.uploads.get(foreign, upload)).toThrow('选择的文件已过期');
    expect(deps.uploads.get(own, upload).bytes).toHaveLength(3);
    const job = deps.jobs.start(own, '试', () => sleep(20));
    await expect(other.jobs.state({ id: job })).rejects.toThrow('这项工作已经结束');
    await expect(other.jobs.cancel({ id: job })).rejects.toThrow('这项工作已经结束');
    expect((await program.caller.jobs.state({ id: job })).phase).toBe('running');
    const photo = await program.fetch('/files/photos/batch?name=a.jpg', { method: 'POST', body: 'no photo' });
    expect(photo.status).toBe(200);
    expect(await program.caller.photos.batch()).toHaveLength(1);
    expect(await other.photos.batch()).toEqual([]);
  });

  test('a restored or fresh office drops them, and a restore’s own job goes on', async () => {
    const { deps } = program;
    const upload = deps.uploads.add(callerOf(deps, tester).owner, '花名册.xls', new Uint8Array(3));
    await program.fetch('/files/photos/batch?name=a.jpg', { method: 'POST', body: 'no photo' });
    const job = deps.jobs.start(callerOf(deps, tester).owner, '试', () => sleep(5));
    const { owner } = callerOf(deps, tester);
    const restoring = deps.jobs.start({ ...owner, office: null }, '恢复', () => sleep(5));
    program.desk.startAfresh();
    await program.caller.people.sitDown({ name: '测试员' });
    const after = callerOf(deps, tester).owner;
    expect(() => deps.uploads.get(after, upload)).toThrow('选择的文件已过期');
    expect(await program.caller.photos.batch()).toEqual([]);
    await expect(program.caller.jobs.state({ id: job })).rejects.toThrow('这项工作已经结束');
    expect((await program.caller.jobs.state({ id: restoring })).id).toBe(restoring);
  });
});

type Procedure = { _def: { type: string; meta?: Meta } };

test('every act says which right it takes', () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const without = procedures.filter(([, { _def: own }]) => own.type === 'mutation' && own.meta?.may === undefined);
  // What anybody may: stop their own job, say who they are, have a screen remember something.
  expect(without.map(([name]) => name).sort()).toEqual(['jobs.cancel', 'people.sitDown', 'settings.remember']);
});
