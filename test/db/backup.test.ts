// Nothing lost: a backup is whole whatever happens around it, a restore brings exactly it, and a damaged file ends in an offer
// to restore, not in an empty office.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { dailyBackup, dailyIsDue } from '../../main/rooms/backups/daily.ts';
import { checkedFolder } from '../../main/rooms/backups/folder.ts';
import { checkBackup, listBackups } from '../../main/rooms/backups/list.ts';
import { restore, startAfresh } from '../../main/rooms/backups/restore.ts';
import { backUp, checkOfficeFile } from '../../main/ground/office/backup.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { addPhoto } from '../../main/rooms/photos/store.ts';
import { preparePhoto } from '../../main/rooms/photos/process.ts';
import { readSetting, writeSetting } from '../../main/rooms/settings/settings.ts';
import type { Settings } from '../../shared/settings.ts';
import { type Clock, stoppedClock } from '../../shared/clock.ts';
import sharp from 'sharp';
import { openProgram, silentLog, temporaryFolder, testClock } from '../harness/program.ts';

type Program = ReturnType<typeof openProgram>;
let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const addCompany = (of: Pick<Program, 'office'>, name: string): void => {
  of.office().change({ actor: { login: 'a', personId: null }, kind: 'company.add', summary: `新增 ${name}` }, (change) =>
    change.insert('property_company', { name }),
  );
};
const addWorkers = (count: number): void => {
  program.office().change({ actor: { login: 'a', personId: null }, kind: 'worker.add', summary: '新增' }, (change) => {
    for (let n = 0; n < count; n++) change.insert('worker', { name: `王${n}`, initials: 'w', pinyin: 'wang' });
  });
};
const setBackup = (columns: Partial<Settings['backup']>): void => {
  const office = program.office();
  office.change({ actor: { login: 'a', personId: null }, kind: 'settings.save', summary: '备份' }, (change) => {
    writeSetting(change, 'backup', { ...readSetting(office, 'backup'), ...columns });
    writeSetting(change, 'office', { ...readSetting(office, 'office'), founded: '2026-01-01' });
  });
};
const companies = (file: string): unknown[] => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare('SELECT name FROM property_company ORDER BY id').pluck().all();
  } finally {
    db.close();
  }
};
/** Spoils the middle of a file, where its pages are. */
const overwrite = (file: string, at: number, bytes: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(handle);
};

