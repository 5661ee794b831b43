// Looks at a screen at several sizes of the window: a picture in test/.out/look, what can't be got at there, and what axe minds.
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { root } from '../harness/host.ts';
import { cutOff } from './cutOff.ts';
import { expect } from './fixtures.ts';

type Size = { width: number; height: number };
const usual: Size = { width: 1366, height: 768 };
const sizes: readonly Size[] = [
  { width: 911, height: 512 },
  { width: 1093, height: 614 },
  { width: 1366, height: 690 },
  usual,
  { width: 1920, height: 1080 },
];
export const inLargeType: readonly Size[] = [{ width: 911, height: 512 }, usual];

export class Looker {
  readonly page: Page;
  readonly sizes: readonly Size[];
  readonly suffix: string;

  constructor(page: Page, at: readonly Size[] = sizes, suffix = '') {
    this.page = page;
    this.sizes = at;
    this.suffix = suffix;
    page.setDefaultTimeout(30_000);
  }

  async go(address: string): Promise<void> {
    await this.page.setViewportSize(usual);
    await this.page.goto(new URL(address, this.page.url()).href);
    await this.page.waitForLoadState('networkidle');
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  }

  /** Begins an act on a row by its menu, which has all of them. */
  async act(row: number, name: string | RegExp): Promise<void> {
    await this.row(row).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name }).click();
  }

  row(index: number) {
    return this.page.locator('.list tbody tr.ant-table-row').nth(index);
  }

  /** @param open shows what stands only until the window changes, at each size */
  async look(name: string, open?: () => Promise<void>): Promise<void> {
    const { page } = this;
    await page.waitForLoadState('networkidle');
    for (const size of this.sizes) {
      await page.setViewportSize(size);
      await open?.();
      await page.waitForTimeout(200);
      const at = `${size.width}x${size.height}${this.suffix}`;
      await page.screenshot({ path: path.join(root, 'test/.out/look', at, `${name}.png`) });
      expect.soft(await cutOff(page), `${name} ${at}`).toEqual([]);
      if (open) await page.keyboard.press('Escape');
    }
    await page.setViewportSize(usual);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect
      .soft(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        name,
      )
      .toEqual([]);
  }
}
