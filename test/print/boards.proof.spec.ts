// The boards as a print shop gets them, from the real host and its Chromium: sizes, pages, text, fonts, photos, QR codes, of all
// 162 boards; and of the hard ones.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { BoardFace } from '../../shared/signboards.ts';
import { connect } from '../../main/ground/office/connection.ts';
import { officeFileName } from '../../main/ground/office/desk.ts';
import { updateWorker } from '../../main/rooms/roster/workers.ts';
import { asFile, type BoardsClient, enterHost, prepareBoards } from '../harness/boards.ts';
import { type Host, startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';
import { type Tool, whyWithout } from '../harness/tools.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const rareName = '王㛃𬱖';
const longNames = ['司马相如', '阿卜杜热合曼·阿卜杜喀迪尔', rareName];
const longCommunity = '沂河新城滨河东路与长安北路交汇处社区居委会';
const longGrid = '沂河新城滨河东路长安北路片区第二十一网格';
const longArea = '东至长安北路，西至滨河东路，南至正阳路，北至沂蒙山路，含沿街商铺一百二十户及三处在建工地';

let folder: ReturnType<typeof temporaryFolder>;
let host: Host;
let client: BoardsClient;
let everyId: number[];
let faces: BoardFace[];
let idNumbers: string[];

const run = (tool: string, ...argument: string[]): string =>
  execFileSync(tool, argument, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
const needs = (...tools: Tool[]): void => {
  const lacking = whyWithout(...tools);
  test.skip(lacking !== null, lacking ?? '');
};
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

test.beforeAll(async () => {
  folder = temporaryFolder();
  const data = path.join(folder.folder, 'data');
  mkdirSync(data);
  await prepareBoards(data, (change) => {
    const { office } = change;
    idNumbers = office.prepare<[], string>('SELECT id_number FROM worker WHERE id_number IS NOT NULL').pluck().all();
    const grids = office
      .prepare<[], { id: number; worker: number }>(
        `SELECT grid.id, posting.worker_id AS worker FROM grid
       JOIN posting ON posting.grid_id = grid.id AND posting.last_day IS NULL ORDER BY grid.id LIMIT 8`,
      )
      .all();
    for (const [index, name] of longNames.entries()) updateWorker(change, grids[index]?.worker ?? 0, { name });
    const village = office
      .prepare<[], { id: number; named: number; version: number }>(
        `SELECT grid_version.grid_id AS id, grid_version.id AS named, place_version.id AS version FROM grid_version
       JOIN place_version ON place_version.place_id = grid_version.place_id AND place_version.last_day IS NULL
       WHERE place_version.kind = 'rural' AND grid_version.last_day IS NULL ORDER BY grid_version.grid_id LIMIT 1`,
      )
      .get();
    change.update('place_version', village?.version ?? 0, { name: longCommunity });
    change.update('grid_version', village?.named ?? 0, { name: longGrid });
    change.update('grid', village?.id ?? 0, {
      service_area: longArea,
      extra_duty: '防溺水：汛期每日巡查水塘、河道，劝离野泳人员',
    });
  });
  host = await startHost([], data);
  client = await enterHost(host);
  everyId = await client.allGridIds();
  faces = await client.faces(everyId);
});
test.afterAll(async () => {
  expect(await host.stop()).toBe(0);
  if (!process.env.KEEP) folder.remove();
  else console.log(folder.folder);
});

/** Page sizes in mm, one a page. */
function sizesOf(file: string): [number, number][] {
  const pages = /Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1] ?? '0';
  return [...run('pdfinfo', '-f', '1', '-l', pages, file).matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g)].map(
    ([, width, height]) => [(Number(width) * 25.4) / 72, (Number(height) * 25.4) / 72],
  );
}

function expectSizes(file: string, count: number, width: number, height: number): void {
  const sizes = sizesOf(file);
  expect(sizes).toHaveLength(count);
  for (const [paperWidth, paperHeight] of sizes) {
    expect(Math.abs(paperWidth - width)).toBeLessThan(0.5);
    expect(Math.abs(paperHeight - height)).toBeLessThan(0.5);
  }
}

