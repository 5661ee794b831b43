// What stands where a screen should.
import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

test('an address that no screen has says so and leads to 今日', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  await window.goto(new URL('/nowhere', window.url()).href);
  await expect(window.getByText('没有这个画面')).toBeVisible();
  await expect(window.locator('body')).not.toContainText('Not Found');
  await window.getByRole('link', { name: '回到“今日”' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
});
