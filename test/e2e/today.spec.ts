// The home screen: figures that close, an honest shortfall with a link to its row, gaps that lead to their people, a backup.
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { TodayPage } from './pages/TodayPage.ts';

test.use({ flags: ['--demo'] });

test('the figures close but for one empty grid, and each line leads to its rows', async ({ window, host }) => {
  const today = new TodayPage(window);
  await expect(today.figure('社区（村居）')).toHaveText(/96.*96/);
  await expect(today.figure('居民小区')).toHaveText(/66.*66/);
  await expect(today.figure('在岗网格员')).toHaveText(/161.*162.*少 1 人/);
  expect(await today.operators()).toEqual(['＋', '＝', '＝', '＋']);
  await expect(today.section('数据缺漏')).toContainText('11 处');
  await today.link('石良店子村网格').click();
  await expect(window).toHaveURL(/\/grids\?open=\d+/);
  await window.goBack();
  await today.link('上传 4 人').click();
  await expect(window).toHaveURL(/\/workers\?gap=noPhoto/);
  await window.goBack();
  await expect(window.getByRole('button', { name: '打印 156 块指示牌' })).toBeVisible();
  await today.section('备份').getByRole('button', { name: '立即备份' }).click();
  await expect(today.section('备份')).toContainText('已备份并核对');

  // One grid too many: the equation that fails says so.
  await window.request.post(new URL('/trpc/roster.grids.add', host.address).href, { data: { placeId: 1 } });
  await window.reload();
  await expect(today.figure('城市网格')).toHaveText(/84.*83.*多 1 个/);
  expect(await today.operators()).toEqual(['＋', '≠', '＝', '＋']);
  await expect(today.section('数字核对')).toContainText('1 处有几个网格');
});

test('the first screen comes with its page: two files of code, and nothing of it is asked for afterwards', async ({ window }) => {
  await window.waitForLoadState('networkidle');
  const asked: string[] = [];
  const sizes: Promise<number>[] = [];
  window.on('request', (request) => asked.push(new URL(request.url()).pathname));
  window.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then(({ length }) => length));
  });
  await window.reload();
  await expect(window.locator('.today-gap').first()).toBeVisible();
  // With the bundler's own; neither antd (300 kB) nor zod (90 kB) is among it.
  expect(asked.filter((path) => path.endsWith('.js')).length).toBeLessThanOrEqual(3);
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(480_000);
  await window.waitForLoadState('networkidle');
  // How many boards can be printed is asked only once the screen stands: it looks at all of them.
  expect(asked.filter((path) => path.startsWith('/trpc/'))).toEqual(['/trpc/signboards.list']);
});

const dropped = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], '说明.txt'));
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });

test('what is told before the code of messages has come is told all the same, once and in order', async ({ window }) => {
  await window.reload();
  await expect(window.locator('.today-gap').first()).toBeVisible();
  // The code of messages comes a second later, or now.
  await dropped(window);
  await dropped(window);
  await expect(window.locator('.ant-message-notice')).toHaveText([/“说明.txt”不是花名册文件/, /“说明.txt”不是花名册文件/]);
  await window.getByRole('link', { name: '网格员', exact: true }).click();
  await expect(window.getByRole('heading', { name: '网格员' })).toBeVisible();
  await expect(window.locator('.ant-message-notice')).toHaveCount(2);
});

test('where their code does not come, because the program has gone, the window says so and stands', async ({ host, page }) => {
  await page.route('**/MessageHolder*', (route) => route.abort());
  await page.goto(host.address);
  await expect(page.locator('.today-gap').first()).toBeVisible();
  await dropped(page);
  await expect(page.getByRole('alert')).toHaveText(/程序没有回应/);
  await expect(page.locator('.today-gap').first()).toBeVisible();
});
