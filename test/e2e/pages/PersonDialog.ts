// Who is at the keyboard: the name in the status bar, 换人, and the question that is asked once.
import type { Locator, Page } from 'playwright/test';

export class PersonDialog {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly name: Locator;
  /** Who works now, as the status bar says it. */
  readonly present: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog');
    this.name = this.dialog.getByRole('textbox');
    this.present = page.locator('.status .person-name');
  }

  known(name: string): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  async ask(): Promise<void> {
    await this.#page.locator('.status').getByRole('button', { name: '换人' }).click();
    await this.dialog.waitFor();
  }

  /** Writes a name and presses Enter. */
  async write(name: string): Promise<void> {
    await this.name.fill(name);
    await this.name.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
