// `npm run lint`: oxlint with types (also circles of files, and arrows against the house), circles between rooms, then the
// formatter in checking mode.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { roomCircles } from './harness/roomCircles.ts';

const root = path.resolve(import.meta.dirname, '..');
const steps: [string, string[]][] = [
  ['oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'main', 'renderer', 'shared', 'test']],
  ['@biomejs/biome/bin/biome', ['format', '--config-path=.biome.json']],
];
for (const [script, commandArguments] of steps) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...commandArguments], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const circles = roomCircles(root, 'main/rooms');
for (const circle of circles) process.stderr.write(`rooms in a circle: ${circle}\n`);
if (circles.length > 0) process.exit(1);
