// What every end-to-end test starts with: its own host on its own folder, a window that has entered by the token, and a watch
// on everything the page complains of.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { test as base, expect, type Page } from 'playwright/test';
import { type Host, startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';

const olderOffice = path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz');

const officeFile = 'office.gridledger';
const usual = '测试员';

type Fixtures = { host: Host; window: Page; flags: string[]; person: string | null; older: boolean };

export const test = base.extend<Fixtures, { demoOffice: () => Promise<string> }>({
  /** The demo office as `--demo` makes it, whose faces take ten seconds to draw: made once in each process, and copied. */
  demoOffice: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants it so where nothing is needed
    async ({}, use) => {
      const { folder, remove } = temporaryFolder();
      let made: Promise<string> | undefined;
      const make = async (): Promise<string> => {
        await (await startHost(['--demo'], folder, usual)).stop();
        return path.join(folder, officeFile);
      };
      await use(() => (made ??= make()));
      remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** Set by `test.use({ flags: ['--demo'] })`. */
  flags: [[], { option: true }],
  /** Null: nobody has said who they are. */
  person: [usual, { option: true }],
  /** True: the host opens a founded office in which nobody had a name yet. */
  older: [false, { option: true }],
  host: async ({ flags, person, older, demoOffice }, use) => {
    const { folder, remove } = temporaryFolder();
    if (older) writeFileSync(path.join(folder, officeFile), gunzipSync(readFileSync(olderOffice)));
    if (flags.includes('--demo')) copyFileSync(await demoOffice(), path.join(folder, officeFile));
    const host = await startHost(flags, folder, person);
    await use(host);
    expect(await host.stop()).toBe(0);
    remove();
  },
  window: async ({ host, page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Chromium notes every answer above 399; 422 and 413 are how the program declines, in words the screen shows.
      if (/the server responded with a status of (422|413)/.test(message.text())) return;
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(host.address);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
