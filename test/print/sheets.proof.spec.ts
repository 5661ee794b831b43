// What the print dialog shows of a report is its PDF: the same pages, drawn by the window as SVG and by pdfkit, laid over each other.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { printPageOf } from '../../shared/drawing/printed.ts';
import { type AskedReport, askedReports } from '../harness/askedReports.ts';
import { type BoardsClient, enterHost } from '../harness/boards.ts';
import { type Host, startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';
import { whyWithout } from '../harness/tools.ts';

test.setTimeout(120_000);

let host: Host;
let folder: ReturnType<typeof temporaryFolder>;
let client: BoardsClient;
test.beforeAll(async () => {
  folder = temporaryFolder();
  host = await startHost(['--demo']);
  client = await enterHost(host);
});
test.afterAll(async () => {
  await host.stop();
  folder.remove();
});

async function made(name: AskedReport, format: 'pdf' | 'print'): Promise<string> {
  const id = await client.api.reports.start.mutate({ request: askedReports[name], format });
  await expect.poll(async () => (await client.api.jobs.state.query({ id })).phase, { timeout: 30_000 }).toBe('done');
  return id;
}

/** Each page as grey dots, a hundred to the inch. */
async function pagesOf(pdf: string): Promise<{ data: Buffer; width: number; height: number }[]> {
  execFileSync('pdftoppm', ['-r', '100', '-gray', '-png', pdf, pdf]);
  const names = readdirSync(path.dirname(pdf)).filter((name) => name.startsWith(`${path.basename(pdf)}-`));
  return Promise.all(
    names.sort().map(async (name) => {
      const { data, info } = await sharp(path.join(path.dirname(pdf), name))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { data, width: info.width, height: info.height };
    }),
  );
}

/** The share of dots that are dark on one page and light all around on the other. */
function strays(one: Awaited<ReturnType<typeof pagesOf>>[number], other: typeof one): number {
  const reach = 2;
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  let [dark, stray] = [0, 0];
  for (let y = reach; y < height - reach; y++)
    for (let x = reach; x < width - reach; x++) {
      if ((one.data[y * one.width + x] ?? 255) > 100) continue;
      dark++;
      let darkest = 255;
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++) darkest = Math.min(darkest, other.data[(y + dy) * other.width + x + dx] ?? 255);
      if (darkest > 180) stray++;
    }
  return dark === 0 ? 1 : stray / dark;
}

for (const name of ['roster-photos', 'roster-full', 'communities', 'compounds-sums'] as const)
  test(`${name}: the same pages in the window as in the PDF`, async ({ context }) => {
    const lacking = whyWithout('pdftoppm', 'pdftotext');
    test.skip(lacking !== null, lacking ?? '');
    const { origin, cookie } = client;
    const [key = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name: key, value, url: origin }]);
    const response = await fetch(`${origin}/files/jobs/${await made(name, 'pdf')}`, { headers: { cookie } });
    const drawn = path.join(folder.folder, `${name}.pdf`);
    writeFileSync(drawn, new Uint8Array(await response.arrayBuffer()));

    const page = await context.newPage();
    await page.goto(origin + printPageOf(await made(name, 'print')));
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
    expect(await page.title()).toMatch(/^沂城街道/);
    const shown = path.join(folder.folder, `${name}-shown.pdf`);
    writeFileSync(shown, await page.pdf({ preferCSSPageSize: true, printBackground: true }));

    const words = (pdf: string) => execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
    expect(Array.from(words(shown)).sort().join('')).toBe(Array.from(words(drawn)).sort().join(''));
    const [ours, theirs] = await Promise.all([pagesOf(drawn), pagesOf(shown)]);
    expect(theirs.length).toBe(ours.length);
    for (const [index, one] of ours.entries()) {
      const other = theirs[index];
      if (!other) throw new Error('a page is missing');
      expect(Math.abs(one.width - other.width)).toBeLessThanOrEqual(2);
      expect({ page: index + 1, strays: Math.max(strays(one, other), strays(other, one)) < 0.002 }).toEqual({
        page: index + 1,
        strays: true,
      });
    }
  });

test('a job that is gone is said, and nothing is ready to be printed', async ({ context }) => {
  const { origin, cookie } = client;
  const [key = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name: key, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(origin + printPageOf('gone'));
  await expect(page.locator('html')).toHaveAttribute('data-ready', /^error: .*\p{Script=Han}/u);
});

test('a photo that the window can’t decode is said with its row, and nothing is ready to be printed', async ({ context }) => {
  const { origin, cookie } = client;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  let spoilt = '';
  await page.route('**/files/jobs/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/"(\d+)-(\d+)":"\/9j[^"]*"/, (_, row: string, column: string) => {
      spoilt = row;
      return `"${row}-${column}":"AAAA"`;
    });
    await route.fulfill({ response, body });
  });
  await page.goto(origin + printPageOf(await made('roster-photos', 'print')));
  await expect(page.locator('html')).toHaveAttribute('data-ready', /^error: /, { timeout: 30_000 });
  expect(await page.locator('html').getAttribute('data-ready')).toBe(
    `error: 第 ${spoilt} 行的照片已损坏，印不出来。请重新上传这张照片后再打印。`,
  );
});
