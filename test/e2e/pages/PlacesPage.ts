// 社区与小区 as a person uses it.
import type { Page } from 'playwright/test';
import { ListPage } from './ListPage.ts';

export class PlacesPage extends ListPage {
  constructor(page: Page) {
    super(page, '社区（村居）列表');
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: '社区与小区' }).click();
    await this.rows.first().waitFor();
  }
}
