// 网格 as a person uses it.
import type { Page } from 'playwright/test';
import { ListPage } from './ListPage.ts';

export class GridsPage extends ListPage {
  constructor(page: Page) {
    super(page, '网格列表');
  }

  async openVacant(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: /^网格( |\d|$)/ })
      .click();
    await this.page.getByText('只看空缺').click();
    await this.rows.first().waitFor();
  }
}
