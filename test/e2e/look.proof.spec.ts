// Every screen at the two commonest sizes: pictures to look at in test/.out/look, and nothing serious or critical for axe.
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { screens } from '../../shared/screens.ts';
import { root } from '../harness/host.ts';
import { expect, test } from './fixtures.ts';

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const looks = [...screens.map(({ title, address }) => ({ title, address })), { title: '网格员详情', address: '/workers?open=2' }];

async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150);
    await page.screenshot({ path: path.join(root, 'test/.out/look', `${name}-${size.width}.png`) });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect
    .soft(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      name,
    )
    .toEqual([]);
}

test.describe('in the demo office', () => {
  test.use({ flags: ['--demo'] });
  test('every screen stands the looking at', async ({ window, host }) => {
    test.setTimeout(900_000);
    for (const { title, address } of looks) {
      await window.goto(new URL(address, host.address).href);
      await look(window, title);
    }
    await window.keyboard.press('F1');
    await look(window, '帮助');
    await window.keyboard.press('F1');
    await window.keyboard.press('Control+k');
    await look(window, '查找');
  });
});

test('the welcome screen stands the looking at', async ({ window }) => {
  await look(window, '建立台账');
});
