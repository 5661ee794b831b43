// What somebody laid where the program keeps its own: rows of a stranger's -wal or -journal never come into an office, and a folder
// in a file's place is named in words.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../main/ground/office/backup.ts';
import { type Desk, openDesk } from '../../main/ground/office/desk.ts';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { dropOldDailies } from '../../main/rooms/backups/daily.ts';
import { checkBackup, listBackups } from '../../main/rooms/backups/list.ts';
import { restore } from '../../main/rooms/backups/restore.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { nobody, openProgram, silentLog, testClock } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
let backup: string;
beforeEach(async () => {
  left = false;
  program = openProgram();
  program.office().change({ actor: nobody, kind: 'x', summary: '新增' }, (change) => {
    change.insert('property_company', { name: '甲' });
  });
  backup = (await backUpNow(program.desk, 'manual', silentLog)).file;
});
afterEach(() => (left ? rmSync(program.folder, { recursive: true }) : program.close()));

let left = false;
/** Ends the program, for a next start of its folder. */
function leave(): string {
  left = true;
  program.desk.close();
  return program.folder;
}

const companies = (desk: Desk): unknown[] =>
  desk.office().db.prepare('SELECT name FROM property_company ORDER BY id').pluck().all();

/** Lays beside `target` what SQLite would take for the latest state of the backup: one in which 甲 is called 外来. */
function layStrangers(target: string, laid: readonly ('-wal' | '-journal')[]): void {
  const other = path.join(program.folder, '别处.db');
  copyFileSync(backup, other);
  const db = new Database(other);
  const rename = `UPDATE property_company SET name = '外来'`;
  if (laid.includes('-wal')) {
    db.pragma('journal_mode = WAL');
    db.exec(rename);
    copyFileSync(`${other}-wal`, `${target}-wal`);
    writeFileSync(`${target}-shm`, '');
  }
  if (laid.includes('-journal')) {
    db.pragma('journal_mode = DELETE');
    db.exec(rename);
    db.pragma('cache_size = 1');
    db.exec(`BEGIN; UPDATE property_company SET name = '改过'; CREATE TABLE bulk (content BLOB);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO bulk SELECT randomblob(4000) FROM n`);
    copyFileSync(`${other}-journal`, `${target}-journal`);
    db.exec('ROLLBACK');
  }
  db.close();
  for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(other + tail, { force: true });
}

const both = ['-wal', '-journal'] as const;

describe('rows of a stranger', () => {
  test('beside the copy about to be taken in', async () => {
    layStrangers(program.desk.incoming, both);
    layStrangers(`${program.desk.incoming}.unfinished`, both);
    await restore(program.desk, backup, silentLog);
    expect(companies(program.desk)).toEqual(['甲']);
    expect(readdirSync(program.folder).filter((name) => name.includes('incoming'))).toEqual([]);
  });

  test('beside the copy that a restore cut short left', () => {
    const { desk } = program;
    const folder = leave();
    for (const each of ['', '-wal', '-shm']) rmSync(desk.file + each, { force: true });
    copyFileSync(backup, desk.incoming);
    layStrangers(desk.incoming, both);
    const again = openDesk(folder, testClock, officeSchema);
    expect([companies(again), readdirSync(folder).filter((name) => name.includes('incoming'))]).toEqual([['甲'], []]);
    again.close();
  });

  test('a copy left over by a restore that was cut short goes at the next start, before it can pass for an office that is gone', () => {
    const { incoming } = program.desk;
    const folder = leave();
    copyFileSync(backup, incoming);
    openDesk(folder, testClock, officeSchema).close();
    expect(readdirSync(folder).filter((name) => name.includes('incoming'))).toEqual([]);
  });

  test('beside a copy between its making and its taking in', () => {
    const facts = backUp(backup, program.desk.incoming, program.desk.expected);
    layStrangers(program.desk.incoming, both);
    program.desk.takeIn(facts);
    expect(companies(program.desk)).toEqual(['甲']);
  });

  test('beside the backup that is to be brought back: it is named, and nothing is done', async () => {
    const name = path.basename(backup);
    for (const tail of both) {
      layStrangers(backup, [tail]);
      const told = `“${name}”旁边的“${name}${tail}”不是它的，一起读会弄乱数据，所以没有打开。请先把“${name}${tail}”移到别处，再试一次`;
      await expect(restore(program.desk, backup, silentLog)).rejects.toThrow(told);
      expect((await checkBackup(program.desk, name)).check).toMatchObject({ fault: expect.stringContaining(told) });
      rmSync(backup + tail);
    }
    expect(companies(program.desk)).toEqual(['甲']);
  });

  test('a copy of an office at work, with the -wal that is its own, is brought back whole', async () => {
    program.office().change({ actor: nobody, kind: 'x', summary: '新增' }, (change) => {
      change.insert('property_company', { name: '乙' });
    });
    const copy = path.join(program.desk.defaultBackupFolder, '拷来的.gridledger');
    for (const tail of ['', '-wal']) copyFileSync(program.desk.file + tail, copy + tail);
    await restore(program.desk, copy, silentLog);
    expect(companies(program.desk)).toEqual(['甲', '乙']);
  });

  test('of the office before, where a backup was laid in its place by hand: it is named, and nothing is opened', () => {
    const folder = leave();
    copyFileSync(backup, program.desk.file);
    layStrangers(program.desk.file, ['-wal']);
    expect(() => openDesk(folder, testClock, officeSchema)).toThrow('“office.gridledger”旁边的“office.gridledger-wal”不是它的');
    rmSync(`${program.desk.file}-wal`);
    const desk = openDesk(folder, testClock, officeSchema);
    expect(companies(desk)).toEqual(['甲']);
    desk.close();
  });

  test('no copy is given a name beside which such lies, and no new office begins beside it', () => {
    const target = path.join(program.folder, '新.gridledger');
    writeFileSync(`${target}-journal`, 'x');
    expect(() => backUp(program.desk.file, target, program.desk.expected)).toThrow('已经存在');
    const folder = leave();
    rmSync(program.desk.defaultBackupFolder, { recursive: true });
    rmSync(program.desk.file);
    writeFileSync(`${program.desk.file}-wal`, '唯一剩下的');
    const desk = openDesk(folder, testClock, officeSchema);
    expect(companies(desk)).toEqual([]);
    expect(readdirSync(path.join(folder, '换下的数据'))).toEqual([expect.stringMatching(/^\d{8}_\d{6}_office\.gridledger-wal$/)]);
    desk.close();
  });
});

