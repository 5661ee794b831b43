// What every end-to-end test starts with: its own host on its own folder, a window that has entered by the token, and a watch
// on everything the page complains of.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { test as base, expect, type Page } from 'playwright/test';
import { type Host, startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';

const olderOffice = path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz');

type Fixtures = { host: Host; window: Page; flags: string[]; person: string | null; older: boolean };

export const test = base.extend<Fixtures>({
  /** Set by `test.use({ flags: ['--demo'] })`. */
  flags: [[], { option: true }],
  /** Null: nobody has said who they are. */
  person: ['测试员', { option: true }],
  /** True: the host opens a founded office in which nobody had a name yet. */
  older: [false, { option: true }],
  host: async ({ flags, person, older }, use) => {
    const { folder, remove } = temporaryFolder();
    if (older) writeFileSync(path.join(folder, 'office.gridledger'), gunzipSync(readFileSync(olderOffice)));
    const host = await startHost(flags, folder, person);
    await use(host);
    expect(await host.stop()).toBe(0);
    remove();
  },
  window: async ({ host, page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Chromium notes every answer above 399; 422 is how the program declines an act, in words the screen shows.
      if (message.text().includes('the server responded with a status of 422')) return;
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(host.address);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
