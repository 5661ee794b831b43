// `first-load`: what a window loads until its first screen stands – document, scripts and styles, in kB as the host sends them –
// against the scripts of an antd page with one table, built in the same way. Fonts aren't counted: an office's PC has its own.
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumArguments, chromiumExecutable } from '../harness/chromium.ts';
import { root, startHost } from '../harness/host.ts';
import { peakMemory } from '../harness/processes.ts';
import { report } from './measure.ts';

const kilobytes = (bytes: number): number => bytes / 1000;

async function ofScreens(): Promise<{ bytes: number; peak: number }> {
  const host = await startHost(['--demo']);
  const executablePath = chromiumExecutable();
  const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
  let bytes = 0;
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const bodies: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (!['document', 'script', 'stylesheet'].includes(request.resourceType())) return;
    const add = async (): Promise<void> => {
      const response = await request.response();
      // The token's door only leads on.
      if (!response?.ok()) return;
      const { byteLength } = await response.body();
      bytes += byteLength;
    };
    bodies.push(add());
  });
  await page.goto(host.address);
  await page.waitForSelector('.head h1');
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  await browser.close();
  const peak = peakMemory(host.process.pid ?? 0);
  await host.stop();
  return { bytes, peak };
}

const entry = 'virtual:one-table';
const source = `import { Table } from 'antd';
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  const columns = [{ title: '姓名', dataIndex: 'name' }];
  createRoot(document.body).render(createElement(Table, { columns, dataSource: [{ key: 1, name: '王秀英' }] }));`;

/** Every byte of it is needed at once: it has one chunk. */
async function ofOneTable(): Promise<number> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'one-table',
        resolveId: (id) => (id === entry ? `${root}/one-table.js` : null),
        load: (id) => (id === `${root}/one-table.js` ? source : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  return outputs.reduce((sum, file) => sum + Buffer.byteLength(file.type === 'chunk' ? file.code : file.source), 0);
}

export const benches = {
  async 'first-load'(): Promise<void> {
    const { bytes, peak } = await ofScreens();
    report('first-load', 'kb', kilobytes(bytes), kilobytes(await ofOneTable()), peak);
  },
};
