// A disk that is full to the last byte: whoever works is told so in words, what is there stays whole, and all goes on once there is room.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../main/ground/log.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { readVersion } from '../../main/ground/office/schemaVersion.ts';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { restore, startAfresh } from '../../main/rooms/backups/restore.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { openProgram, temporaryFolder, testClock } from '../harness/program.ts';

let temporary: ReturnType<typeof temporaryFolder>;
let small: string;
let mounted: boolean;
beforeEach(() => {
  temporary = temporaryFolder();
  small = path.join(temporary.folder, '小盘');
  mkdirSync(small);
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small]).status === 0;
});
afterEach(() => {
  if (mounted) spawnSync('umount', [small]);
  temporary.remove();
});

const filler = (): string => path.join(small, '占满');
const onlyRoot = 'only root can mount a small disk';

/** Leaves no byte but `spare`. */
function fill(spare: number): void {
  for (const size of [65_536, 4096])
    for (let full = false; !full; )
      try {
        writeFileSync(filler(), Buffer.alloc(size), { flag: 'a' });
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        full = true;
      }
  truncateSync(filler(), Math.floor((readFileSync(filler()).length - spare) / 4096) * 4096);
}

test('nothing is lost, and each is told in words', async ({ skip }) => {
  skip(!mounted, onlyRoot);
  const log = openLog(path.join(small, '日志'));
  const program = openProgram({ folder: small, log });
  const { branches } = program.caller.roster;
  const names = async () => (await branches.list({ asOf: '2026-09-28' })).map(({ name }) => name);
  await branches.add({ name: '甲' });
  const { file } = await backUpNow(program.desk, 'manual', log);
  await branches.add({ name: '乙' });
  fill(0);
  await expect(backUpNow(program.desk, 'manual', log)).rejects.toThrow('没有备份成功：磁盘空间不足');
  await expect(restore(program.desk, file, log)).rejects.toThrow('没有恢复，现在的数据没有改动：磁盘空间不足');
  await expect(startAfresh(program.desk, () => undefined)).rejects.toThrow('没有重新开始，现在的数据没有改动：磁盘空间不足');
  const acts = async () => {
    for (let count = 0; count < 100; count++) await branches.add({ name: `总支${count}` });
  };
  await expect(acts()).rejects.toThrow('磁盘已满，这一步没有保存。请清理磁盘、腾出空间后再做一次');
  expect((await names()).slice(0, 2)).toEqual(['甲', '乙']);
  rmSync(filler());
  await branches.add({ name: '丙' });
  expect(await names()).toContain('丙');
  // Room for the copy, and none for opening it in the office's place.
  fill(500_000);
  const before = await names();
  await expect(restore(program.desk, file, log)).rejects.toThrow('没有恢复，现在的数据没有改动：磁盘空间不足');
  expect(await names()).toEqual(before);
  rmSync(filler());
  await restore(program.desk, file, log);
  expect(await names()).toEqual(['甲']);
  program.close();
});

test.for([0, 4_000_000])('an older office is upgraded whole or not at all where %i bytes are left', (spare, { skip }) => {
  skip(!mounted, onlyRoot);
  const file = path.join(small, 'office.gridledger');
  writeFileSync(file, gunzipSync(readFileSync(path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz'))));
  fill(spare);
  expect(() => openDesk(small, testClock, officeSchema)).toThrow(/^台账(打不开|没有打开).*磁盘空间不足.*数据没有改动。$/);
  expect(readVersion(file, 99)).toBe(1);
  rmSync(filler());
  const desk = openDesk(small, testClock, officeSchema);
  expect([desk.damage(), desk.office().db.pragma('quick_check', { simple: true })]).toEqual([null, 'ok']);
  desk.close();
});
