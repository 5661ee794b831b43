// A report from the screen to the file: seen beforehand, what doesn't close named with the way there, exported by button and key,
// the last choices kept, nothing that a reader of screens stumbles over.
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import * as XLSX from 'xlsx';
import { expect, test } from './fixtures.ts';
import { ReportsPage } from './pages/ReportsPage.ts';
import { watchPrinting } from './printDialog.ts';

test.use({ flags: ['--demo'], viewport: { width: 1366, height: 768 } });

test('the roster goes out as it was shown', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await expect(reports.exportButton).toHaveText('导出 161 人');
  await expect(reports.preview).toContainText('沂城街道专职网格员花名册');
  await expect(reports.preview).toContainText('以下还有 131 人');
  const header = await reports.header();
  expect(header).toHaveLength(23);

  await reports.choice('完整 18 位').click();
  await expect(reports.options).toContainText('导出会记入操作记录');
  // Also where the options are folded away.
  await expect(window.getByText('含完整身份证号', { exact: true })).toBeVisible();
  await expect(reports.preview.locator('tbody tr').first()).toContainText('********');
  const download = await reports.exportNow();
  expect(download.suggestedFilename()).toMatch(/^沂城街道专职网格员花名册_\d{8}\.xlsx$/);
  await expect(reports.result).toContainText('已导出');
  const book = XLSX.read(readFileSync(await download.path()), { type: 'buffer' });
  const sheet = book.Sheets['专职网格员花名册'] as Record<string, XLSX.CellObject>;
  expect(header).toEqual(header.map((_, index) => sheet[XLSX.utils.encode_cell({ r: 2, c: index })]?.v));
  expect(sheet['M4']).toMatchObject({ t: 's', v: expect.stringMatching(/^\d{17}[\dX]$/) });
  expect(sheet['A164']?.v).toBe(161);

  const again = await reports.exportNow(() => window.getByRole('button', { name: '再次下载' }).click());
  expect(again.suggestedFilename()).toBe(download.suggestedFilename());
  // Whole numbers are asked for each time anew.
  await window.getByRole('link', { name: '今日' }).click();
  await reports.open();
  await expect(reports.exportButton).toHaveText('导出 161 人');
  await expect(window.getByText('含完整身份证号', { exact: true })).toHaveCount(0);
});

test('a report is printed without Excel, by button and Ctrl+P', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await expect(reports.printButton).toHaveText('打印 161 人');
  const printed = await watchPrinting(window);
  for (const start of [() => reports.printButton.click(), () => window.keyboard.press('Control+p')]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const pages = await printed(start);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('沂城街道专职网格员花名册');
    for (const [index, words] of pages.entries()) expect(words).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    // oxlint-disable-next-line no-await-in-loop
    await expect(reports.result).toHaveText('已打开打印窗口 161 人');
    // oxlint-disable-next-line no-await-in-loop
    await expect(window.locator('iframe')).toHaveCount(0);
  }
  expect(await printed(() => window.getByRole('button', { name: '再打印一次' }).click())).not.toEqual([]);
  const download = await reports.exportNow(() => window.getByRole('button', { name: '存为 PDF' }).click());
  expect(download.suggestedFilename()).toMatch(/^沂城街道专职网格员花名册_\d{8}\.pdf$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 8)
      .toString('latin1'),
  ).toBe('%PDF-1.7');
  await expect(reports.result).toHaveText(/^已存为 PDF 沂城街道专职网格员花名册_\d{8}\.pdf$/);
});

