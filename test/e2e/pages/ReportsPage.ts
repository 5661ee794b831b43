// The reports screen as a person uses it.
import type { Download, Locator, Page } from 'playwright/test';

export class ReportsPage {
  readonly page: Page;
  readonly preview: Locator;
  readonly options: Locator;
  readonly exportButton: Locator;
  readonly printButton: Locator;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = page.getByRole('region', { name: '导出预览' });
    this.options = page.getByRole('complementary', { name: '导出选项' });
    this.exportButton = page.getByRole('button', { name: /^导出 \d+ / });
    this.printButton = page.getByRole('button', { name: /^打印 \d+ / });
    this.result = page.locator('.sheet-made');
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '报表' }).click();
    await this.preview.waitFor();
  }

  report(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  choice(label: string): Locator {
    return this.options.getByText(label, { exact: true });
  }

  /** The first column's titles and one row's words, as the preview shows them. */
  header(): Promise<string[]> {
    return this.preview.locator('thead th').allInnerTexts();
  }

  async setDay(day: string): Promise<void> {
    const input = this.page.getByRole('textbox', { name: '统计日期' });
    await input.fill(day);
    await input.press('Enter');
  }

  /** Exports and waits for the file. */
  async exportNow(start: () => Promise<void> = () => this.exportButton.click()): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await start();
    return download;
  }
}
