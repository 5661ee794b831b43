// The search box of the top bar.
import { expect, type Locator, type Page } from 'playwright/test';

export class SearchBox {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.box.waitFor();
    await this.#page.keyboard.press('Control+k');
    await expect(this.box).toBeFocused();
  }

  get box(): Locator {
    return this.#page.getByRole('combobox', { name: '查找' });
  }

  group(name: string): Locator {
    return this.#page.getByRole('listbox', { name: '查找结果' }).getByRole('group', { name, exact: true });
  }

  get list(): Locator {
    return this.#page.getByRole('listbox', { name: '查找结果' });
  }

  get chosen(): Locator {
    return this.list.getByRole('option', { selected: true });
  }
}
