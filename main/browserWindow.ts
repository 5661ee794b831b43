// The browser host's window: the system's Chromium in application form, on a profile folder of its own, which is deleted at
// the end because its cache holds personal numbers.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type BrowserWindow = { close(): Promise<void> };

const patience = 3_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

const after = (milliseconds: number): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('late'), milliseconds).unref();
  });

/**
 * @param closed is told once when the person closes the window.
 * @param failed is told when the browser can't be started at all.
 */
export function openWindow(
  executable: string,
  address: string,
  told: { closed: () => void; failed: (error: Error) => void },
): BrowserWindow {
  const profile = mkdtempSync(path.join(tmpdir(), 'grid-ledger-window-'));
  const child = spawn(
    executable,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--window-size=1366,768',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-mode',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-features=Translate',
      '--lang=zh-CN',
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  );
  let closing = false;
  child.on('error', told.failed);
  child.on('exit', () => {
    if (!closing) told.closed();
  });
  return {
    async close() {
      closing = true;
      child.kill();
      if ((await Promise.race([ended(child), after(patience)])) === 'late') {
        child.kill('SIGKILL');
        await ended(child);
      }
      // Chromium's helpers write a moment longer than their parent lives.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
