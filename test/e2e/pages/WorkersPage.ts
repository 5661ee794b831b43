// 网格员 as a person uses it.
import type { Page } from 'playwright/test';
import { ListPage } from './ListPage.ts';

export class WorkersPage extends ListPage {
  constructor(page: Page) {
    super(page, '网格员列表');
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: '网格员', exact: true }).click();
    await this.rows.first().waitFor();
  }

  async status(choice: string): Promise<void> {
    await this.page.getByLabel('状态', { exact: true }).click();
    await this.page.locator('.ant-select-dropdown').getByText(choice, { exact: true }).click();
  }
}
