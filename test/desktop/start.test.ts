// Starts that end in a message: each says in Chinese what stands in the way, and opens no window.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { officeFileName, openDesk } from '../../main/ground/office/desk.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';
import { type Launched, launch } from './launch.ts';

let desktop: Launched | undefined;
const temporary = temporaryFolder();
afterEach(async () => {
  await desktop?.end();
  desktop = undefined;
});

const told = (): { title: string; content: string } => {
  expect(desktop?.control.dialogsShown).toHaveLength(1);
  expect(desktop?.control.windows).toHaveLength(0);
  expect(desktop?.control.exitCode).toBe(1);
  const options = desktop?.control.dialogsShown[0]?.options as { title: string; content: string };
  expect(options.content).not.toMatch(/undefined|\n\s+at |Error:/);
  return options;
};

test('a second start of the same office ends at once, without a word', async () => {
  desktop = await launch({
    prepare: (control) => {
      control.firstInstance = false;
    },
  });
  expect(desktop.control.exitCode).toBe(0);
  expect(desktop.control.dialogsShown).toEqual([]);
  expect(desktop.control.allWindows).toEqual([]);
});

test('an office held by another host is left to it, and its holder named', async () => {
  const holder = openDesk(temporary.folder, testClock, officeSchema);
  desktop = await launch({ folder: temporary.folder });
  expect(told()).toMatchObject({ title: '网格台账没有启动', content: expect.stringMatching(/正在被使用（.+进程 \d+/) as string });
  holder.close();
});

test('a file of a newer program is refused untouched', async () => {
  const newer = temporaryFolder();
  openDesk(newer.folder, testClock, officeSchema).close();
  const db = new Database(path.join(newer.folder, officeFileName));
  db.pragma('user_version = 999');
  db.close();
  desktop = await launch({ folder: newer.folder });
  expect(told().content).toMatch(/更新版本的程序.*数据版本 999.*请安装新版程序/);
  newer.remove();
});

test('a data folder that can’t be one is named', async () => {
  const file = path.join(temporary.folder, 'a-file');
  writeFileSync(file, '');
  desktop = await launch({ folder: path.join(file, 'within') });
  expect(told().content).toContain('数据文件夹的路径里有一个不是文件夹');
});

test('a damaged office still opens its window, for the recovery screen', async () => {
  const damaged = temporaryFolder();
  writeFileSync(path.join(damaged.folder, officeFileName), Buffer.alloc(8192, 'not a database '));
  desktop = await launch({ folder: damaged.folder });
  expect(desktop.control.dialogsShown).toEqual([]);
  expect(desktop.control.windows).toHaveLength(1);
  await desktop.end();
  desktop = undefined;
  damaged.remove();
});
