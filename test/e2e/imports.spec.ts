// The import wizard in the window: the office's own files go in with nothing typed, the damaged one is told cell by cell, and
// one click takes an import back.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { ImportsPage } from './pages/imports.ts';

const fixture = (name: string): string => path.join(import.meta.dirname, '../fixtures', name);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([]);
}

test('the legacy roster goes in whole with nothing typed, and one click takes it back', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  await imports.chooseAndFindHeader(fixture('roster-two-row-header.xls'));
  await expect(window.getByText('认出 162 人')).toBeVisible();
  await expect(imports.button('第 4 行作表头')).toHaveAttribute('aria-pressed', 'true');
  await expect(imports.button('第 5 行作表头')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(window);
  await imports.button('下一步：对应列').click();
  await expect(window.getByRole('cell', { name: '基本情况/姓名' })).toBeVisible();
  await expectAccessible(window);

  // Leaving the screen loses nothing.
  await window.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '今日' }).click();
  await window.goBack();
  await imports.judge(162);
  await expect(window.getByText('文件 162 行 ＝ 162＋0＋0＋0')).toBeVisible();
  await imports.commit('写入新增 162 人');
  await imports.button('撤销这次导入').click();
  await expect(window.getByRole('heading', { name: '这次导入已撤销，台账回到导入以前' })).toBeVisible();
});

test('the damaged roster is told cell by cell, and what is held is answered in place', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  await imports.preview(fixture('roster-two-row-header.xls'), 162);
  await imports.commit('写入新增 162 人');
  await imports.another();
  await imports.preview(fixture('roster-damaged.xlsx'), 60);
  await expect(window.getByText('文件 60 行 ＝ 0＋0＋47＋3＋10')).toBeVisible();
  await imports.tab('有错 10').click();
  await expect(imports.row(32)).toContainText('台账中没有这个社区，可能是“长虹社区”');
  await expect(imports.row(22)).toContainText('与第 21 行的身份证号相同');
  await expectAccessible(window);
  await imports.tab('待确认 3').click();
  await imports.row(17).getByRole('button', { name: '已核对，照写' }).click();
  await imports.row(42).getByRole('button', { name: '换成 18 位写入' }).click();
  await imports.row(25).getByRole('button', { name: '不导入' }).click();
  await expect(window.getByText('文件 60 行 ＝ 0＋1＋48＋11')).toBeVisible();
  await imports.tab('变更 1').click();
  await expect(imports.row(17)).toContainText('18999999999');
  await expectAccessible(window);
  const marked = window.waitForEvent('download');
  await imports.button('导出标错后的文件').click();
  expect((await marked).suggestedFilename()).toBe('roster-damaged_导入结果.xlsx');
  await imports.commit('写入变更 1 人');
});

test('a wrong value is mended in the preview, typed or chosen, and the last result is no new one', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  await imports.preview(fixture('roster-two-row-header.xls'), 162);
  await imports.commit('写入新增 162 人');
  // A reload right after shows the result still.
  await window.reload();
  await expect(window.getByRole('heading', { name: '已写入台账' })).toBeVisible();
  await window.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '今日' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
  await window.goBack();
  await expect(imports.last).toContainText('“roster-two-row-header.xls”：新增 162 人');
  await window.reload();
  await imports.last.getByRole('button', { name: '查看结果' }).click();
  await expect(window.getByRole('heading', { name: '已写入台账' })).toBeVisible();
  await imports.another();
  await expect(imports.last.getByRole('button', { name: '撤销' })).toBeVisible();

  await imports.preview(fixture('roster-damaged.xlsx'), 60);
  await imports.tab('有错 10').click();
  await imports.row(32).getByRole('button', { name: '是“长虹社区”' }).click();
  await expect(window.getByText('第 32 行已改，归入“相同”')).toBeVisible();
  await imports.tab('有错 9').click();
  // Esc gives up; what is typed stays over a change of the tab until Enter saves it.
  await imports.mend(28).press('F2');
  await imports.typing.fill('138');
  await imports.typing.press('Escape');
  await expect(imports.typing).toHaveCount(0);
  await imports.mend(28).press('F2');
  await imports.typing.fill('13912340000');
  await imports.tab('相同 48').click();
  await imports.cell(2, 'mobile').dblclick();
  await imports.typing.fill('13900001111');
  await imports.typing.press('Enter');
  await expect(window.getByText('第 2 行已改，归入“变更”')).toBeVisible();
  await imports.button('写入变更 1 人').click();
  await expect(window.getByText('还有 1 格改了没有保存')).toBeVisible();
  await imports.tab('有错 9').click();
  await expect(imports.typing).toHaveValue('13912340000');
  await imports.typing.press('Enter');
  await expect(window.getByText('第 28 行已改，归入“变更”')).toBeVisible();
  await expect(imports.mend(35)).toBeFocused();
  await expectAccessible(window);

  // By the keyboard alone, and back to what the file says.
  await imports.tab('变更 2').click();
  await expect(imports.cell(2, 'mobile')).toContainText('13900001111');
  await imports.cell(2, 'name').focus();
  await imports.cell(2, 'name').press('ArrowRight');
  await imports.cell(2, 'community').press('ArrowRight');
  await imports.cell(2, 'mobile').press('F2');
  await imports.button('恢复原值').click();
  await expect(window.getByText('第 2 行已改，归入“相同”')).toBeVisible();
  await expectAccessible(window);
  await imports.commit('写入变更 1 人');
  await window.getByRole('link', { name: '今日' }).click();
  await window.goBack();
  await imports.last.getByRole('button', { name: '撤销' }).click();
  await expect(imports.last).toContainText('变更 1 人，其中在预览中改正 1 格，已撤销');
});

test('the GBK file goes into an empty office, dropped onto another screen', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  const bytes = [...readFileSync(fixture('roster-gbk.csv'))];
  await window.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '今日' }).click();
  await expect(window.getByRole('heading', { name: '今日' })).toBeVisible();
  await window.evaluate((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], '花名册.csv'));
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(window.getByText('CSV，GBK')).toBeVisible();
  await imports.button('下一步：对应列').click();
  await imports.judge(120);
  await imports.commit('写入新增 120 人');
});

test('a file that is no roster is told in words, and nothing is lost', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  await imports.choose({ name: '照片.xlsx', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) });
  await expect(window.getByText('“照片.xlsx”其实是 JPEG 图片，不是表格。')).toBeVisible();
  await expect(imports.button('选择文件').first()).toBeEnabled();
});
