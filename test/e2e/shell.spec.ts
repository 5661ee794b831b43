// The screens of the list are there under their own names, and what stands where none is.
import { expect, test } from './fixtures.ts';
import { menuBlocks, screens } from '../../shared/screens.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

test('an address that no screen has says so and leads to 今日', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  await window.goto(new URL('/nowhere', window.url()).href);
  await expect(window.getByText('没有这个画面')).toBeVisible();
  await expect(window.locator('body')).not.toContainText('Not Found');
  await window.getByRole('link', { name: '回到“今日”' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
});

test('whatever an address says wrongly, its screen opens as if it were not said', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  const wrong = [
    'level=planet&size=a0&show=all&tab=root&report=secret&status=nobody&kind=sea&gap=x&developedBy=x',
    'asOf=2026-02-30&workers=1,,2&grids=0&branch=-1&place=1e400&parent=x&open=0&add=2&vacant=yes',
    'search={"a":1}&sort=[]&descending=true&__proto__=1&token=x',
  ].join('&');
  for (const { title, address } of screens) {
    await window.goto(new URL(`${address}?${wrong}`, window.url()).href);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(window.getByText('这个画面没有打开')).toHaveCount(0);
  }
});

test('each screen is headed as the list calls it, and F1 tells of it', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  for (const { title, address, help } of screens) {
    await window.goto(new URL(address, window.url()).href);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
    await window.keyboard.press('F1');
    await expect(window.getByRole('dialog').getByRole('heading', { name: help.title })).toBeVisible();
  }
});

test('the side menu has room for fifteen screens, and scrolls to the present one in a low window', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  await window.goto(new URL('/settings', window.url()).href);
  const menu = window.getByRole('navigation', { name: '主菜单' });
  const rows = menu.getByRole('link');
  const top = (await rows.first().boundingBox())?.y ?? 0;
  const end = await rows.last().evaluate((row) => row.getBoundingClientRect().bottom);
  expect(top).toBe(56);
  expect(end).toBe(top + menuBlocks.flat().length * 36 + (menuBlocks.length - 1) * 13);
  expect(top + 15 * 36 + 4 * 13).toBeLessThanOrEqual(649);
  await window.setViewportSize({ width: 911, height: 300 });
  await window.reload();
  await expect(menu.getByRole('link', { name: '设置' })).toBeInViewport({ ratio: 1 });
  await expect(rows.first()).not.toBeInViewport();
});
