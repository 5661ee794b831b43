// An office that is replaced while windows show it, and people sit before them: nothing meant for the former one reaches the next, and
// who sits where is a fact of now, not of the backup.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../main/ground/office/desk.ts';
import { copyInWorker } from '../../main/ground/office/backupWork.ts';
import { personAt, seatTable } from '../../main/ground/people/people.ts';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { restore, startAfresh } from '../../main/rooms/backups/restore.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { openingHeader } from '../../shared/shown.ts';
import { openProgram, silentLog, temporaryFolder, testClock, tester } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

/** A call as a window makes it. */
async function call(name: string, input: unknown, opening: string | null) {
  const response = await program.fetch(`/trpc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(opening === null ? {} : { [openingHeader]: opening }) },
    body: JSON.stringify(input),
  });
  const { result, error } = (await response.json()) as { result?: { data: unknown }; error?: { message: string } };
  return { opening: response.headers.get(openingHeader), answer: result?.data, told: error?.message ?? null };
}
const backup = async (): Promise<string> => (await backUpNow(program.desk, 'manual', silentLog)).file;

describe('a window left open over it', () => {
  test.each(['restore', 'startAfresh'] as const)(
    '%s: its undo, its forms and its imports change nothing; it may still read',
    async (how) => {
      const street = makeStreet(program.office());
      const file = await backup();
      const act = (await program.caller.roster.branches.add({ name: '新总支' })).changeSetId ?? 0;
      const { opening } = await call('audit.latest', null, null);
      if (how === 'restore') await restore(program.desk, file, silentLog);
      else {
        program.desk.startAfresh();
        program.as(tester, '测试员');
      }
      // What has the former numbers now is something else.
      const other = (await program.caller.roster.workers.add({ worker: { name: '别人' }, posting: null })).id;
      const before = dump(program.office());
      for (const [name, input] of [
        ['audit.undo', { changeSetId: act }],
        ['roster.workers.save', { id: other, worker: { name: '王秀英' } }],
        ['roster.workers.remove', { id: other }],
        ['roster.workers.revealIdNumber', { id: street.workers.wang }],
        ['settings.remember', { name: 'draft:worker:1', value: {} }],
        ['people.sitDown', { name: '王主任' }],
      ] as const)
        expect((await call(name, input, opening)).told, name).toContain('台账已经换过一份');
      expect(dump(program.office())).toEqual(before);
      const read = await call('people.me', null, opening);
      expect([read.told, read.opening === opening]).toEqual([null, false]);
      expect((await call('roster.workers.save', { id: other, worker: { name: '何来英' } }, read.opening)).told).toBeNull();
      expect((await call('roster.workers.save', { id: other, worker: { note: '一' } }, null)).told).toBeNull();
    },
  );

  test('its files reach no batch of the next office, and one that still reads a photo is answered', async () => {
    const file = await backup();
    const send = (address: string, opening: string | null) =>
      program.fetch(address, { method: 'POST', body: 'x', headers: opening === null ? {} : { [openingHeader]: opening } });
    const former = program.desk.opening();
    await restore(program.desk, file, silentLog);
    for (const address of ['/files/photos/batch?name=a.jpg', '/files/uploads?name=a.csv']) {
      const refused = await send(address, former);
      expect(refused.status, address).toBe(422);
      expect(((await refused.json()) as { message: string }).message).toContain('台账已经换过一份');
      expect(refused.headers.get(openingHeader)).toBe(program.desk.opening());
    }
    expect(await program.caller.photos.batch()).toEqual([]);
    for (const opening of [program.desk.opening(), null])
      expect((await send('/files/photos/batch?name=a.jpg', opening)).status).toBe(200);
    // What was handed over to be restored has nothing to do with the office: what follows, the examination, is refused.
    const handed = await send('/files/restore', former);
    expect(handed.status).toBe(200);
    const { id } = (await handed.json()) as { id: string };
    expect((await call('backups.examine', { from: 'received', id }, former)).told).toContain('台账已经换过一份');
  });

  test('whoever waited to replace it too, having seen what was before, replaces nothing', async () => {
    const [first, second] = [await backup(), await backup()];
    const one = restore(program.desk, first, silentLog);
    const late = [restore(program.desk, second, silentLog), startAfresh(program.desk, () => undefined)];
    await one;
    const opening = program.desk.opening();
    for (const each of await Promise.allSettled(late))
      expect(each).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('台账已经换过一份') } });
    expect(program.desk.opening()).toBe(opening);
    expect(readdirSync(path.join(program.folder, '换下的数据'))).toHaveLength(1);
  });

  test('what came to nothing leaves the windows as they are', async () => {
    const file = await backup();
    const before = program.desk.opening();
    writeFileSync(path.join(program.folder, '换下的数据'), '一个同名的文件');
    const office = program.office();
    const told = '没有恢复，现在的数据没有改动：同名的文件占了文件夹的位置';
    await expect(restore(program.desk, file, silentLog)).rejects.toThrow(told);
    expect(() => program.desk.startAfresh()).toThrow('没有重新开始，现在的数据没有改动：同名的文件占了文件夹的位置');
    expect([program.desk.opening(), program.office()]).toEqual([before, office]);
    rmSync(path.join(program.folder, '换下的数据'));
    await restore(program.desk, file, silentLog);
    expect(program.desk.opening()).not.toBe(before);
  });
});

describe('who sits where', () => {
  const sitting = (login: string) => personAt(program.office(), login)?.name ?? null;

  test('is as it was before the restore, not as when the backup was made', async () => {
    program.as('clerk', '李会计');
    program.as('gone', '赵会计');
    const file = await backup();
    await program.caller.people.sitDown({ name: '王秀英' });
    program.office().db.exec(`DELETE FROM seat WHERE login = 'gone'`);
    await restore(program.desk, file, silentLog);
    expect([sitting(tester), sitting('clerk'), sitting('gone')]).toEqual(['王秀英', '李会计', null]);
    await program.caller.roster.branches.add({ name: '甲' });
    expect((await program.caller.audit.list({})).rows[0]).toMatchObject({ actor: '王秀英' });
  });

  test('is asked anew where the office was damaged, and where a restore was cut short', async () => {
    const file = await backup();
    const { folder, remove } = temporaryFolder();
    try {
      writeFileSync(path.join(folder, 'office.gridledger'), '这不是数据库'.repeat(5000));
      const desk = openDesk(folder, testClock, officeSchema);
      expect(desk.damage()).not.toBeNull();
      await restore(desk, file, silentLog);
      expect(personAt(desk.office(), tester)).toBeNull();
      desk.close();
    } finally {
      remove();
    }
  });

  test('stands in no copy that is about to take the office’s place, whenever the program ends', async () => {
    const file = await backup();
    const { folder, remove } = temporaryFolder();
    try {
      // The office's file vanished: whatever lies whole at `incoming` at the next start is taken in.
      const former = openDesk(folder, testClock, officeSchema);
      former.close();
      const { incoming } = former;
      await copyInWorker(file, incoming, { purpose: 'restore', expected: former.expected, without: [seatTable] });
      rmSync(former.file);
      // Nothing is left to be set aside: what stands in that folder's place stands in nobody's way.
      writeFileSync(path.join(folder, '换下的数据'), '一个同名的文件');
      const desk = openDesk(folder, testClock, officeSchema);
      expect(desk.damage()).toBeNull();
      expect([personAt(desk.office(), tester), readdirSync(folder).filter((name) => name.includes('incoming'))]).toEqual([
        null,
        [],
      ]);
      desk.close();
    } finally {
      remove();
    }
  });

  test('where nobody can be seated the restore stands nevertheless, and they are asked', async () => {
    const file = await backup();
    const errors: string[] = [];
    const log = { ...silentLog, error: (text: string) => void errors.push(text) };
    const full: Desk = {
      ...program.desk,
      takeIn(promised) {
        program.desk.takeIn(promised);
        program.office().db.pragma('query_only = ON');
      },
    };
    await restore(full, file, log);
    program.office().db.pragma('query_only = OFF');
    expect([sitting(tester), errors.length]).toEqual([null, 1]);
  });

  test('is asked where the demo’s made-up person sat', async () => {
    const file = await backup();
    program.desk.startAfresh();
    await program.as(tester, '演示人员').welcome.openDemo();
    await restore(program.desk, file, silentLog);
    expect(sitting(tester)).toBeNull();
  });

  test('a backup of the first schema is brought back, too, and all goes on in it', async () => {
    const older = path.join(program.folder, '旧的.gridledger');
    writeFileSync(older, gunzipSync(readFileSync(path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz'))));
    await restore(program.desk, older, silentLog);
    expect(sitting(tester)).toBe('测试员');
    const [act] = (await program.caller.audit.list({ limit: 1 })).rows;
    await program.caller.audit.undo({ changeSetId: act?.id ?? 0 });
    expect((await program.caller.audit.list({ limit: 1 })).rows[0]?.actor).toBe('测试员');
  });
});

describe('a file that is none of ours inside', () => {
  const older = () => gunzipSync(readFileSync(path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz')));
  const spoilt: [string, string][] = [
    ['a table of a foreign program in the way', 'CREATE TABLE person (a)'],
    ['a view in a table’s place', 'ALTER TABLE grid RENAME TO grids; CREATE VIEW grid AS SELECT * FROM grids'],
    [
      'a branch without a name',
      `PRAGMA ignore_check_constraints = ON; UPDATE branch SET name = '' WHERE id = (SELECT min(id) FROM branch)`,
    ],
    ['no migrations', 'DROP TABLE migration'],
  ];

  test.each(spoilt)('%s: the program says so, changes nothing, and backups can be brought back', async (_what, sql) => {
    const good = await backup();
    const { folder, remove } = temporaryFolder();
    try {
      const file = path.join(folder, 'office.gridledger');
      writeFileSync(file, older());
      const db = new Database(file);
      db.exec(sql);
      db.pragma('journal_mode = DELETE');
      db.close();
      copyFileSync(file, path.join(folder, '副本'));
      const desk = openDesk(folder, testClock, officeSchema);
      expect(desk.damage()).toMatch(
        /^数据文件“office.gridledger”的内容和本程序保存的不一样，打不开（(?:SQLITE_\w+|grid)），程序没有改动它。请从备份恢复/,
      );
      expect(readdirSync(path.join(folder, '备份'))).toEqual([]);
      const unspoilt = program.office();
      await expect(restore(program.desk, path.join(folder, '副本'), silentLog)).rejects.toThrow(
        /没有恢复，现在的数据没有改动|不是网格台账的数据文件/,
      );
      expect(program.office().path).toBe(unspoilt.path);
      await program.caller.audit.latest();
      await restore(desk, good, silentLog);
      expect(desk.damage()).toBeNull();
      desk.close();
      const [kept = ''] = readdirSync(path.join(folder, '换下的数据'));
      const aside = new Database(path.join(folder, '换下的数据', kept), { readonly: true });
      expect(aside.pragma('user_version', { simple: true })).toBe(1);
      aside.close();
    } finally {
      remove();
    }
  });

  test('an upgrade that fails twice in the same second leaves no copies behind', () => {
    const { folder, remove } = temporaryFolder();
    try {
      const file = path.join(folder, 'office.gridledger');
      mkdirSync(path.join(folder, '备份'));
      writeFileSync(file, older());
      // A copy of that second is there already.
      const first = openDesk(folder, testClock, officeSchema);
      first.close();
      const [copy = ''] = readdirSync(path.join(folder, '备份'));
      writeFileSync(file, older());
      for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true });
      openDesk(folder, testClock, officeSchema).close();
      expect(readdirSync(path.join(folder, '备份')).sort()).toEqual([copy, copy.replace('.gridledger', '_2.gridledger')].sort());
      expect(existsSync(file)).toBe(true);
    } finally {
      remove();
    }
  });
});
