// What every list of the program looks like to a test: its rows, its search, its rail, its foot, the last act in the status bar.
import { expect as patience, type Locator, type Page } from 'playwright/test';

const expect = patience.configure({ timeout: 15_000 });

export class ListPage {
  readonly page: Page;
  /** The list with its header and rows; holds the keyboard. */
  readonly list: Locator;
  readonly rows: Locator;
  readonly rail: Locator;
  readonly search: Locator;

  constructor(page: Page, label: string) {
    this.page = page;
    this.list = page.getByRole('group', { name: label });
    this.rows = this.list.locator('tbody tr.ant-table-row');
    this.rail = page.getByRole('complementary');
    this.search = page.locator('.filters').getByRole('textbox', { name: /拼音/ });
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
  }

  async expectTotal(text: string): Promise<void> {
    await expect(this.page.locator('.main .foot')).toContainText(text);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A field of the form in the rail. */
  field(label: string): Locator {
    return this.rail.getByLabel(label, { exact: true });
  }

  /** Chooses by typing into a field that searches; typed again until the choice shows, since a slow answer may come too late. */
  async choose(label: string, text: string, choice: string): Promise<void> {
    const offered = this.page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: true });
    await expect(async () => {
      await this.field(label).fill('');
      await this.field(label).fill(text);
      await expect(offered).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await offered.click();
  }

  /** A key held down in the list, quicker than keys can be sent from outside. */
  async hold(key: string, times: number): Promise<void> {
    await this.list.evaluate(
      async (list, held) => {
        for (let time = 0; time < held.times; time++) {
          list.dispatchEvent(new KeyboardEvent('keydown', { key: held.key, bubbles: true, cancelable: true }));
          // oxlint-disable-next-line no-await-in-loop -- each press is seen before the next
          await new Promise((resolve) => setTimeout(resolve));
        }
      },
      { key, times },
    );
  }

  /** What the row's own menu offers; it must be open. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  /** The row the keyboard stands at. */
  get cursor(): Locator {
    return this.list.locator('tr.cursor');
  }

  async setDay(label: string, day: string): Promise<void> {
    await this.field(label).fill(day);
    await this.field(label).press('Enter');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
  }

  async expectLastAct(text: string): Promise<void> {
    await expect(this.page.locator('.status .last')).toContainText(text);
  }

  async undo(): Promise<void> {
    await this.page.locator('.status').getByRole('button', { name: '撤销' }).click();
  }

  async copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
