// `cold-start`: host and browser launched at the same time, until the window can be used – the home screen stands with its figures and
// gaps – against the same window on an empty page. The host finds its compiled code, as it does at every start but a version's first.
import { type Browser, chromium } from 'playwright';
import { chromiumArguments, chromiumExecutable } from '../harness/chromium.ts';
import { startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';
import { compare } from './measure.ts';

function launch(): Promise<Browser> {
  const executablePath = chromiumExecutable();
  return chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
}

async function show(browser: Browser, address: string, ready: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.waitForSelector(ready);
}

export const benches = {
  async 'cold-start'(): Promise<void> {
    const { folder, remove } = temporaryFolder();
    const first = await startHost(['--demo'], folder);
    await first.stop();
    const ours = async () => {
      const [host, browser] = await Promise.all([startHost([], folder), launch()]);
      await show(browser, host.address, '.today-gap');
      return async () => {
        await browser.close();
        await host.stop();
      };
    };
    const floor = async () => {
      const browser = await launch();
      await show(browser, 'data:text/html,<h1>x</h1>', 'h1');
      return () => browser.close();
    };
    await compare('cold-start', ours, floor, { runs: 9 });
    remove();
  },
};
