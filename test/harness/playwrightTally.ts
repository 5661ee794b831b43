// Playwright's side of the tally.
import type { FullConfig, Reporter, Suite } from 'playwright/types/testReporter';
import { writeTally } from './tally.ts';

export default class PlaywrightTally implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const tally = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      // A flaky test failed once on a busy machine and passed when tried again; Playwright's own report names it.
      if (outcome === 'expected' || outcome === 'flaky') tally.passed++;
      else if (outcome === 'skipped') tally.skipped++;
      else tally.failed++;
    }
    writeTally('playwright', tally);
  }

  printsToStdio(): boolean {
    return false;
  }
}
