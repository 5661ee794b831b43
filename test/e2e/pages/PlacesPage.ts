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

  /** What communities were called on a day, as reports of that day have it. */
  async namesOn(asOf: string, search: string): Promise<string[]> {
    const address = new URL('/trpc/roster.places.list', this.page.url()).href;
    const response = await this.page.request.post(address, { data: { asOf, search } });
    const { result } = (await response.json()) as { result: { data: { rows: { name: string }[] } } };
    return result.data.rows.map(({ name }) => name);
  }
}
