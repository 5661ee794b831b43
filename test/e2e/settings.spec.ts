// 设置, part by part: what is typed is saved, kept as a draft, refused at its field, and taken back by one undo.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/SettingsPage.ts';

test('the office, its quotas, its boards', async ({ window }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('office');
  for (const typed of ['12', '371323001001']) {
    await window.getByLabel('街道区划代码').fill(typed);
    await window.keyboard.press('Control+s');
    await expect(window.getByText('街道区划代码应为 9 位数字')).toBeVisible();
    await expect(window.getByLabel('街道区划代码')).toHaveValue(typed);
  }
  await window.getByLabel('办公电话').fill('1'.repeat(31));
  await window.keyboard.press('Control+s');
  await expect(window.getByText('文字太长，请缩短到 30 字以内')).toBeVisible();
  await window.getByLabel('办公电话').fill('');
  await window.getByLabel('街道区划代码').fill('371323001');
  await settings.part('编制').click();
  await expect(window.getByText('没有保存的内容已保留')).toBeVisible();
  await window.getByLabel('城市网格').fill('83');
  await window.getByLabel('农村网格').fill('79');
  await window.getByLabel('社区（村居）').fill('96');
  await window.getByLabel('居民小区').fill('66');
  await expect(window.getByText(/社区加小区 162 个，城市加农村网格 162 个，三者相符/)).toBeVisible();
  await window.getByRole('button', { name: '保存编制' }).click();
  await expect(window.locator('.status')).toContainText('修改设置：编制');

  await settings.part('单位信息').click();
  await expect(window.getByText('已恢复上次没有保存的内容')).toBeVisible();
  await expect(window.getByLabel('街道区划代码')).toHaveValue('371323001');
  await window.getByRole('button', { name: '保存单位信息' }).click();
  await expect(window.getByRole('button', { name: '保存单位信息' })).toBeDisabled();
  await window.locator('.status').getByRole('button', { name: '撤销' }).click();
  await expect(window.getByLabel('街道区划代码')).toHaveValue('');

  await settings.part('指示牌内容').click();
  await window.getByLabel('监督电话').fill('0539-2251234');
  await window.getByRole('button', { name: '第 1 条下移' }).click();
  await expect(window.getByLabel('第 1 条职责的名称')).toHaveValue('巡查走访');
  await window.getByRole('button', { name: '删除第 6 条' }).click();
  await expect(window.locator('.board-sample')).toContainText('0539-2251234');
  await window.getByRole('button', { name: '保存指示牌内容' }).click();
  await expect(window.locator('.status')).toContainText('修改设置：指示牌内容');
});

test('what is typed while it is saved stays, and an unseen text is refused', async ({ window }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('office');
  await window.route('**/trpc/**', async (route) => {
    if (route.request().url().includes('saveOffice')) await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  const phone = window.getByLabel('办公电话');
  await phone.fill('0539-1112222');
  await window.keyboard.press('Control+s');
  await phone.fill('0539-3334444');
  await expect(window.locator('.status')).toContainText('修改设置：单位信息');
  await expect(phone).toHaveValue('0539-3334444');
  await expect(window.getByRole('button', { name: '保存单位信息' })).toBeEnabled();
  await window.getByLabel('街道区划代码').fill('371 323 ００１');
  await window.keyboard.press('Control+s');
  await expect(window.getByRole('button', { name: '保存单位信息' })).toBeDisabled();
  await expect(window.getByLabel('街道区划代码')).toHaveValue('371323001');
  await expect(phone).toHaveValue('0539-3334444');
  await settings.open('board');
  await window.getByLabel('标题', { exact: true }).fill('\u3164\u200b');
  await window.keyboard.press('Control+s');
  await expect(window.getByText('没有看得见的字，请重新填写')).toBeVisible();
});

test('its words, its acts, its type, and nothing serious for axe', async ({ window }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('dictionaries');
  await window.getByRole('button', { name: '新增用工来源' }).click();
  await window.getByLabel('全称').fill('公益性岗位安置');
  await window.getByLabel('简称').fill('公益岗');
  await window.keyboard.press('Enter');
  await expect(window.locator('.entries')).toContainText('公益性岗位安置');
  await expect(window.getByLabel('全称')).toHaveCount(0);
  // The form belongs to its dictionary, and goes with it.
  await window.getByRole('button', { name: '新增用工来源' }).click();
  await window.getByLabel('全称').fill('劳务派遣');
  await window.getByText('管理单位', { exact: true }).click();
  await expect(window.getByText('这一项没有保存，填的内容没有保留')).toBeVisible();
  await expect(window.getByLabel('全称')).toHaveCount(0);

  await settings.part('操作记录').click();
  const act = window.locator('.list tbody tr', { hasText: '公益性岗位安置' });
  await act.getByRole('button', { name: '撤销' }).click();
  await window.getByRole('dialog').getByRole('button', { name: '撤销这次操作' }).click();
  await expect(act.filter({ hasNotText: '撤销：' })).toContainText('已撤销');

  await settings.part('显示').click();
  // The choice is shown once it is saved, so it is clicked, not checked.
  await window.getByRole('radio', { name: /大字/ }).click();
  await expect(window.locator('html')).toHaveAttribute('data-large');
  for (const tab of ['board', 'dictionaries', 'audit']) {
    await settings.open(tab);
    await window.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page: window }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      tab,
    ).toEqual([]);
  }
});

test('what a restore left is listed with its size and age, and cleared once that is asked', async ({ window, host }) => {
  const folder = path.join(host.folder, '换下的数据');
  const name = '20260101_080000_office.gridledger';
  mkdirSync(folder);
  writeFileSync(path.join(folder, name), Buffer.alloc(3_000_000));
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('backup');
  const left = window.getByRole('region', { name: '换下的数据和待恢复的文件' });
  const row = left.getByRole('row').filter({ hasText: '恢复或重新开始时换下的台账' });
  await expect(row).toContainText('天前');
  await expect(row).toContainText('2.9 MB');
  const dialog = window.getByRole('dialog');
  const clear = async () => {
    await row.getByRole('button', { name: '清除' }).click();
    await expect(dialog).toContainText('清除后找不回来');
    await dialog.getByRole('button', { name: '清除', exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await window.getByRole('button', { name: '立即备份' }).click();
  await expect(settings.backupRow('手动')).toContainText('完好');
  await clear();
  await expect(left).toBeHidden();
  expect(existsSync(path.join(folder, name))).toBe(false);
  await expect(settings.backupRow('手动')).toBeVisible();
});