test('each report has its own options: sums of each branch, and what was chosen for one narrows no other', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await reports.report('社区（村居）一览表').click();
  await reports.choice('农村').click();
  await reports.options.getByRole('checkbox', { name: '每个社区总支后加一行小计' }).check();
  await expect(reports.preview.getByText('第一社区总支小计')).toBeVisible();
  await expect(reports.options.getByText('身份证号')).toHaveCount(0);
  const rural = await reports.exportButton.innerText();
  expect(rural).not.toBe('导出 96 个村居');
  // 小计 are no rows: what is shown and what is still to come are all there is.
  const numbered = await reports.preview.locator('tbody td:first-child').getByText(/^\d+$/).count();
  const rest = /还有 (\d+) 行/.exec((await reports.preview.locator('.paper-rest').textContent()) ?? '')?.[1];
  expect(`导出 ${numbered + Number(rest)} 个村居`).toBe(rural);
  await reports.report('居民小区一览表').click();
  await expect(reports.exportButton).toHaveText('导出 66 个小区');
  await expect(reports.options.getByText('类别')).toHaveCount(0);
  await reports.report('社区（村居）一览表').click();
  await expect(reports.exportButton).toHaveText(rural);
  await expect(reports.preview.getByText('第一社区总支小计')).toBeVisible();
});

test('what came of one report is not told under another, and a day to come is said', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await reports.exportNow();
  await expect(reports.result).toContainText('已导出');
  await reports.report('居民小区一览表').click();
  await expect(reports.exportButton).toHaveText('导出 66 个小区');
  await expect(reports.result).toHaveCount(0);
  await reports.report('专职网格员花名册').click();
  await expect(reports.result).toContainText('已导出');
  await expect(window.getByText('将来的日期，按已登记的变动推算')).toHaveCount(0);
  await reports.setDay('2030-01-01');
  await expect(window.getByText('将来的日期，按已登记的变动推算')).toBeVisible();
});

test('what was chosen comes back, and what doesn’t close leads to its rows', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await reports.choice('不含').click();
  await reports.choice('A4 横向').click();
  await expect(reports.preview.getByRole('columnheader', { name: '身份证号' })).toHaveCount(0);
  await expect(window.getByText(/^约 \d+ 页 A4/)).toBeVisible();
  await reports.report('社区（村居）一览表').click();
  await expect(reports.exportButton).toHaveText('导出 96 个村居');
  await window.getByRole('link', { name: '今日' }).click();
  await reports.open();
  await expect(reports.preview.getByRole('columnheader', { name: '身份证号' })).toHaveCount(0);
  await expect(window.getByText(/^约 \d+ 页 A4/)).toBeVisible();
  await reports.options.getByRole('link', { name: /^未填手机号码/ }).click();
  await expect(window).toHaveURL(/\/workers\?.*gap=.*noMobile/);
});

test('a past day, a branch, chosen people; Ctrl+S exports', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await reports.setDay('2019-06-30');
  await expect(window).toHaveURL(/asOf=2019-06-30/);
  await expect(reports.preview).toContainText('统计日期：2019年6月30日');
  await reports.report('居民小区一览表').click();
  await expect(reports.preview).toContainText('居民小区一览表');
  const download = await reports.exportNow(() => window.keyboard.press('Control+s'));
  expect(download.suggestedFilename()).toBe('沂城街道居民小区一览表_20190630.xlsx');

  await window.goto(new URL('/reports?report=roster&workers=1%2C2%2C3', window.url()).href);
  await expect(reports.exportButton).toHaveText('导出 3 人');
  await reports.options.getByRole('button', { name: '改为全部' }).click();
  await expect(reports.exportButton).toHaveText('导出 161 人');
});

test('chosen people who are gone are said, with the way back to all, and nothing serious is found by axe', async ({ window }) => {
  const reports = new ReportsPage(window);
  await reports.open();
  await reports.report('社区（村居）一览表').click();
  await expect(reports.preview).toContainText('沂城街道社区（村居）一览表');
  // The cells are alike: two rows of them will do.
  const { violations } = await new AxeBuilder({ page: window }).exclude('.paper tbody tr:nth-child(n + 3)').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await window.goto(new URL('/reports?workers=999999', window.url()).href);
  await expect(window.getByText('选定的 1 人里有 1 人已不在名单里')).toBeVisible();
  await expect(window.getByRole('button', { name: /^导出/ })).toBeDisabled();
  await window.getByRole('button', { name: '改为全部' }).click();
  await expect(window.getByRole('button', { name: '导出 161 人' })).toBeEnabled();
});
