// The first screen of an unfounded office, and the mark of a demo office in the frame.
import type { Locator, Page } from 'playwright/test';

export class WelcomePage {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  choose(way: '导入现有花名册' | '打开示范数据' | '从空白开始'): Promise<void> {
    return this.#page.getByRole('radio', { name: way }).check();
  }

  field(label: string): Locator {
    return this.#page.getByLabel(label);
  }

  begin(act: string): Promise<void> {
    return this.#page.getByRole('button', { name: act }).click();
  }

  get heading(): Locator {
    return this.#page.getByRole('heading', { name: '建立台账' });
  }

  async leaveDemo(): Promise<void> {
    await this.#page.getByRole('button', { name: '换成正式台账' }).click();
    await this.#page.getByRole('dialog').getByRole('button', { name: '换下示范数据' }).click();
  }
}
