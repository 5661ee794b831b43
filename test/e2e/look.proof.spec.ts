// Every screen, its forms and its dialogs at five sizes, from a 1366 screen at 150 % to a large one, and in 大字: pictures to look at
// in test/.out/look, nothing that can't be got at (cutOff.ts), and nothing serious or critical for axe.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screens } from '../../shared/screens.ts';
import { startHost } from '../harness/host.ts';
import { damagedOffice } from './damagedOffice.ts';
import { expect, test } from './fixtures.ts';
import { inLargeType, Looker } from './Looker.ts';
import { ImportsPage } from './pages/imports.ts';

const fixture = (name: string): string => path.join(import.meta.dirname, '../fixtures', name);

async function walk(looker: Looker): Promise<void> {
  const { page } = looker;
  const looks = screens.flatMap((screen): { title: string; address: string }[] => [
    { title: screen.title, address: screen.address },
    ...('parts' in screen
      ? screen.parts.map(({ title, search }) => ({
          title: `${screen.title} ${title}`,
          address: `${screen.address}?${new URLSearchParams(search as Record<string, string>).toString()}`,
        }))
      : []),
  ]);
  for (const { title, address } of looks) {
    await looker.go(address);
    await looker.look(title);
  }

  await looker.go('/workers?open=2');
  await looker.look('网格员 详情');
  await page.keyboard.press('F2');
  await looker.look('网格员 修改');
  await page.keyboard.press('Escape');
  await looker.act(1, '记录变动');
  await looker.look('网格员 记录变动');
  await looker.look('网格员 日历', () => page.locator('aside.rail .day-open').first().click());
  await looker.act(1, /照片/);
  await looker.look('网格员 照片');
  await looker.go('/workers');
  await looker.button('新增网格员').click();
  await looker.look('网格员 新增');
  await looker.go('/workers');
  await page.getByRole('checkbox', { name: '全选' }).click();
  await looker.look('网格员 已选');
  await looker.look('网格员 列设置', () => looker.button('列设置').click());
  await looker.look('网格员 更多条件', () => looker.button(/^更多条件/).click());
  await looker.look('网格员 行菜单', async () => {
    await looker.row(4).click({ button: 'right' });
  });

  for (const level of ['community', 'compound']) {
    await looker.go(`/places?level=${level}`);
    await looker.row(0).click();
    await looker.look(`社区与小区 ${level} 详情`);
    await page.keyboard.press('F2');
    await looker.look(`社区与小区 ${level} 修改`);
  }
  await looker.go('/places?level=branch');
  await looker.row(0).click();
  await looker.look('社区与小区 总支 详情');
  await page.keyboard.press('F2');
  await looker.look('社区与小区 总支 修改');

  await looker.go('/grids?vacant=1');
  await looker.row(0).click();
  await looker.look('网格 空缺');
  await page.locator('aside.rail').getByRole('button', { name: '停用' }).click();
  await looker.look('网格 停用');
  await looker.look('网格 停用 日历', () => page.locator('aside.rail .day-open').first().click());
  await page.keyboard.press('Escape');
  await looker.act(0, /指派/);
  await looker.look('网格 指派');
  await looker.go('/grids');
  await looker.row(2).click();
  await looker.look('网格 详情');
  await page.keyboard.press('F2');
  await looker.look('网格 修改');

  await looker.go('/signboards');
  await looker.row(2).click();
  await looker.look('指示牌 一块');
  await looker.go('/signboards?show=held');
  await looker.button(/(检查|打印) \d+ 块指示牌/).click();
  await expect(page.getByRole('heading', { name: '打印前检查' })).toBeVisible();
  await expect(page.locator('.boards-second')).not.toContainText('正在检查');
  await looker.look('指示牌 打印前检查');
  await looker.look('指示牌 打印内容', () => page.keyboard.press('F9'));
  for (const address of ['/reports', '/settings?tab=board']) {
    await looker.go(address);
    await looker.look(address === '/reports' ? '报表 明细' : '设置 指示牌预览', () => page.keyboard.press('F9'));
  }

  await looker.go('/photos');
  await page.getByLabel('照片或压缩包').setInputFiles({ name: '照片说明.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await looker.look('批量上传照片 一张');

  await looker.go('/settings?tab=backup');
  await looker.button('立即备份').click();
  await expect(page.locator('.backup-table tbody tr.ant-table-row').first()).toContainText('完好');
  await looker.look('设置 备份已做');
  await page.locator('.backup-table tbody tr.ant-table-row').first().getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await looker.look('设置 恢复');

  await looker.go('/');
  await page.keyboard.press('F1');
  await looker.look('帮助');
  await page.getByRole('button', { name: '快捷键' }).click();
  await looker.look('帮助 快捷键');
  await looker.go('/');
  await page.keyboard.press('Control+k');
  await looker.look('查找');
  await page.keyboard.type('w');
  await looker.look('查找 w');
  await looker.go('/');
  await looker.button('换人').click();
  await looker.look('换人');
}

test.describe('in the demo office', () => {
  test.use({ flags: ['--demo'] });

  test('every screen, form and dialog can be got at, at every size', async ({ window }) => {
    test.setTimeout(1_800_000);
    await walk(new Looker(window));
  });

  test('in 大字 too', async ({ window }) => {
    test.setTimeout(1_800_000);
    const looker = new Looker(window, inLargeType, ' 大字');
    await looker.go('/settings?tab=display');
    await window.getByRole('radio', { name: /^大字/ }).click();
    await expect(window.locator(':root')).toHaveAttribute('data-large', /.*/);
    await walk(looker);
  });
});

test('the office that does not open', async ({ page }) => {
  test.setTimeout(300_000);
  const { folder, remove, settings } = await damagedOffice(page);
  const second = await startHost([], folder);
  await page.goto(second.address);
  await expect(settings.backupRow('手动')).toContainText('完好');
  await new Looker(page).look('台账打不开');
  await second.stop();
  remove();
});

test.describe('where nobody has said who they are', () => {
  test.use({ person: null, older: true });
  test('the question', async ({ window }) => {
    test.setTimeout(300_000);
    await expect(window.getByRole('dialog')).toContainText('请问您是哪位？');
    await new Looker(window).look('请问您是哪位');
  });
});

test.describe('before an office has anything', () => {
  test('the welcome screen and each step of the import', async ({ window }) => {
    test.setTimeout(600_000);
    const looker = new Looker(window);
    await looker.look('建立台账');
    await window.getByRole('radio', { name: /打开示范数据/ }).check();
    await looker.look('建立台账 示范');
    await window.getByRole('radio', { name: /导入现有花名册/ }).check();
    await window.getByLabel('街道名称').fill('沂城街道');
    await looker.button('建立台账，去导入花名册').click();
    await expect(window.getByRole('heading', { name: '导入花名册' })).toBeVisible();
    const imports = new ImportsPage(window);
    const chooseAndLook = async (file: string, people: number, name: string) => {
      await window.getByLabel('花名册文件').setInputFiles({ name: file, mimeType: '', buffer: readFileSync(fixture(file)) });
      await expect(looker.button('下一步：对应列')).toBeEnabled({ timeout: 60_000 });
      await looker.look(`导入 ${name} 表头`);
      await looker.button('下一步：对应列').click();
      await looker.look(`导入 ${name} 对应列`);
      await imports.judge(people);
      await looker.look(`导入 ${name} 预览`);
      await looker.look(`导入 ${name} 写入后`, () => window.keyboard.press('F9'));
    };
    await chooseAndLook('roster-two-row-header.xls', 162, '首次');
    await looker.button(/^写入/).click();
    await expect(window.getByRole('heading', { name: '已写入台账' })).toBeVisible({ timeout: 60_000 });
    await looker.look('导入 结果');
    await looker.button('再导入一个文件').click();
    await chooseAndLook('roster-damaged.xlsx', 60, '有错');
    for (const tab of ['待确认', '有错', '文件中没有']) {
      await window.getByRole('tab', { name: new RegExp(tab) }).click();
      await looker.look(`导入 预览 ${tab}`);
    }
  });
});
