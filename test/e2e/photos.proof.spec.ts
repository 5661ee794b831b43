// Photos as the office brings them in: a folder at once, and one picture cropped in the window.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import type { BatchPerson } from '../../shared/photos.ts';
import { expect, test } from './fixtures.ts';
import { PhotosPage } from './pages/PhotosPage.ts';
import { makeBmp, makeHeic, makePhotoFolder, makePicture, makeZip } from './photoFiles.ts';

// The trace would read the blob: pictures by fetch, which the page's policy rightly refuses and complains of.
test.use({ flags: ['--demo'], trace: 'off' });

/** People of the demo whose name nobody shares. */
async function people(window: Page, text: string): Promise<BatchPerson[]> {
  const response = await window.request.post(new URL('/trpc/photos.people', window.url()).href, { data: { text } });
  const { result } = (await response.json()) as { result: { data: BatchPerson[] } };
  return result.data.filter((one) => result.data.filter((other) => other.name === one.name).length === 1);
}

/** Two of one name in different communities, and where the second of them stands. */
async function homonyms(window: Page): Promise<{ name: string; community: string; place: string } | null> {
  const ask = async (procedure: string, data: unknown): Promise<unknown> => {
    const response = await window.request.post(new URL(`/trpc/${procedure}`, window.url()).href, { data });
    return ((await response.json()) as { result: { data: unknown } }).result.data;
  };
  const { rows } = (await ask('roster.workers.list', { asOf: new Date().toISOString().slice(0, 10), limit: 500 })) as {
    rows: { name: string; placeName: string | null; gridName: string | null }[];
  };
  for (const row of rows) {
    const same = rows.filter(({ name }) => name === row.name);
    if (same.length === 2 && row.placeName && same[0]?.placeName !== same[1]?.placeName)
      return { name: row.name, community: row.placeName, place: row.gridName ?? '' };
  }
  return null;
}

const serious = async (window: Page) =>
  (await new AxeBuilder({ page: window }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a folder is matched by name, looked through, written, and taken back by one undo', async ({ window }) => {
  const [first, second, third, fourth] = await people(window, 'w');
  if (!first || !second || !third || !fourth) throw new Error('the demo has too few people');
  const folder = mkdtempSync(path.join(tmpdir(), 'grid-ledger-photos-'));
  await makePhotoFolder(folder, { first: first.name, second: second.name, twice: third.name });
  const photos = new PhotosPage(window);
  await photos.open();
  await photos.chooseFolder(folder);
  await expect(window.getByText('共 7 张 ＝ 2＋1＋0＋2＋2')).toBeVisible();
  expect(await serious(window)).toEqual([]);

  await photos.tab('没有对应的人').click();
  await photos.row('陌生人371323**********36.jpg').click();
  await photos.assign(fourth.name);
  await expect(photos.tab('已对应')).toHaveText('已对应 3');
  await photos.tab('一人多张').click();
  await photos.row(`${third.name}2.jpg`).click();
  await photos.assign(third.name);
  await expect(photos.tab('一人多张')).toHaveText('一人多张 1');
  await photos.tab('不能用').click();
  await expect(photos.row('断.jpg')).toContainText('已损坏');
  await expect(photos.row('说明.txt')).toContainText('不是照片');

  await photos.tab('已对应').click();
  await photos.row(second.name).click();
  await window.getByRole('button', { name: '重新裁剪' }).click();
  const frame = window.getByRole('group', { name: /裁剪框/ });
  await frame.focus();
  await window.keyboard.press('+');
  await window.keyboard.press('ArrowLeft');
  await window.getByRole('button', { name: '用这个裁剪' }).click();
  await expect(photos.row(second.name)).not.toContainText('待裁剪');

  await expect(window.locator('nav.side [aria-current="page"]')).toHaveText('网格员');
  await expect(photos.write).toHaveText('上传 4 张照片');
  await photos.tick(second.name).click();
  await expect(photos.write).toHaveText('上传 3 张照片');
  await window.getByRole('checkbox', { name: '全部上传' }).click();
  await expect(photos.write).toHaveText('上传 4 张照片');
  await photos.tick(first.name).click();
  await expect(photos.write).toHaveText('上传 3 张照片');

  await photos.write.click();
  await expect(photos.uploaded).toContainText('已上传 3 张照片');
  await expect(photos.uploaded).toContainText('还有 4 张没有上传：没有勾选的 2 张、不能用 2 张');
  await expect(photos.row(first.name)).toBeVisible();
  await photos.tick(first.name).click();
  await photos.write.click();
  await expect(photos.uploaded).toContainText('已上传 1 张照片');
  await expect(window.getByText('还没有照片')).toHaveCount(0);
  await expect(photos.uploaded.getByRole('link', { name: '打印指示牌' })).toBeVisible();
  await expect(photos.uploaded.getByRole('link', { name: '看缺照片的人' })).toBeVisible();
  await expect(window.locator('.status')).toContainText('上传 1 张照片');
  await window.locator('.status').getByRole('button', { name: '撤销' }).click();
  await expect(window.locator('.status')).toContainText('已撤销：上传 1 张照片');
  await expect(photos.uploaded).toHaveCount(0);

  await photos.chooseFiles({ name: '照片.zip', mimeType: 'application/zip', buffer: await makeZip(`一批/${first.name}.jpg`) });
  await expect(photos.tab('已对应')).toHaveText('已对应 1');
  await window.getByRole('button', { name: '清空清单' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '清空清单' }).click();
  await expect(window.getByText('请选择要上传的照片')).toBeVisible();

  // When nothing stays behind, what was done still stands there.
  await photos.chooseFiles({ name: `${first.name}.jpg`, mimeType: 'image/jpeg', buffer: await makePicture() });
  await photos.write.click();
  await expect(window.locator('.empty')).toContainText('已上传 1 张照片');
  await window.getByRole('link', { name: '看缺照片的人' }).click();
  await expect(window).toHaveURL(/workers\?.*noPhoto/);
  rmSync(folder, { recursive: true, force: true });
});

