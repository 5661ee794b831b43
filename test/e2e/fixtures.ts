// What every end-to-end test starts with: its own host on its own folder, a window that has entered by the token, and a watch
// on everything the page complains of.
import { test as base, expect, type Page } from 'playwright/test';
import { type Host, startHost } from '../harness/host.ts';

type Fixtures = { host: Host; window: Page; flags: string[] };

export const test = base.extend<Fixtures>({
  /** Set by `test.use({ flags: ['--demo'] })`. */
  flags: [[], { option: true }],
  host: async ({ flags }, use) => {
    const host = await startHost(flags);
    await use(host);
    expect(await host.stop()).toBe(0);
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
