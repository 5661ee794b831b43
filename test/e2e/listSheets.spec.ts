// What goes out of a list screen, as a workbook or to the printer: what is shown, of the day that is shown, and from every list.
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright/test';
import * as XLSX from 'xlsx';
import { expect as patience, test } from './fixtures.ts';
import { CommandBox } from './pages/CommandBox.ts';
import { ListPage } from './pages/ListPage.ts';
import { ReportsPage } from './pages/ReportsPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';
import { watchPrinting } from './printDialog.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

test('what goes out is what is shown: filter, order, columns, selection, and the file says so', async ({ window }, testInfo) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.searchFor('阳西');
  await expect.poll(() => workers.rows.count()).toBeLessThan(12);
  const shown = await workers.rows.count();
  const heads = (await workers.list.locator('thead th').allInnerTexts()).map((head) => head.trim()).filter(Boolean);
  const download = window.waitForEvent('download');
  await workers.button(`导出 ${shown} 人`).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/网格员名单_状态 在岗、查找“阳西”_\d{8}\.xlsx$/);
  const place = testInfo.outputPath('list.xlsx');
  await file.saveAs(place);
  const { rows, head } = sheetIn(place);
  expect(head).toEqual(['序号', ...heads]);
  expect(rows.length).toBe(shown);
  expect(rows[0]?.[1]).toBe(await workers.rows.first().locator('.who-name').innerText());
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible();

  // Of the selected ones only.
  await workers.rows.nth(1).getByRole('checkbox').check();
  const chosen = window.waitForEvent('download');
  await workers.button('导出所选 1 人').click();
  await (await chosen).saveAs(place);
  expect(sheetIn(place).rows.map((row) => row[1])).toEqual([await workers.rows.nth(1).locator('.who-name').innerText()]);
});

test('every list goes out from its own screen, and Ctrl+P prints the one that is shown, however it was reached', async ({
  window,
}, testInfo) => {
  const printed = await watchPrinting(window);
  for (const [address, noun] of [
    ['/workers', '网格员'],
    ['/places?level=community', '社区（村居）'],
    ['/places?level=compound', '居民小区'],
    ['/places?level=branch', '社区总支'],
    ['/grids', '网格'],
  ] as const) {
    // oxlint-disable no-await-in-loop -- one window
    await window.goto(new URL(address, window.url()).href);
    const list = new ListPage(window, `${noun}列表`);
    await list.rows.first().waitFor();
    const download = window.waitForEvent('download');
    await list.button(/^导出 \d+ [个人]$/).click();
    const place = testInfo.outputPath(`${noun}.xlsx`);
    await (await download).saveAs(place);
    const { rows } = sheetIn(place);
    await expect(list.button(new RegExp(`^导出 ${rows.length} [个人]$`))).toBeVisible();
    await window.getByRole('button', { name: '收起' }).click();
    await list.list.focus();
    const pages = await printed(() => window.keyboard.press('Control+p'));
    expect(pages.join('')).toContain(`第 1 页 共 ${pages.length} 页`);
    for (const row of [rows[0], rows.at(-1)]) expect(pages.join('')).toContain(row?.[1] ?? '?');
    await expect(window.getByRole('status').filter({ hasText: '已打开打印窗口' })).toBeVisible();
    expect(window.url()).toContain(address.replace(/\?.*/, ''));
    // oxlint-enable no-await-in-loop
  }
});

