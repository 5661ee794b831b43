// The office file on the screen: a backup by hand, a restore from the list, files that are refused, and a damaged office that
// comes back from its backups.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { startHost } from '../harness/host.ts';
import { damagedOffice } from './damagedOffice.ts';
import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

const serious = async (window: Page) =>
  (await new AxeBuilder({ page: window }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a backup by hand, a change, and the backup brought back', async ({ window, host }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('backup');
  await window.getByRole('button', { name: '立即备份' }).click();
  await expect(settings.backupRow('手动')).toContainText('完好，网格员 0 人');
  expect(await serious(window)).toEqual([]);

  await settings.open('office');
  await window.getByLabel('单位全称').fill('改错了的名字');
  await window.keyboard.press('Control+s');
  await expect(window.locator('.status')).toContainText('修改设置：单位信息');

  await settings.open('backup');
  await window.getByLabel('备份文件', { exact: true }).setInputFiles({
    name: '别的.gridledger',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('这不是数据库'),
  });
  await expect(window.getByText(/不是网格台账的数据文件/)).toBeVisible();
  await settings.backupRow('手动').getByRole('button', { name: '恢复' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toContainText('改错了的名字');
  await expect(dialog).toContainText('青山街道办事处');
  await dialog.getByRole('button', { name: '恢复这份备份' }).click();
  await expect(window.locator('.status')).toContainText('青山街道办事处');
  expect(readdirSync(path.join(host.folder, '换下的数据'))).toHaveLength(1);
});

test('a window left open over a restore from another one changes nothing, says so, and begins anew', async ({
  window,
  host,
  context,
}) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('backup');
  await window.getByRole('button', { name: '立即备份' }).click();
  await expect(settings.backupRow('手动')).toContainText('完好');
  const other = await context.newPage();
  await other.goto(host.address);
  await new SettingsPage(other).open('office');
  await other.getByLabel('单位全称').fill('另一个名字');
  await other.keyboard.press('Control+s');
  await expect(other.locator('.status')).toContainText('修改设置：单位信息');
  await other.getByLabel('单位全称').fill('没有保存的名字');

  await settings.backupRow('手动').getByRole('button', { name: '恢复' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '恢复这份备份' }).click();
  const aside = path.join(host.folder, '换下的数据');
  await expect.poll(() => existsSync(aside) && readdirSync(aside).length).toBe(1);
  await expect(window.locator('.status')).toContainText('青山街道办事处');
  await expect(window.getByText('台账已经换成另一份')).toBeHidden();

  await other.keyboard.press('Control+s');
  const dialog = other.getByRole('dialog', { name: '台账已经换成另一份' });
  await expect(dialog).toBeVisible();
  for (const key of ['Control+z', 'Escape']) await other.keyboard.press(key);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '先抄下没有保存的' }).click();
  await expect(other.getByLabel('单位全称')).toHaveValue('没有保存的名字');
  await other.keyboard.press('Control+z');
  await expect(other.getByText(/台账已经换过一份.*请刷新后再做/).last()).toBeVisible();
  await expect(dialog).toBeVisible();
  expect(await serious(other)).toEqual([]);
  await dialog.getByRole('button', { name: '刷新' }).click();
  await expect(other.locator('.status')).toContainText('青山街道办事处');
  await settings.open('office');
  await expect(window.getByLabel('单位全称')).toHaveValue('青山街道办事处');
  await expect(window.locator('.status')).not.toContainText('修改设置：单位信息');
});

test('backup rules: a folder that is not there is refused at its field, a good one is kept', async ({ window, host }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('backup');
  const folder = window.getByRole('textbox', { name: '备份文件夹' });
  const save = window.getByRole('button', { name: '保存备份设置' });
  await folder.fill(path.join(host.folder, '没有'));
  await save.click();
  await expect(window.getByRole('alert').filter({ hasText: '不存在' })).toBeVisible();
  await folder.fill(host.folder);
  await window.getByLabel('保留份数').fill('');
  await save.click();
  await expect(window.getByRole('alert').filter({ hasText: '请填写每日备份保留几份' })).toBeVisible();
  await window.getByLabel('保留份数').fill('7');
  await save.click();
  await expect(save).toBeDisabled();
  await window.getByRole('button', { name: '立即备份' }).click();
  await expect(settings.backupRow('手动')).toBeVisible();
  expect(readdirSync(host.folder).some((name) => name.startsWith('手动_'))).toBe(true);
});

test('a damaged office names its backups and comes back', async ({ page }) => {
  const { folder, remove, settings } = await damagedOffice(page);
  const second = await startHost([], folder);
  await page.goto(second.address);
  await expect(page.getByRole('heading', { name: '台账打不开，请从备份恢复' })).toBeVisible();
  await expect(settings.backupRow('手动')).toContainText('完好');
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: /^恢复.+的备份$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复这份备份' }).click();
  await expect(page.locator('.status')).toContainText('青山街道办事处');
  // Who sat there when the backup was made says nothing of who does now.
  await expect(page.getByRole('dialog', { name: '请问您是哪位？' })).toBeVisible();
  expect(await second.stop()).toBe(0);
  remove();
});
