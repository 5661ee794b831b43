// What `npm start` does before a host runs: a stale build is noticed, and Electron is fetched or given up in good time.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, forgetBuild, isStale, noteBuild } from '../../main/launch/build.ts';
import { electronBinary, fetchElectron } from '../../main/launch/electron.ts';
import { root } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';

let temporary: ReturnType<typeof temporaryFolder>;
const at = (name: string): string => path.join(temporary.folder, name);
function write(name: string, text: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

beforeEach(() => {
  temporary = temporaryFolder();
  for (const name of ['main/a.ts', 'renderer/ui/b.tsx', 'shared/c.ts', 'package.json', 'package-lock.json']) write(name, 'x');
});
afterEach(() => temporary.remove());

test('a build is good until a source changes, and for nothing else', () => {
  expect(isStale(temporary.folder)).toBe(true);
  const build = (): void => noteBuild(temporary.folder, fingerprint(temporary.folder));
  const spoil: (() => void)[] = [
    () => write('renderer/ui/b.tsx', 'xy'),
    () => utimesSync(at('main/a.ts'), new Date(2020, 1, 1), new Date(2020, 1, 1)),
    () => rmSync(at('shared/c.ts')),
    () => write('shared/rules/d.ts', ''),
    () => write('package.json', '{"version":"2"}'),
    () => forgetBuild(temporary.folder),
  ];
  for (const [index, change] of spoil.entries()) {
    build();
    expect(isStale(temporary.folder)).toBe(false);
    write('test/x.ts', String(index));
    write('README.md', String(index));
    expect(isStale(temporary.folder)).toBe(false);
    change();
    expect(isStale(temporary.folder), String(change)).toBe(true);
  }
});

const installer = (script: string): void => write('node_modules/electron/install.js', script);
const arrives = `const fs = require('node:fs'), path = require('node:path');
  fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(__dirname, 'dist/electron'), 'binary');
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;

test('without the package, and when the download fails, there is no Electron', async () => {
  expect(await fetchElectron(temporary.folder)).toBe(false);
  installer('process.exit(1)');
  expect(await fetchElectron(temporary.folder)).toBe(false);
  expect(electronBinary(temporary.folder)).toBeNull();
});

test('a download that gets nowhere is given up', async () => {
  installer('setInterval(() => undefined, 1000)');
  expect(await fetchElectron(temporary.folder, 600)).toBe(false);
});

test('a slow one is waited for while it goes on', async () => {
  installer(`const file = require('node:path').join(require('node:os').tmpdir(), 'electron.zip');
    let times = 0;
    setInterval(() => {
      require('node:fs').appendFileSync(file, 'some bytes');
      if (++times === 8) { ${arrives} process.exit(0); }
    }, 300);`);
  expect(await fetchElectron(temporary.folder, 1500)).toBe(true);
  expect(electronBinary(temporary.folder)).toBe(at('node_modules/electron/dist/electron'));
});

test('a half-unpacked Electron is none', () => {
  write('node_modules/electron/path.txt', 'electron');
  expect(electronBinary(temporary.folder)).toBeNull();
});

test('where there is no display, the browser host opens and nothing is downloaded', () => {
  for (const name of ['main/launch.ts', 'main/launch']) cpSync(path.join(root, name), at(name), { recursive: true });
  write('package.json', '{"type":"module"}');
  installer(`require('node:fs').writeFileSync(require('node:path').join(__dirname, 'asked'), '');`);
  write('node_modules/electron/package.json', '{}');
  write('dist/main/browser.js', `console.log('HOST ' + process.argv.slice(2).join(' '));`);
  noteBuild(temporary.folder, fingerprint(temporary.folder));
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [at('main/launch.ts'), '--data', 'x'], {
    env,
    encoding: 'utf8',
  });
  expect(existsSync(at('node_modules/electron/asked'))).toBe(process.platform !== 'linux');
  if (process.platform === 'linux') expect(stdout).toMatch(/^没有显示器，.*No display here.*\nHOST --data x\n$/);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
