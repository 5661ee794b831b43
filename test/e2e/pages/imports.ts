// The import wizard as a person uses it.
import { expect, type Locator, type Page } from 'playwright/test';

/** A job may have to wait for other work on the machine. */
const patient = { timeout: 30_000 };

export class ImportsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the first screen of a new office. */
  async found(street: string): Promise<void> {
    await this.page.getByLabel('街道名称').fill(street);
    await this.button('建立台账，去导入花名册').click();
    await expect(this.page.getByRole('heading', { name: '导入花名册' })).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  row(sheetRow: number): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('cell', { name: String(sheetRow), exact: true }) });
  }

  /** The line that tells of the last import. */
  get last(): Locator {
    return this.page.getByRole('status').filter({ hasText: '上次导入' });
  }

  /** 改正 in a row of what is wrong. */
  mend(sheetRow: number): Locator {
    return this.row(sheetRow).getByRole('button', { name: '改正' });
  }

  /** Where a cell is typed over. */
  get typing(): Locator {
    return this.page.getByLabel(/改为$/);
  }

  /** A cell of a row that goes in. */
  cell(sheetRow: number, field: string): Locator {
    return this.page.locator(`[data-cell="${sheetRow} ${field}"]`);
  }

  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.getByLabel('花名册文件').setInputFiles(file);
  }

  async chooseAndFindHeader(file: string): Promise<void> {
    await this.choose(file);
    await expect(this.button('下一步：对应列')).toBeEnabled(patient);
  }

  /** Goes from the columns to the preview. */
  async judge(people: number): Promise<void> {
    await this.button(`核对 ${people} 人`).click();
    await expect(this.page.getByRole('complementary', { name: '写入后' })).toContainText('在岗网格员', patient);
  }

  /** Takes every proposal up to the preview. */
  async preview(file: string, people: number): Promise<void> {
    await this.chooseAndFindHeader(file);
    await this.button('下一步：对应列').click();
    await this.judge(people);
  }

  async commit(words: string): Promise<void> {
    await this.button(words).click();
    await expect(this.page.getByRole('heading', { name: '已写入台账' })).toBeVisible(patient);
  }

  async another(): Promise<void> {
    await this.button('再导入一个文件').click();
    await expect(this.button('下载导入模板')).toBeVisible();
  }
}
