// `npm test`: makes sure of a browser and of what reads prints, builds, runs both runners, and ends with the one plain line `N passed, N failed`.
// Arguments are passed to both as file filters. `npm run proofs` (`--proofs`) does the same with the slow ones: processes that are killed
// and stopped, random histories, whole workbooks, boards and photos.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../main/browsers.ts';
import { readTally } from './harness/tally.ts';
import { missingOf, printTools, whyWithout } from './harness/tools.ts';

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

/** What the tests need of a Debian machine and it lacks, as its packages. */
function missingPackages(): string[] {
  const packages: string[] = missingOf(Object.keys(printTools) as (keyof typeof printTools)[]).map((tool) => printTools[tool]);
  if (!findBrowser()) packages.push('chromium');
  if (!spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()) packages.push('fontconfig', 'fonts-noto-cjk');
  return [...new Set(packages)];
}

/** On Debian as root installs what is missing. Elsewhere a browser of Playwright's own has to do, and the tests of prints are skipped. */
async function makeReady(): Promise<void> {
  const packages = missingPackages();
  if (packages.length > 0 && process.platform === 'linux' && process.getuid?.() === 0 && missingOf(['apt-get']).length === 0) {
    process.stdout.write(`Not on this machine, installing Debian’s: ${packages.join(' ')}\n`);
    const install = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq ${packages.join(' ')}`;
    spawnSync('sh', ['-c', install], { stdio: 'inherit' });
  }
  const without = whyWithout('pdfinfo', 'pdftotext', 'pdffonts', 'pdftoppm', 'pdfimages', 'zbarimg', 'soffice');
  if (without) process.stdout.write(`Tests that print are skipped where they need what is ${without}\n`);
  if (findBrowser()) return;
  run(module('playwright/cli.js'), ['install', 'chromium']);
  // For both runners, and the hosts that their tests start.
  process.env.CHROMIUM = (await import('playwright')).chromium.executablePath();
}

await makeReady();
rmSync(path.join(root, 'test/.out/tally'), { recursive: true, force: true });
const asked = process.argv.slice(2);
if (asked.includes('--proofs')) process.env.PROOFS = '1';
const filters = asked.filter((argument) => argument !== '--proofs');
const built = run(module('vite/bin/vite.js'), ['build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn']);
if (built !== 0) process.exit(built);
const statuses = [
  run(module('vitest/vitest.mjs'), ['run', '--config', 'test/vitest.config.ts', '--passWithNoTests', ...filters]),
  run(module('playwright/cli.js'), ['test', '-c', 'test/playwright.config.ts', '--pass-with-no-tests', ...filters]),
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
