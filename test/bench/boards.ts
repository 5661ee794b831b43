// boards-162: 162 A3 boards to one PDF, through the real host, its job and its warm Chromium, against a warm Chromium of the same
// kind that prints the same photos on blank A3 pages. boards-1000 and boards-5000 show how the time grows.
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { PDFDocument } from 'pdf-lib';
import type { Change } from '../../main/ground/office/office.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { openPosting } from '../../main/rooms/roster/postings.ts';
import { insertWorker } from '../../main/rooms/roster/workers.ts';
import { gridBoards } from '../../main/rooms/signboards/faces.ts';
import { type BoardsClient, enterHost, prepareBoards } from '../harness/boards.ts';
import { chromiumArguments, chromiumExecutable } from '../harness/chromium.ts';
import { startHost } from '../harness/host.ts';
import { peakMemory } from '../harness/processes.ts';
import { temporaryFolder, testDay } from '../harness/program.ts';
import { compare } from './measure.ts';

/** Adds grids beside the first one until there are `count`, with the photos of those there are. */
function addGrids(change: Change, count: number): void {
  const { office } = change;
  const there = gridBoards(office, testDay);
  const placeId = office.prepare<[], number>('SELECT id FROM place ORDER BY id LIMIT 1').pluck().get() ?? 0;
  for (let number = there.length; number < count; number++) {
    const gridId = insertGrid(change, { placeId, name: `第${number}网格` });
    const workerId = insertWorker(change, { name: '王秀英', mobile: `1390539${String(number).padStart(4, '0')}` });
    change.update('worker', workerId, { photo_hash: there[number % there.length]?.face.worker?.photo?.hash ?? null });
    openPosting(change, { workerId, gridId, firstDay: testDay, precision: 'day' });
  }
}

async function allIds(client: BoardsClient): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const { rows, total } = await client.api.signboards.list.query({ size: 'a3', offset: ids.length, limit: 500 });
    ids.push(...rows.map(({ id }) => id));
    if (ids.length >= total) return ids;
  }
}

async function printPhotos(context: BrowserContext, client: BoardsClient, hashes: readonly string[]): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${client.origin}/files/photos/none`);
  await page.setContent(
    `<style>@page{size:297mm 420mm;margin:0}body{margin:0}div{break-after:page}img{width:70.7mm;height:99mm}</style>${hashes
      .map((hash) => `<div><img src="${client.origin}/files/photos/${hash}"></div>`)
      .join('')}`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false });
  await page.close();
  const pages = (await PDFDocument.load(pdf)).getPageCount();
  if (pages < hashes.length) throw new Error(`the floor printed ${pages} pages`);
}

async function boards(count: number, runs: number): Promise<void> {
  const temporary = temporaryFolder();
  const data = path.join(temporary.folder, 'data');
  await prepareBoards(data, (change) => addGrids(change, count));
  const host = await startHost([], data);
  const executablePath = chromiumExecutable();
  const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
  try {
    const client = await enterHost(host);
    const ids = (await allIds(client)).slice(0, count);
    const context = await browser.newContext();
    const [name = '', value = ''] = client.cookie.split('=');
    await context.addCookies([{ name, value, url: client.origin }]);
    const faces = await Promise.all(
      Array.from({ length: Math.ceil(count / 200) }, (_, part) => client.faces(ids.slice(part * 200, part * 200 + 200))),
    );
    const hashes = faces.flat().map((face) => face.worker?.photo?.hash ?? '');
    await compare(
      `boards-${count}`,
      () => client.print({ gridIds: ids, size: 'a3', acceptLowPpi: false }),
      async () => {
        for (let at = 0; at < hashes.length; at += 200)
          // oxlint-disable-next-line no-await-in-loop -- part after part, as ours
          await printPhotos(context, client, hashes.slice(at, at + 200));
      },
      { runs, peakMb: () => peakMemory(host.process.pid ?? 0) },
    );
  } finally {
    await browser.close();
    await host.stop();
    temporary.remove();
  }
}

export const benches: Record<string, () => Promise<void>> = {
  'boards-162': () => boards(162, 5),
  'boards-1000': () => boards(1000, 1),
  'boards-5000': () => boards(5000, 1),
};
