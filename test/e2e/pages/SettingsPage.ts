// 设置 as a person uses it.
import { expect, type Locator, type Page } from 'playwright/test';
import { newOfficeSettings, type Settings } from '../../../shared/settings.ts';

export class SettingsPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  /** Founds an empty office, as the welcome screen does, and shows it. */
  async found(street: string): Promise<void> {
    const quota: Settings['quota'] = { ...newOfficeSettings.quota };
    const response = await this.window.request.post(new URL('/trpc/welcome.found', this.window.url()).href, {
      data: { street, unit: `${street}办事处`, areaCode: '', quota },
    });
    expect(response.ok()).toBe(true);
  }

  async open(tab: string): Promise<void> {
    await this.window.goto(new URL(`/settings?tab=${tab}`, this.window.url()).href);
    await expect(this.window.getByRole('navigation', { name: '设置项目' })).toBeVisible();
  }

  part(label: string): Locator {
    return this.window.getByRole('navigation', { name: '设置项目' }).getByRole('link', { name: label });
  }

  backupRow(text: string): Locator {
    return this.window.locator('.backup-table tbody tr.ant-table-row', { hasText: text }).first();
  }
}