test('存为 PDF keeps what was printed, whatever the list shows by then', async ({ window }, testInfo) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.searchFor('阳西');
  await expect.poll(() => workers.rows.count()).toBeLessThan(12);
  const printed = await watchPrinting(window);
  const pages = await printed(() => workers.button(/^打印 \d+ 人$/).click());
  await workers.searchFor('');
  await expect.poll(() => workers.rows.count()).toBeGreaterThan(12);
  const download = window.waitForEvent('download');
  await window.getByRole('button', { name: '存为 PDF' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toContain('阳西');
  const place = testInfo.outputPath('kept.pdf');
  await file.saveAs(place);
  expect(
    readFileSync(place)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(pages.length);
});

test('nothing goes out while 统计日期 shows a day that the list is not of', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const out = workers.button(/^导出 \d+ 人$/);
  await expect(out).toBeEnabled();
  const day = window.locator('.filters').getByLabel('统计日期');
  await day.fill('2月30日');
  await expect(out).toBeDisabled();
  await expect(out).toHaveAttribute('title', /统计日期还没有改好/);
  await day.press('Tab');
  await expect(window.getByText(/名单仍是 .* 的/)).toBeVisible();
  await expect(out).toBeDisabled();
  await day.press('Escape');
  await expect(out).toBeEnabled();
});

test('what is ordered before the screen shows what was typed waits for it, and goes out as it is shown then', async ({
  window,
}, testInfo) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const saved = async (download: Promise<Download>) => {
    const file = await download;
    const place = testInfo.outputPath(file.suggestedFilename());
    await file.saveAs(place);
    return { name: file.suggestedFilename(), ...sheetIn(place) };
  };
  await workers.searchFor('李');
  const ofLi = window.waitForEvent('download');
  await workers.button(/^导出 \d+ 人$/).click();
  const { name, rows } = await saved(ofLi);
  expect(name).toContain('查找“李”');
  await expect(window.locator('.main .foot').last()).toContainText(`共 ${rows.length} 人`);
  await expect(window.locator('.sheet-made')).toContainText(name);

  const reports = new ReportsPage(window);
  await reports.open();
  const title = reports.options.getByRole('textbox', { name: '标题' });
  await title.fill('试甲');
  expect((await saved(reports.exportNow(() => window.keyboard.press('Control+s')))).name).toMatch(/^试甲_/);
  await title.fill('试乙');
  // Pressed and let go within a moment, while the title that was left is being taken over.
  expect((await saved(reports.exportNow(() => reports.exportButton.click()))).name).toMatch(/^试乙_/);
  const day = window.getByRole('textbox', { name: '统计日期' });
  await day.fill('2025-01-01');
  expect((await saved(reports.exportNow(() => window.keyboard.press('Control+s')))).name).toMatch(/_20250101\.xlsx$/);
  await day.fill('2025-13-01');
  await window.keyboard.press('Control+s');
  await expect(window.getByRole('alert')).toContainText('只有 1 到 12 月');
  await day.press('Escape');
  await expect(reports.exportButton).toBeEnabled();
});

test('a search that follows another is what goes out, however soon it is ordered', async ({ window }) => {
  const printed = await watchPrinting(window);
  await window.goto(new URL('/grids', window.url()).href);
  const grids = new ListPage(window, '网格列表');
  await grids.rows.first().waitFor();
  const size = async (text: string): Promise<number> => {
    await grids.searchFor(text);
    await expect.poll(async () => (await grids.rows.allInnerTexts()).every((row) => row.includes(text))).toBe(true);
    return grids.rows.count();
  };
  const [first, second] = ['阳西', '石山'];
  expect(await size(second)).not.toBe(await size(first));
  for (const delay of [0, 40, 90, 130]) {
    // oxlint-disable no-await-in-loop -- one window
    await size(first);
    const pages = await printed(async () => {
      await grids.search.fill(second);
      await window.waitForTimeout(delay);
      await window.keyboard.press('Control+p');
    });
    expect(pages.join(''), `after ${delay} ms`).toContain(`查找“${second}”`);
    await expect(grids.search).toHaveValue(second);
    // oxlint-enable no-await-in-loop
  }
});

test('what waited and can’t go out any more is told: a day that became wrong, another report', async ({ host, page }) => {
  await page.goto(host.address);
  let slow = false;
  await page.route('**/trpc/**', async (route) => {
    if (slow && route.request().url().includes('reports.preview')) await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue();
  });
  const reports = new ReportsPage(page);
  await reports.open();
  const title = reports.options.getByRole('textbox', { name: '标题' });
  const day = page.getByRole('textbox', { name: '统计日期' });
  slow = true;
  await title.fill('试甲');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status', { name: '进度' })).toBeVisible();
  await day.fill('2025-13-01');
  await expect(page.getByText('没有导出：统计日期还没有改好')).toBeVisible();
  await day.press('Escape');
  await title.fill('试乙');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status', { name: '进度' })).toBeVisible();
  slow = false;
  await reports.report('居民小区一览表').click();
  await expect(page.getByText('没有导出：已换到居民小区一览表')).toBeVisible();
  // A title that is too long stays, and is told.
  await title.fill('长'.repeat(61));
  await expect(reports.options.getByRole('alert')).toHaveText('标题最多 60 个字');
  await expect(title).toHaveValue('长'.repeat(61));
  await expect(reports.exportButton).toBeDisabled();
});

test('the program works on where the browser thinks that there is no network', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await window.evaluate(() => globalThis.dispatchEvent(new Event('offline')));
  await workers.searchFor('阳西');
  await expect.poll(() => workers.rows.count()).toBeLessThan(12);
  await workers.rows.first().click();
  await expect(workers.rail.getByRole('heading').first()).toBeVisible();
});

