// What a kill leaves is cleared at the next start: only what is ours, and only what no process that lives is at.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropUnfinished } from '../../main/rooms/backups/unfinished.ts';
import { root } from '../harness/host.ts';
import { openProgram, temporaryFolder } from '../harness/program.ts';

let temporary: ReturnType<typeof temporaryFolder>;
const at = (...names: string[]): string => path.join(temporary.folder, ...names);
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

/** A number that a process had which has ended. */
const deadPid = (): number => Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

function lay(name: string, hoursAgo = 0): void {
  mkdirSync(at(name, '文件'), { recursive: true });
  writeFileSync(at(name, '文件', '身份证.pdf'), 'x');
  const then = new Date(Date.now() - hoursAgo * 3_600_000);
  utimesSync(at(name), then, then);
}

/** In a process of its own, whose temporary folder is the test's. */
const script = `
  const { takeScratch, clearLeftScratch } = await import(${JSON.stringify(path.join(root, 'main/ground/scratch.ts'))});
  const { tmpdir } = await import('node:os');
  takeScratch();
  console.log(JSON.stringify({ own: tmpdir(), cleared: await clearLeftScratch() }));
`;
const environment = () => ({ ...process.env, TMPDIR: temporary.folder, TEMP: temporary.folder, TMP: temporary.folder });
const start = (): { own: string; cleared: string[] } =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: environment(), encoding: 'utf8' })) as {
    own: string;
    cleared: string[];
  };

test.skipIf(process.platform === 'darwin')('temporary folders of processes that ended, and no others', () => {
  const dead = deadPid();
  lay(`grid-ledger-${dead}-abcdef`);
  lay(`grid-ledger-window-abcdef`, 30);
  lay(`grid-ledger-prints-abcdef`, 30);
  const kept = [
    `grid-ledger-${process.pid}-abcdef`,
    `grid-ledger-${dead}-abcdefg`,
    'grid-ledger-window-ghijkl',
    'grid-ledger-test-abcdef',
    'somebody-elses',
    'grid-ledger-backup',
  ];
  for (const name of kept) lay(name, name === 'grid-ledger-window-ghijkl' ? 0 : 30);
  mkdirSync(at('target'));
  if (process.platform !== 'win32') symlinkSync(at('target'), at(`grid-ledger-${dead}-linkto`));
  const { own, cleared } = start();
  expect(path.dirname(own)).toBe(temporary.folder);
  expect(existsSync(own)).toBe(false);
  expect(cleared.toSorted()).toEqual([`grid-ledger-${dead}-abcdef`, 'grid-ledger-prints-abcdef', 'grid-ledger-window-abcdef']);
  for (const name of kept) expect(existsSync(at(name, '文件', '身份证.pdf')), name).toBe(true);
  expect(existsSync(at('target'))).toBe(true);
});

test.skipIf(process.platform === 'win32')('not the profile that a browser outliving its host works on', () => {
  const dead = deadPid();
  for (const [folder, pid] of [
    [`grid-ledger-${dead}-browse`, process.pid],
    [`grid-ledger-${dead}-killed`, dead],
  ] as const) {
    mkdirSync(at(folder, 'grid-ledger-window-abcdef'), { recursive: true });
    symlinkSync(`${hostname()}-${pid}`, at(folder, 'grid-ledger-window-abcdef', 'SingletonLock'));
  }
  expect(start().cleared).toEqual([`grid-ledger-${dead}-killed`]);
});

test.skipIf(process.platform === 'darwin')(
  'a process that is killed leaves its folder, which the next start clears',
  async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', `${script}; setInterval(() => undefined, 1000)`], {
      env: environment(),
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const [left = ''] = readdirSync(temporary.folder);
    expect(left).toMatch(new RegExp(`^grid-ledger-${child.pid ?? 0}-`));
    expect(start().cleared).toEqual([]);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(start().cleared).toEqual([left]);
    expect(readdirSync(temporary.folder)).toEqual([]);
  },
);

test('copies of an office that were never whole, of this folder at once and elsewhere once they are quiet', async () => {
  const program = openProgram({ folder: at('office') });
  const [backups, received, elsewhere] = [program.desk.defaultBackupFolder, at('office', '待恢复'), at('别处')];
  for (const folder of [received, elsewhere]) mkdirSync(folder, { recursive: true });
  const write = (folder: string, name: string, minutesAgo: number): void => {
    writeFileSync(path.join(folder, name), 'x');
    const then = new Date(Date.now() - minutesAgo * 60_000);
    utimesSync(path.join(folder, name), then, then);
  };
  const cut = '手动_20260928_102600.gridledger.unfinished';
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
  for (const name of [cut, `${cut}-journal`, '每日_20260928_102600.gridledger', '我的.unfinished', '.grid-ledger-7.tmp'])
    write(backups, name, 600);
  write(backups, '导入前_20260928_102700.gridledger.unfinished', -1);
  write(received, `${id}.gridledger.unfinished`, 600);
  write(received, `${id}.gridledger`, 600);
  write(elsewhere, cut, 90);
  write(elsewhere, '手动_20260928_112600.gridledger.unfinished', 30);
  await program.caller.backups.saveSettings({ folder: elsewhere, daily: true, keep: 9 });
  expect((await dropUnfinished(program.desk)).length).toBe(5);
  expect(readdirSync(backups).toSorted()).toEqual(
    ['每日_20260928_102600.gridledger', '我的.unfinished', '导入前_20260928_102700.gridledger.unfinished'].toSorted(),
  );
  expect(readdirSync(received)).toEqual([`${id}.gridledger`]);
  expect(readdirSync(elsewhere)).toEqual(['手动_20260928_112600.gridledger.unfinished']);
  program.close();
});
