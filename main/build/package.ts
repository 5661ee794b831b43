// `npm run dist:win`: the Windows installer, in release/out. With --linux, the plain Linux folder instead; with --dir, what the
// installer would hold. --electron DIR packs with an Electron that lies there, instead of fetching it.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import about from '../../package.json' with { type: 'json' };
import { buildIfStale } from '../launch/build.ts';
import { root, stage, type Target } from './stage.ts';

const { values: flags } = parseArgs({
  options: {
    win: { type: 'boolean' },
    linux: { type: 'boolean' },
    dir: { type: 'boolean' },
    electron: { type: 'string' },
  },
});

if (!buildIfStale(root)) process.exit(1);
const target: Target = flags.linux ? 'linux' : 'win32';
const folder = stage(target);
rmSync(path.join(root, 'release/out'), { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/electron-builder/out/cli/cli.js'),
    target === 'linux' ? '--linux' : '--win',
    ...(flags.dir ? ['--dir'] : []),
    '--x64',
    '--publish=never',
    `--project=${folder}`,
    `--config=${path.join(root, 'electron-builder.yml')}`,
    `-c.electronVersion=${about.devDependencies.electron}`,
    ...(flags.electron ? [`-c.electronDist=${path.resolve(flags.electron)}`] : []),
  ],
  { cwd: folder, stdio: 'inherit' },
);
process.exit(status ?? 1);
