// The desktop host as its own process: a signal of the system ends it cleanly, with nothing left running.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { officeFileName, openDesk } from '../../main/ground/office/desk.ts';
import { root } from '../harness/host.ts';
import { descendants, isAlive } from '../harness/processes.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s', async (signal) => {
  const { folder, remove } = temporaryFolder();
  const child = spawn(
    process.execPath,
    ['--import', path.join(root, 'test/double/register.ts'), path.join(root, 'main/desktop.ts'), '--data', folder],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await vi.waitUntil(() => existsSync(path.join(folder, `${officeFileName}.holder.txt`)), { timeout: 60_000 });
  const below = descendants(child.pid ?? 0);
  expect(below.length).toBeGreaterThan(0);
  child.kill(signal);
  expect(await ended).toBe(0);
  expect(complaints).not.toMatch(/Error|\n\s+at /);
  await vi.waitUntil(() => !below.some(isAlive), { timeout: 30_000 });
  openDesk(folder, testClock, officeSchema).close();
  remove();
});
