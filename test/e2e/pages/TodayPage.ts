// 今日 by its sections.
import type { Locator, Page } from 'playwright/test';

export class TodayPage {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  section(name: '数字核对' | '数据缺漏' | '最近操作' | '人员变动' | '备份'): Locator {
    return this.#page.getByRole('region', { name });
  }

  /** The figure's parts as they stand: its title, what the ledger holds, the quota and the difference. */
  figure(title: string): Locator {
    return this.section('数字核对').locator('.today-figure').filter({ hasText: title });
  }

  operators(): Promise<string[]> {
    return this.section('数字核对').locator('.today-operator').allTextContents();
  }

  link(name: string): Locator {
    return this.#page.getByRole('main').getByRole('link', { name });
  }
}
