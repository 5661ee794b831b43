// Screens end to end and PDFs, in the system's Chromium against the real browser host. Slow proofs are named `.proof.spec.ts` and run
// by `npm run proofs`.
import { defineConfig } from 'playwright/test';
import { chromiumArguments, chromiumExecutable } from './harness/chromium.ts';

const executablePath = chromiumExecutable();

export default defineConfig({
  testDir: '.',
  testMatch: process.env.PROOFS ? ['{e2e,print}/**/*.proof.spec.ts'] : ['{e2e,print}/**/*.spec.ts'],
  testIgnore: process.env.PROOFS ? [] : ['**/*.proof.spec.ts'],
  outputDir: '.out/playwright',
  reporter: [['line'], ['./harness/playwrightTally.ts']],
  // Only a CI's machine, which others may share, tries a failed test once more.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  fullyParallel: false,
  // A machine that others load too is many times slower; how fast the program is, the benches say.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
  },
});