test('162 A3 boards: a page each, every text, every font, every photo', async () => {
  needs('pdfinfo', 'pdftotext', 'pdffonts', 'pdfimages');
  const file = asFile(folder.folder, 'a3.pdf', await client.print({ gridIds: everyId, size: 'a3', acceptLowPpi: false }));
  expectSizes(file, 162, 297, 420);

  const pages = run('pdftotext', '-raw', file, '-').split('\f').map(squeezed);
  for (const [index, face] of faces.entries()) {
    const page = pages[index] ?? '';
    expect(page).toContain(face.worker?.name);
    expect(page).toContain(face.worker?.mobile);
    expect(page).toContain(face.gridCode);
    expect(page).toContain(squeezed(face.gridName));
    expect(page).toContain(squeezed(face.area));
    expect(page).toContain(squeezed(face.hotline));
    for (const duty of face.duties) expect(page).toContain(squeezed(duty.text));
  }
  const whole = pages.join('');
  expect(idNumbers.length).toBeGreaterThan(100);
  expect(idNumbers.filter((idNumber) => whole.includes(idNumber))).toEqual([]);

  const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/(TrueType|Type 3)\s.*\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/);
  // Type 3 only on the boards that were named beforehand.
  const checked = await client.api.signboards.check.query({ gridIds: everyId, size: 'a3' });
  const rarePages = checked.flatMap(({ problems }, index) => (problems.some(({ kind }) => kind === 'rare') ? [index + 1] : []));
  expect(rarePages).toContain(faces.findIndex((face) => face.worker?.name === rareName) + 1);
  for (const page of rarePages) expect(run('pdffonts', '-f', `${page}`, '-l', `${page}`, file)).toContain('Type 3');
  for (const [index, page] of [...rarePages, 163].entries()) {
    const before = (rarePages[index - 1] ?? 0) + 1;
    if (before < page) expect(run('pdffonts', '-f', `${before}`, '-l', `${page - 1}`, file)).not.toContain('Type 3');
  }

  const images = path.join(folder.folder, 'images');
  mkdirSync(images);
  run('pdfimages', '-all', file, `${images}/photo`);
  const hashes = new Set(
    readdirSync(images).map((name) =>
      createHash('sha256')
        .update(readFileSync(path.join(images, name)))
        .digest('hex'),
    ),
  );
  for (const face of faces) expect(hashes).toContain(face.worker?.photo?.hash);
});

test('the QR code of a rendered page calls the worker', async () => {
  needs('pdftoppm', 'zbarimg');
  const chosen = faces.filter((_, index) => [0, 60, 161].includes(index));
  const ids = chosen.map(({ gridId }) => gridId);
  const file = asFile(folder.folder, 'qr.pdf', await client.print({ gridIds: ids, size: 'a4', acceptLowPpi: false }));
  run('pdftoppm', '-r', '150', '-png', file, path.join(folder.folder, 'qr'));
  for (const [index, face] of chosen.entries()) {
    const read = run('zbarimg', '--quiet', '--raw', path.join(folder.folder, `qr-${index + 1}.png`));
    expect(read).toContain(`TEL;TYPE=CELL:${face.worker?.mobile}`);
    expect(read).toContain(`FN:${face.worker?.name}`);
  }
});

test('600×900 with long names, eight duties and no hotline still fits one page each', async () => {
  needs('pdfinfo');
  const settings = await client.api.settings.read.query();
  const duties = [
    ...settings.board.duties,
    { label: '数据更新', text: '每月核对一次网格内人口、房屋、单位变化，及时在手机终端更新' },
    { label: '应急联络', text: '遇汛情、火情、疫情第一时间到场，组织群众转移并上报' },
  ];
  await client.api.settings.saveBoard.mutate({ ...settings.board, hotline: '', duties });
  const file = asFile(
    folder.folder,
    'large.pdf',
    await client.print({ gridIds: everyId.slice(0, 40), size: '600x900', acceptLowPpi: true }),
  );
  expectSizes(file, 40, 600, 900);
  await expect(client.print({ gridIds: everyId, size: '600x900', acceptLowPpi: false })).rejects.toThrow(
    /照片偏小，印出略有模糊/,
  );
});

// The forms take nothing so long; a file may hold it all the same.
test('a text that fits nowhere stops the print by name', async () => {
  const [gridId = 0] = everyId;
  const db = connect(path.join(folder.folder, 'data', officeFileName));
  db.prepare('UPDATE grid SET service_area = ? WHERE id = ?').run(longArea.repeat(30), gridId);
  db.close();
  await expect(client.print({ gridIds: [gridId], size: 'a4', acceptLowPpi: false })).rejects.toThrow(/服务范围太长/);
});
