// Both runners leave their counts here, and test/run.ts adds them up to the one last line a CI can read.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter } from 'vitest/node';

export type Tally = { passed: number; failed: number; skipped: number };

const folder = path.resolve(import.meta.dirname, '../.out/tally');
const fileOf = (runner: string): string => path.join(folder, `${runner}.json`);

export function writeTally(runner: string, tally: Tally): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(runner), JSON.stringify(tally));
}

/** A runner that left no counts broke off: one failure. */
export const readTally = (runner: string): Tally =>
  existsSync(fileOf(runner)) ? (JSON.parse(readFileSync(fileOf(runner), 'utf8')) as Tally) : { passed: 0, failed: 1, skipped: 0 };

export const tallyReporter: Reporter = {
  onTestRunEnd(modules, errors) {
    const tally: Tally = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') tally.passed++;
        else if (state === 'failed') tally.failed++;
        else tally.skipped++;
      }
      tally.failed += module.errors().length;
    }
    writeTally('vitest', tally);
  },
};
