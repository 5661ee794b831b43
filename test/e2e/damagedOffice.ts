// An office with one good backup whose file was damaged while the program was closed.
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';
import { expect } from './fixtures.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

export async function damagedOffice(page: Page): Promise<{ folder: string; remove: () => void; settings: SettingsPage }> {
  const { folder, remove } = temporaryFolder();
  const first = await startHost([], folder);
  await page.goto(first.address);
  const settings = new SettingsPage(page);
  await settings.found('青山街道');
  await settings.open('backup');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(settings.backupRow('手动')).toContainText('完好');
  await first.stop();
  const file = openSync(path.join(folder, 'office.gridledger'), 'r+');
  writeSync(file, Buffer.alloc(20 * 4096, 7), 0, 20 * 4096, 4096);
  closeSync(file);
  return { folder, remove, settings };
}
