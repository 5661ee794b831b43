// `cold-start`: from starting the host's process to a window that can be used, against the same window on an empty page.
import { chromium } from 'playwright';
import { chromiumArguments, chromiumExecutable } from '../harness/chromium.ts';
import { startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';
import { compare } from './measure.ts';

async function openWindow(address: string, ready: string): Promise<void> {
  const executablePath = chromiumExecutable();
  const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.waitForSelector(ready);
  await browser.close();
}

export const benches = {
  async 'cold-start'(): Promise<void> {
    const { folder, remove } = temporaryFolder();
    const first = await startHost(['--demo'], folder);
    await first.stop();
    const ours = async (): Promise<void> => {
      const host = await startHost([], folder);
      await openWindow(host.address, '.head h1');
      await host.stop();
    };
    await compare('cold-start', ours, () => openWindow('data:text/html,<h1>x</h1>', 'h1'));
    remove();
  },
};