test('a folder that is dragged in tells two of one name apart; a BMP goes in, a HEIC is told', async ({ window }) => {
  const [person] = await people(window, 'w');
  const twins = await homonyms(window);
  if (!person || !twins) throw new Error('the demo has too few people');
  const root = mkdtempSync(path.join(tmpdir(), 'grid-ledger-photos-'));
  const folder = path.join(root, '照片', twins.community);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${twins.name}.jpg`), await makePicture());
  writeFileSync(path.join(root, '照片', `${person.name}.bmp`), await makeBmp());
  writeFileSync(path.join(root, '照片', '手机.heic'), makeHeic());
  const photos = new PhotosPage(window);
  await photos.open();
  await photos.dragIn(path.join(root, '照片'));
  await expect(photos.tab('已对应')).toHaveText('已对应 2');
  await expect(photos.row(twins.name)).toContainText(`照片/${twins.community}`);
  await expect(photos.row(twins.name)).toContainText(twins.place);
  await photos.tab('不能用').click();
  await expect(photos.row('手机.heic')).toContainText('兼容性最佳');
  await window.getByRole('button', { name: '清空清单' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '清空清单' }).click();

  // The zip of the folder is called after it.
  await photos.chooseFiles({
    name: `${twins.community}.zip`,
    mimeType: 'application/zip',
    buffer: await makeZip(`${twins.name}.jpg`),
  });
  await expect(photos.row(twins.name)).toContainText(twins.place);
  rmSync(root, { recursive: true, force: true });
});

test('one picture is cropped in the window by keyboard, saved, and taken back', async ({ window }) => {
  const [person] = await people(window, 'w');
  if (!person) throw new Error('the demo has too few people');
  await window.goto(new URL(`/workers?open=${person.id}`, window.url()).href);
  await window.locator('aside.rail').getByRole('button', { name: /照片/ }).click();
  const input = window.getByLabel('照片文件');
  await input.setInputFiles({ name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('不是照片') });
  await expect(window.getByRole('alert')).toContainText('“说明.jpg”不是照片');
  await input.setInputFiles({ name: '近照.jpg', mimeType: 'image/jpeg', buffer: await makePicture() });
  await window.getByRole('group', { name: /裁剪框/ }).focus();
  await window.keyboard.press('+');
  await window.keyboard.press('ArrowLeft');
  await window.getByRole('button', { name: '向右转' }).click();
  await expect(window.locator('.sharpness')).toContainText('A4');
  await window.keyboard.press('Control+s');
  await expect(window.locator('.status')).toContainText(`更换${person.name}的照片`);
  await window.locator('.status').getByRole('button', { name: '撤销' }).click();
  await expect(window.locator('.status')).toContainText(`已撤销：更换${person.name}的照片`);
});