describe('a folder in the place of a file', () => {
  const told = (name: string): string => `“${name}”是文件夹，占了程序要用的文件名（`;

  test('no restore, in words, and another once it is away', async () => {
    for (const tail of ['', '-wal', '.unfinished']) {
      const folder = program.desk.incoming + tail;
      mkdirSync(folder);
      await expect(restore(program.desk, backup, silentLog)).rejects.toThrow(
        `没有恢复，现在的数据没有改动：${told(path.basename(folder))}${program.folder}）。请把它移到别处或改名，再试一次。`,
      );
      expect(existsSync(folder)).toBe(true);
      rmSync(folder, { recursive: true });
    }
    await restore(program.desk, backup, silentLog);
  });

  test('the program is not opened, in words', () => {
    const folder = leave();
    rmSync(program.desk.file);
    for (const tail of ['', '-wal', '-shm', '-journal', '.lock', '.lock-journal', '.holder.txt', '.incoming']) {
      rmSync(program.desk.file + tail, { force: true });
      mkdirSync(program.desk.file + tail);
      expect(() => openDesk(folder, testClock, officeSchema)).toThrow(
        `台账打不开：${told(`office.gridledger${tail}`)}${folder}）。请把它移到别处或改名，再试一次。`,
      );
      rmSync(program.desk.file + tail, { recursive: true });
      openDesk(folder, testClock, officeSchema).close();
    }
  });

  test.each(['backups.json', 'backups.json.new'])('%s: the backup is not noted, in words', async (name) => {
    rmSync(path.join(program.folder, 'backups.json'));
    mkdirSync(path.join(program.folder, name));
    await expect(backUpNow(program.desk, 'manual', silentLog)).rejects.toThrow(told(name));
  });

  test('in the folder of backups it is no backup, and hinders nobody', async () => {
    const { defaultBackupFolder } = program.desk;
    const next = `${path.basename(backup, '.gridledger')}_2.gridledger.unfinished`;
    for (const name of ['文件夹.gridledger', next, '每日_1.gridledger.unfinished'])
      mkdirSync(path.join(defaultBackupFolder, name));
    expect(listBackups(program.desk).map(({ name }) => name)).toEqual([path.basename(backup)]);
    await expect(restore(program.desk, path.join(defaultBackupFolder, '文件夹.gridledger'), silentLog)).rejects.toThrow(
      '“文件夹.gridledger”是文件夹',
    );
    await expect(backUpNow(program.desk, 'manual', silentLog)).rejects.toThrow(`没有备份成功：${told(next)}`);
    expect(dropOldDailies(program.desk)).toEqual([]);
  });

  test('a file in the place of the folder of backups is named', () => {
    const folder = leave();
    rmSync(path.join(folder, '备份'), { recursive: true });
    writeFileSync(path.join(folder, '备份'), '');
    expect(() => openDesk(folder, testClock, officeSchema)).toThrow(
      `台账打不开：“备份”是文件，占了文件夹的位置（${folder}）。请把它移到别处或改名，再试一次。`,
    );
  });
});
