// `npm test`: makes sure of a browser, builds, runs both runners, and ends with the one plain line `N passed, N failed`.
// Arguments are passed to both as file filters.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../main/browsers.ts';
import { readTally } from './harness/tally.ts';

const root = path.resolve(import.meta.dirname, '..');
const module = (file: string): string => path.join(root, 'node_modules', file);

function run(script: string, commandArguments: string[], environment: NodeJS.ProcessEnv = {}): number {
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...commandArguments], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status ?? 1;
}

async function installBrowser(): Promise<void> {
  if (findBrowser()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    process.stdout.write('No Chromium on this machine: installing Debian’s.\n');
    spawnSync(
      'sh',
      ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk poppler-utils'],
      { stdio: 'inherit' },
    );
  }
  if (findBrowser()) return;
  run(module('playwright-core/cli.js'), ['install', 'chromium']);
  // For both runners, and the hosts that their tests start.
  process.env.CHROMIUM = (await import('playwright-core')).chromium.executablePath();
}

await installBrowser();
rmSync(path.join(root, 'test/.out/tally'), { recursive: true, force: true });
const filters = process.argv.slice(2);
const built = run(module('vite/bin/vite.js'), ['build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn']);
if (built !== 0) process.exit(built);
const statuses = [
  run(module('vitest/vitest.mjs'), ['run', '--config', 'test/vitest.config.ts', '--passWithNoTests', ...filters]),
  run(module('@playwright/test/cli.js'), ['test', '-c', 'test/playwright.config.ts', '--pass-with-no-tests', ...filters]),
];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const runner of ['vitest', 'playwright']) {
  const tally = readTally(runner);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}
if (total.failed === 0 && statuses.some((status) => status !== 0)) total.failed = 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed === 0 ? 0 : 1);
