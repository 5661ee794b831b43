// The screens of the list are there under their own names, and what stands where none is.
import { expect, test } from './fixtures.ts';
import { helpTopics } from '../../renderer/rooms/help/topics.ts';
import { screens } from '../../shared/screens.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

test('an address that no screen has says so and leads to 今日', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  await window.goto(new URL('/nowhere', window.url()).href);
  await expect(window.getByText('没有这个画面')).toBeVisible();
  await expect(window.locator('body')).not.toContainText('Not Found');
  await window.getByRole('link', { name: '回到“今日”' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
});

test('each screen is headed as the list calls it, and F1 tells of it', async ({ window }) => {
  await new SettingsPage(window).found('沂城街道');
  for (const { title, address, help } of screens) {
    await window.goto(new URL(address, window.url()).href);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
    await window.keyboard.press('F1');
    const topic = helpTopics.find(({ key }) => key === help)?.title ?? '';
    await expect(window.getByRole('dialog').getByRole('heading', { name: topic })).toBeVisible();
  }
});