test('a backup taken amid writes is whole, with every photo, counts those in use, and holds at least what was there when it began', async () => {
  const office = program.office();
  const photoOf = async (background: string) =>
    preparePhoto(
      'a.jpg',
      await sharp({ create: { width: 600, height: 840, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    );
  const [photo, replaced] = [await photoOf('#2040d0'), await photoOf('#d04020')];
  office.db.transaction(() => [photo, replaced].map((one) => addPhoto(office, one)))();
  addWorkers(2000);
  office.db.prepare('UPDATE worker SET photo_hash = ? WHERE id = (SELECT min(id) FROM worker)').run(photo.hash);
  const before = office.db.prepare<[], number>('SELECT max(id) FROM audit_line').pluck().get() ?? 0;
  let written = 0;
  const writer = setInterval(() => addCompany(program, `物业${written++}`), 1);
  const { file, facts } = await backUpNow(program.desk, 'manual', silentLog).finally(() => clearInterval(writer));
  expect(written).toBeGreaterThan(1);
  expect(facts.lastAuditLine).toBeGreaterThanOrEqual(before);
  expect(facts.held).toMatchObject([
    { word: '网格员', count: 2000 },
    { word: '照片', count: 1 },
  ]);
  const copy = new Database(file, { readonly: true });
  for (const { hash, jpeg } of [photo, replaced])
    expect((copy.prepare('SELECT jpeg FROM photo WHERE hash = ?').pluck().get(hash) as Buffer).equals(jpeg)).toBe(true);
  const lines = copy.prepare('SELECT count(*) FROM property_company').pluck().get() as number;
  expect(companies(program.desk.file).slice(0, lines)).toEqual(companies(file));
  copy.close();
  expect(listBackups(program.desk).map(({ kind, check }) => [kind, check !== null && 'facts' in check])).toEqual([
    ['manual', true],
  ]);
});

test('a backup refuses a missing folder, an existing file, and leaves nothing behind', async () => {
  const target = path.join(program.folder, '有.gridledger');
  writeFileSync(target, 'x');
  expect(() => backUp(program.desk.file, target, program.desk.expected)).toThrow('已经存在');
  setBackup({ folder: path.join(program.folder, '没有这个文件夹') });
  await expect(backUpNow(program.desk, 'manual', silentLog)).rejects.toThrow('不存在');
  expect((await program.caller.backups.state()).failure?.message).toContain('不存在');
  const chinese = path.join(program.folder, '台账 备份（移动硬盘）');
  mkdirSync(chinese);
  setBackup({ folder: chinese });
  await backUpNow(program.desk, 'import', silentLog);
  expect(readdirSync(chinese)).toEqual([expect.stringMatching(/^导入前_\d{8}_\d{6}\.gridledger$/)]);
  expect((await program.caller.backups.state()).failure).toBeNull();
});

test('a full disk and a read-only folder are told as such', async ({ skip }) => {
  const mounted = path.join(program.folder, '小盘');
  mkdirSync(mounted);
  const mount = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mounted]).status === 0;
  skip(!mount('size=64k'), 'only root can mount a small disk');
  try {
    addWorkers(500);
    setBackup({ folder: mounted });
    await expect(backUpNow(program.desk, 'manual', silentLog)).rejects.toThrow('磁盘空间不足');
    expect(readdirSync(mounted)).toEqual([]);
    spawnSync('mount', ['-o', 'remount,ro', mounted]);
    await expect(backUpNow(program.desk, 'manual', silentLog)).rejects.toThrow('不能写入');
    expect(() => checkedFolder(program.desk, mounted)).toThrow('不能写入');
  } finally {
    spawnSync('umount', [mounted]);
  }
});

test('a typed folder must be whole, exist, and be a folder', () => {
  expect(checkedFolder(program.desk, '  ')).toBeNull();
  expect(checkedFolder(program.desk, program.desk.defaultBackupFolder)).toBeNull();
  expect(checkedFolder(program.desk, `"${program.folder}"`)).toBe(program.folder);
  expect(() => checkedFolder(program.desk, '备份')).toThrow('完整路径');
  expect(() => checkedFolder(program.desk, path.join(program.folder, '无'))).toThrow('不存在');
  expect(() => checkedFolder(program.desk, program.desk.file)).toThrow('不是文件夹');
});

test('daily: one a day, the oldest beyond the setting go, others stay', async () => {
  let day = 1;
  const clock: Clock = {
    now: () => new Date(2026, 8, day, 8, 2),
    today: () => stoppedClock(new Date(2026, 8, day, 8, 2)).today(),
  };
  program.close();
  program = openProgram({ clock });
  expect(dailyIsDue(program.desk)).toBe(false);
  setBackup({ keep: 3 });
  await backUpNow(program.desk, 'manual', silentLog);
  writeFileSync(path.join(program.desk.defaultBackupFolder, '每日_20200101_000000.gridledger'), '别处带来的');
  for (; day <= 5; day++) {
    expect(dailyIsDue(program.desk)).toBe(true);
    await dailyBackup(program.desk, silentLog);
    await dailyBackup(program.desk, silentLog);
  }
  expect(listBackups(program.desk).map((backup) => backup.name)).toEqual([
    '每日_20260905_080200.gridledger',
    '每日_20260904_080200.gridledger',
    '每日_20260903_080200.gridledger',
    '手动_20260901_080200.gridledger',
    '每日_20200101_000000.gridledger',
  ]);
  setBackup({ daily: false });
  expect(dailyIsDue(program.desk)).toBe(false);
});

test('a restore brings exactly the backup, sets the present aside, and WAL is on again', async () => {
  addCompany(program, '甲');
  const { file, facts } = await backUpNow(program.desk, 'manual', silentLog);
  addCompany(program, '乙');
  await restore(program.desk, file, silentLog);
  expect(companies(program.desk.file)).toEqual(['甲']);
  expect(program.office().db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(checkOfficeFile(program.desk.file, program.desk.expected)).toMatchObject({ lastAuditLine: facts.lastAuditLine });
  const [kept = ''] = readdirSync(path.join(program.folder, '换下的数据'));
  expect(companies(path.join(program.folder, '换下的数据', kept))).toEqual(['甲', '乙']);
  addCompany(program, '丙');
  expect(companies(program.desk.file)).toEqual(['甲', '丙']);
});

test('rows of a stale -wal do not come back over a restored office', async () => {
  addCompany(program, '甲');
  const { file } = await backUpNow(program.desk, 'manual', silentLog);
  program.office().db.pragma('wal_checkpoint(TRUNCATE)');
  addCompany(program, '乙');
  const { folder, remove } = temporaryFolder();
  try {
    // As a program that was killed leaves it: the rows are in -wal only.
    for (const tail of ['', '-wal']) copyFileSync(program.desk.file + tail, path.join(folder, `office.gridledger${tail}`));
    overwrite(path.join(folder, 'office.gridledger'), 4096 * 20, 4096 * 20);
    const desk = openDesk(folder, testClock, officeSchema);
    expect(desk.damage()).toContain('已损坏');
    expect(() => desk.office()).toThrow('已损坏');
    await restore(desk, file, silentLog);
    expect(desk.damage()).toBeNull();
    expect(desk.office().db.prepare('SELECT name FROM property_company').pluck().all()).toEqual(['甲']);
    desk.close();
  } finally {
    remove();
  }
});

test('what is torn, none of ours, empty or newer is refused, with the present data untouched', async () => {
  addCompany(program, '甲');
  addWorkers(300);
  const { file } = await backUpNow(program.desk, 'manual', silentLog);
  const made = (name: string, make: (target: string) => void): string => {
    const target = path.join(program.folder, name);
    make(target);
    return target;
  };
  const whole = readdirSync(program.desk.defaultBackupFolder)[0] ?? '';
  const cases: [string, RegExp][] = [
    [made('断.gridledger', (target) => writeFileSync(target, readFileSync(file).subarray(0, 40_000))), /已损坏/],
    [
      made('坏.gridledger', (target) => {
        copyFileSync(file, target);
        overwrite(target, 12_288, 8192);
      }),
      /已损坏/,
    ],
    [made('文字.gridledger', (target) => writeFileSync(target, '这不是数据库'.repeat(500))), /不是网格台账的数据文件/],
    [made('空.gridledger', (target) => writeFileSync(target, '')), /不是网格台账的数据文件/],
    [
      made('别家.gridledger', (target) => {
        const db = new Database(target);
        db.exec('CREATE TABLE x (a)');
        db.close();
      }),
      /不是网格台账的数据文件/,
    ],
    [
      made('新.gridledger', (target) => {
        copyFileSync(file, target);
        const db = new Database(target);
        db.pragma('user_version = 999');
        db.close();
      }),
      /更新版本的程序/,
    ],
    [path.join(program.folder, '没有.gridledger'), /没有找到/],
  ];
  for (const [candidate, message] of cases)
    await expect(restore(program.desk, candidate, silentLog), candidate).rejects.toThrow(message);
  addCompany(program, '乙');
  expect(companies(program.desk.file)).toEqual(['甲', '乙']);
  expect(existsSync(path.join(program.folder, '换下的数据'))).toBe(false);
  overwrite(file, 12_288, 8192);
  expect((await checkBackup(program.desk, whole)).check).toMatchObject({ fault: expect.stringContaining('已损坏') });
});

test('a copy that does not open as expected puts the present file back', async () => {
  addCompany(program, '甲');
  const { file, facts } = await backUpNow(program.desk, 'manual', silentLog);
  addCompany(program, '乙');
  copyFileSync(file, program.desk.incoming);
  expect(() => program.desk.takeIn({ ...facts, held: facts.held.map((one) => ({ ...one, count: 7 })) })).toThrow(
    '没有恢复，现在的数据没有改动',
  );
  addCompany(program, '丙');
  expect(companies(program.desk.file)).toEqual(['甲', '乙', '丙']);
});

test('a folder for what is replaced that lies on another disk is told as such, and the present file is back', async () => {
  const elsewhere = mkdtempSync('/dev/shm/grid-ledger-test-');
  try {
    addCompany(program, '甲');
    const { file } = await backUpNow(program.desk, 'manual', silentLog);
    symlinkSync(elsewhere, path.join(program.folder, '换下的数据'));
    for (const attempt of [() => startAfresh(program.desk, () => undefined), () => restore(program.desk, file, silentLog)])
      await expect(attempt()).rejects.toThrow(/^没有(恢复|重新开始)，现在的数据没有改动：那里是另一块磁盘（.*换下的数据）/);
    addCompany(program, '乙');
    expect(companies(program.desk.file)).toEqual(['甲', '乙']);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readdirSync(program.folder).filter((name) => name.includes('incoming'))).toEqual([]);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test('a folder for what is replaced that can’t be written into is found out before the office is closed', async ({ skip }) => {
  const aside = path.join(program.folder, '换下的数据');
  mkdirSync(aside);
  const mount = (...options: string[]) => spawnSync('mount', [...options, aside]).status === 0;
  skip(!mount('-t', 'tmpfs', '-o', 'ro', 'tmpfs'), 'only root can mount a folder that can’t be written into');
  try {
    const { file } = await backUpNow(program.desk, 'manual', silentLog);
    const office = program.office();
    await expect(restore(program.desk, file, silentLog)).rejects.toThrow('没有恢复，现在的数据没有改动：文件夹不能写入');
    await expect(startAfresh(program.desk, () => undefined)).rejects.toThrow('没有重新开始，现在的数据没有改动：文件夹不能写入');
    expect(program.office()).toBe(office);
  } finally {
    spawnSync('umount', [aside]);
  }
});

test('an emptied or vanished file beside backups waits for a restore; a restore cut short is finished', async () => {
  addCompany(program, '甲');
  const { file } = await backUpNow(program.desk, 'manual', silentLog);
  const { folder } = program;
  program.desk.close();
  const office = path.join(folder, 'office.gridledger');
  writeFileSync(office, '');
  let desk = openDesk(folder, testClock, officeSchema);
  expect(desk.damage()).toContain('是空的');
  desk.close();
  rmSync(office);
  desk = openDesk(folder, testClock, officeSchema);
  expect(desk.damage()).toContain('不见了');
  desk.startAfresh();
  expect(desk.damage()).toBeNull();
  desk.close();
  rmSync(office);
  copyFileSync(file, desk.incoming);
  desk = openDesk(folder, testClock, officeSchema);
  expect(companies(office)).toEqual(['甲']);
  desk.close();
  program = openProgram();
});

test('a cancelled backup leaves no file, a cancelled restore no change', async () => {
  addCompany(program, '甲');
  const { file } = await backUpNow(program.desk, 'manual', silentLog);
  addCompany(program, '乙');
  const cancelled = AbortSignal.abort();
  await expect(backUpNow(program.desk, 'manual', silentLog, undefined, cancelled)).rejects.toThrow('已取消');
  expect(listBackups(program.desk)).toHaveLength(1);
  expect((await program.caller.backups.state()).failure).toBeNull();
  await expect(restore(program.desk, file, silentLog, undefined, cancelled)).rejects.toThrow('已取消');
  expect(companies(program.desk.file)).toEqual(['甲', '乙']);
  expect(existsSync(program.desk.incoming)).toBe(false);
});