test('the command box exports and prints the list on screen', async ({ window }, testInfo) => {
  const printed = await watchPrinting(window);
  await window.goto(new URL('/grids', window.url()).href);
  const grids = new ListPage(window, '网格列表');
  await grids.rows.first().waitFor();
  await expect(grids.rows.first().locator('th')).not.toBeEmpty();
  const name = await grids.rows.first().locator('th').innerText();
  const total = await grids.button(/^导出 \d+ 个$/).innerText();
  const box = new CommandBox(window);
  const download = window.waitForEvent('download');
  await box.take('导出', total);
  const place = testInfo.outputPath('grids.xlsx');
  await (await download).saveAs(place);
  const { rows } = sheetIn(place);
  expect(`导出 ${rows.length} 个`).toBe(total);
  expect(rows[0]?.[1]).toBe(name);
  await expect(window.getByRole('status').filter({ hasText: '已导出' })).toBeVisible();
  expect((await printed(() => box.take('打印', `打印 ${rows.length} 个`))).join('')).toContain(name);
  // Of what is chosen, where something is.
  const second = grids.rows.nth(1);
  await second.getByRole('checkbox').check();
  const pages = (await printed(() => box.take('打印', '打印所选 1 个'))).join('');
  expect(pages).toContain(await second.locator('th').innerText());
  expect(pages).toContain('所选 1 个');
  expect(pages).not.toContain(name);
  await second.getByRole('checkbox').uncheck();
  // What can't be done just now isn't offered.
  await grids.searchFor('没有这个网格');
  await expect(grids.rows).toHaveCount(0);
  await box.write('导出');
  await expect(box.group('操作').getByText(/^导出 \d+ 个/)).toHaveCount(0);
});

test('who leaves the screen before the file is made gets it all the same, and is told', async ({ window }, testInfo) => {
  // Held back, so that the screen is left before the work is known to be done.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await window.route('**/trpc/**', async (route) => {
    if (route.request().url().includes('jobs.state')) await held;
    await route.continue();
  });
  const workers = new WorkersPage(window);
  await workers.open();
  const words = await workers.button(/^导出 \d+ 人$/).innerText();
  const download = window.waitForEvent('download');
  await workers.button(words).click();
  await expect(window.getByRole('status', { name: '进度' })).toBeVisible();
  await window.keyboard.press('Control+p');
  await expect(window.getByText('没有打印：正在导出')).toBeVisible();
  await window.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
  release();
  const place = testInfo.outputPath('left.xlsx');
  await (await download).saveAs(place);
  await expect(window.getByText(`已导出：网格员 ${words.replace('导出 ', '')}`)).toBeVisible();
  expect(`导出 ${sheetIn(place).rows.length} 人`).toBe(words);
});

test('work that the program no longer knows, or does not answer for, is told and begun anew, never waited for', async ({
  host,
  page,
}) => {
  await page.goto(host.address);
  const uuid = /[\da-f]{8}-[\da-f-]{27}/;
  let fate: 'forgotten' | 'unanswered' | 'known' = 'forgotten';
  await page.route('**/trpc/**', async (route) => {
    const ofJob = route.request().url().includes('jobs.state');
    if (ofJob && fate === 'unanswered') return route.abort();
    const body = route.request().postData() ?? '';
    if (!ofJob || fate === 'known') return route.continue();
    return route.continue({ postData: body.replace(uuid, '00000000-0000-4000-8000-000000000000') });
  });
  const workers = new WorkersPage(page);
  await workers.open();
  const progress = page.getByRole('status', { name: '进度' });
  const unmade = page.locator('.sheet-line', { hasText: '没有得到文件' });
  for (const [next, words] of [
    ['forgotten', '这项工作已经结束，请重新开始。'],
    ['unanswered', '程序没有回应，不知道做完了没有。'],
  ] as const) {
    fate = next;
    await workers.button(/^导出 \d+ 人$/).click();
    await expect(progress).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(progress).toBeHidden();
    await expect(unmade).toBeVisible();
  }
  fate = 'known';
  const download = page.waitForEvent('download');
  await workers.button(/^导出 \d+ 人$/).click();
  await download;
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible();
});

/** The sheet's header and its numbered rows. */
function sheetIn(file: string): { head: string[]; rows: string[][] } {
  const book = XLSX.read(readFileSync(file), { type: 'buffer' });
  const lines = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: '' });
  return { head: lines[2] ?? [], rows: lines.slice(3).filter(([first]) => typeof first === 'number') };
}
