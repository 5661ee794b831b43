// From the list of boards to the PDF: what is missing is named before anything is printed, the rest prints, and what passes the
// check goes on at once.
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from './fixtures.ts';
import { SignboardsPage } from './pages/SignboardsPage.ts';

test.use({ flags: ['--demo'] });

/** All boards are laid out once for the check. */
const checked = { timeout: 30_000 };

test('two chosen boards come as a PDF of two pages', async ({ window }) => {
  const boards = new SignboardsPage(window);
  await boards.open();
  await expect(boards.printButton).toHaveText('打印 156 块指示牌');
  await expect(boards.preview).toContainText('A4　210×297 毫米　按 36% 显示');
  await expect(boards.board).toContainText('阳东街社区');
  await boards.preview.getByRole('button', { name: '下一块' }).click();
  await expect(boards.board).toContainText('锦绣花园网格');

  await boards.size('A3').click();
  await expect(boards.preview).toContainText('297×420 毫米');
  await boards.tick('阳东街社区网格');
  await boards.tick('锦绣花园网格');
  await boards.printButton.click();
  await expect(boards.check).toContainText('2 块指示牌的照片、手机号码、用字和版面都合格', checked);
  const download = await boards.download();
  expect(download.suggestedFilename()).toMatch(/^指示牌_2块_A3_\d{4}-\d\d-\d\d\.pdf$/);
  const pdf = await PDFDocument.load(readFileSync(await download.path()));
  expect(pdf.getPages().map((page) => Math.round((page.getWidth() * 25.4) / 72))).toEqual([297, 297]);
  await expect(window.getByRole('link', { name: '打开 PDF' })).toBeVisible();
});

test('every gap is named with its remedy, coarse photos pass only when asked, and cancelling leaves nothing', async ({
  window,
}) => {
  const boards = new SignboardsPage(window);
  await boards.open();
  await boards.printButton.click();
  await expect(boards.sum).toContainText('打印156 块', checked);
  await expect(boards.check.getByRole('link', { name: '补照片' })).toHaveCount(4);
  await expect(boards.check.getByRole('link', { name: '填手机号码' })).toHaveCount(1);
  await expect(boards.check).toContainText('是生僻字，请在预览中核对字形');
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await expect(boards.printButton).toHaveText('打印其余 156 块指示牌');
  await boards.printButton.click();
  await window.getByRole('button', { name: '取消' }).click();
  await expect(window.getByText('已取消，没有生成 PDF。')).toBeVisible(checked);

  await window.keyboard.press('Escape');
  await boards.size('600×900').click();
  await expect(boards.printButton).toHaveText('检查 162 块指示牌');
  await boards.printButton.click();
  await expect(boards.sum).toContainText('照片偏小156 块', checked);
  await expect(boards.printButton).toBeDisabled();
  await window.getByRole('checkbox', { name: '照片偏小的 156 块也打印' }).check();
  await expect(boards.printButton).toHaveText('打印其余 156 块指示牌');
  await boards.check.getByRole('link', { name: '指派网格员' }).click();
  await expect(window).toHaveURL(/\/grids\?open=\d+/);
});

test('who leaves while boards are being made gets their PDF all the same, and is told', async ({ window }) => {
  const boards = new SignboardsPage(window);
  await boards.open();
  await boards.printButton.click();
  await expect(boards.printButton).toHaveText('打印其余 156 块指示牌', { timeout: 60_000 });
  const download = window.waitForEvent('download', { timeout: 120_000 });
  await boards.printButton.click();
  await expect(window.getByRole('status', { name: '进度' })).toBeVisible();
  await window.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await expect(window.getByText('已存为 PDF：指示牌 156 块')).toBeVisible();
});

test('another screen leads here with its grids', async ({ window, host }) => {
  const boards = new SignboardsPage(window);
  await window.goto(`${new URL(host.address).origin}/signboards?grids=1,2,3`);
  await boards.board.waitFor();
  await expect(boards.printButton).toHaveText('打印 3 块指示牌');
  await window.getByRole('button', { name: '显示全部' }).click();
  await expect(boards.printButton).toHaveText('打印 156 块指示牌');
});
