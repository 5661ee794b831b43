// 批量上传照片 as a person uses it.
import type { Locator, Page } from 'playwright/test';

export class PhotosPage {
  readonly window: Page;
  readonly rail: Locator;

  constructor(window: Page) {
    this.window = window;
    this.rail = window.locator('aside.rail');
  }

  async open(): Promise<void> {
    await this.window.goto(new URL('/photos', this.window.url()).href);
  }

  chooseFolder(folder: string): Promise<void> {
    return this.window.getByLabel('照片文件夹').setInputFiles(folder);
  }

  chooseFiles(...files: Parameters<Locator['setInputFiles']>): Promise<void> {
    return this.window.getByLabel('照片或压缩包').setInputFiles(...files);
  }

  tab(label: string): Locator {
    return this.window.getByRole('tab', { name: new RegExp(label) });
  }

  row(text: string): Locator {
    return this.window.locator('.list tbody tr', { hasText: text });
  }

  get write(): Locator {
    return this.window.getByRole('button', { name: /上传 \d+ 张照片/ });
  }

  /** What was uploaded last. */
  get uploaded(): Locator {
    return this.window.getByRole('status').filter({ hasText: '已上传' });
  }

  tick(text: string): Locator {
    return this.row(text).getByRole('checkbox');
  }

  /** Drops a folder of the disk onto the screen. */
  async dragIn(folder: string): Promise<void> {
    await this.window.getByRole('heading', { name: '批量上传照片' }).waitFor();
    const session = await this.window.context().newCDPSession(this.window);
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 700,
        y: 400,
        data: { items: [], files: [folder], dragOperationsMask: 1 },
      });
    await session.detach();
  }

  /** Assigns the open file to the first person found. */
  async assign(text: string): Promise<void> {
    const box = this.rail.getByRole('combobox', { name: '这是谁的照片' });
    await box.click();
    await box.fill(text);
    await this.window.locator('.ant-select-item-option').first().click();
  }
}
