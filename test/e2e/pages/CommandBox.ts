// The command box of the top bar.
import { expect, type Locator, type Page } from 'playwright/test';

export class CommandBox {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.box.waitFor();
    await this.#page.keyboard.press('Control+k');
    await expect(this.box).toBeFocused();
  }

  /** Opens it and writes; Enter is the test's. */
  async write(text: string): Promise<void> {
    await this.open();
    await this.#page.keyboard.type(text);
    await expect(this.list).toBeVisible();
  }

  /** Writes, and takes the first that is found. */
  async take(text: string, first: string): Promise<void> {
    await this.write(text);
    await expect(this.chosen).toContainText(first);
    await this.#page.keyboard.press('Enter');
    await expect(this.list).toBeHidden();
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
