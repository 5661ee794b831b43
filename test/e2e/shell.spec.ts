// The frame stands, and the host ends cleanly.
import { expect, test } from './fixtures.ts';

test.use({ flags: ['--demo'] });

test('the window shows the frame and its map', async ({ window }) => {
  await expect(window.getByRole('navigation', { name: '主菜单' })).toBeVisible();
});
