// The boards' screen as a person uses it: list, preview, check, print.
import type { Download, Locator, Page } from 'playwright/test';

export class SignboardsPage {
  readonly page: Page;
  readonly list: Locator;
  readonly preview: Locator;
  readonly board: Locator;
  /** Board by board, with every problem. */
  readonly check: Locator;
  readonly sum: Locator;
  readonly printButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('group', { name: '指示牌列表' });
    this.preview = page.getByRole('complementary', { name: '指示牌预览' });
    this.board = this.preview.getByRole('img', { name: /的指示牌/ });
    this.check = page.locator('.boards-check');
    this.sum = page.getByRole('complementary', { name: '打印内容' });
    this.printButton = page.getByRole('button', { name: /^((打印(其余)?|检查) \d+ 块|没有可以打印的)指示牌$/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '指示牌' }).click();
    await this.board.waitFor();
  }

  size(label: string): Locator {
    return this.page.getByText(label, { exact: true });
  }

  tick(gridName: string): Promise<void> {
    return this.list.getByRole('checkbox', { name: `选择 ${gridName}` }).click();
  }

  async download(): Promise<Download> {
    const started = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: '下载 PDF' }).click();
    return started;
  }
}
