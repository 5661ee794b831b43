// Everything that needs no browser window: rules, SQL against real files, the handler, workbooks, the desktop entry. Slow proofs are
// named `.proof.test.ts` and run by `npm run proofs`.
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { tallyReporter } from './harness/tally.ts';

const ending = process.env.PROOFS ? '.proof.test.ts' : '.test.ts';
const exclude = process.env.PROOFS ? [] : ['**/*.proof.test.ts'];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    reporters: ['default', tallyReporter],
    globalSetup: path.resolve(import.meta.dirname, 'harness/printFonts.ts'),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A worker that runs from source reads TypeScript by WebAssembly. Where its thread ended while that was still being optimized, V8 now
    // and then lost its own count of code pages and ended the whole process (“Check failed: jit_page.has_value()”).
    execArgv: ['--liftoff-only'],
    projects: [
      { extends: true, test: { name: 'rooms', include: [`test/{unit,db,app,excel}/**/*${ending}`], exclude } },
      {
        extends: true,
        resolve: { alias: { electron: path.resolve(import.meta.dirname, 'double/electron.ts') } },
        test: { name: 'desktop', include: [`test/desktop/**/*${ending}`], exclude },
      },
    ],
  },
});
