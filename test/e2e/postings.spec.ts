// Who serves where from when: a successor for tomorrow's vacancy, somebody who holds two grids, and other roles in a grid.
import { addDays } from '../../shared/rules/day.ts';
import { expect as patience, test } from './fixtures.ts';
import { GridsPage } from './pages/GridsPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

/** Opens a row and gives its worker's name and grid. */
async function openRow(workers: WorkersPage, index: number): Promise<{ name: string; grid: string }> {
  const row = workers.rows.nth(index);
  const name = (await row.locator('.who-name').textContent()) ?? '';
  await row.click();
  await expect(workers.rail.getByRole('heading', { name })).toBeVisible();
  return { name, grid: (await workers.rail.locator('.detail-facts a').textContent()) ?? '' };
}

test('a successor for tomorrow’s vacancy is named, the day first', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const today = await window.getByRole('textbox', { name: '统计日期' }).inputValue();
  const [lastDay, next] = [today, addDays(today, 1)];
  const { name, grid } = await openRow(workers, 0);
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('离职').check();
  await workers.save();
  await workers.expectLastAct(`记录${name}离职`);
  await expect(workers.field('最后在岗日')).toBeHidden();

  await workers.status('未上岗');
  await workers.expectTotal('共 1 人');
  const idle = (await workers.rows.first().locator('.who-name').textContent()) ?? '';
  await workers.rows.first().click();
  await workers.button('记录变动').click();
  await workers.field('网格').fill(grid);
  await expect(window.getByText('没有找到', { exact: true })).toBeVisible();
  await workers.setDay('上岗日期', next);
  await workers.choose('网格', grid, grid);
  // The day changed back, the field says why the grid will not do, and nothing is saved.
  await workers.setDay('上岗日期', lastDay);
  await expect(workers.rail).toContainText(`${grid}在 ${lastDay} 由${name}负责`);
  await workers.save();
  await expect(workers.field('上岗日期')).toBeVisible();
  await workers.setDay('上岗日期', next);
  await expect(workers.rail).not.toContainText('请另选网格');
  await workers.save();
  await workers.expectLastAct(`录用${idle}，上岗${grid}`);
  await expect(workers.rail.locator('.posting').first()).toContainText(`${next} 起`);
});

test('the grid offers a successor as soon as its holder is going', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const today = await window.getByRole('textbox', { name: '统计日期' }).inputValue();
  const { name } = await openRow(workers, 0);
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('退休').check();
  await workers.setDay('最后在岗日', addDays(today, 3));
  await workers.save();
  await workers.expectLastAct(`记录${name}退休`);

  await workers.rail.locator('.detail-facts a').click();
  const grids = new GridsPage(window);
  await expect(grids.rail).toContainText(`任职到 ${addDays(today, 3)}`);
  await grids.button('指派接任').click();
  await expect(grids.field('上岗日期')).toHaveValue(addDays(today, 4));
  await grids.setDay('上岗日期', today);
  await expect(grids.rail).toContainText(`在 ${today} 由${name}负责`);
  await grids.setDay('上岗日期', addDays(today, 4));
  await grids.field('网格员').click();
  await window.locator('.ant-select-item-option').first().click();
  await grids.save();
  await grids.expectLastAct('录用');
  await expect(grids.rail.locator('.posting').first()).toContainText(`${addDays(today, 4)} 起`);
  await expect(grids.button('指派接任')).toBeHidden();
});

test('who holds two grids is one row that names both, and each act asks which', async ({ window }) => {
  const workers = new WorkersPage(window);
  const grids = new GridsPage(window);
  await grids.openVacant();
  const vacant = (await grids.rows.first().getByRole('rowheader').textContent()) ?? '';
  await workers.open();
  await expect(window.locator('.main .foot')).toHaveText(/共 \d+ 人/);
  const total = await window.locator('.main .foot').textContent();
  const { name, grid } = await openRow(workers, 1);
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('兼任或其他身份').check();
  await workers.choose('网格', vacant, vacant);
  await workers.field('兼任（同时负责两个网格）').uncheck();
  await workers.save();
  await expect(workers.rail).toContainText('请勾选兼任');
  await workers.field('兼任（同时负责两个网格）').check();
  await workers.save();
  await workers.expectLastAct(`${name}兼任${vacant}`);
  await expect(workers.row(name)).toHaveCount(1);
  await expect(workers.row(name)).toContainText(grid);
  await expect(workers.row(name)).toContainText(vacant);
  await expect(window.locator('.main .foot')).toHaveText(total ?? '');
  await expect(workers.rail.locator('.detail-facts a')).toHaveText([grid, vacant]);

  await workers.button('记录变动').click();
  await workers.save();
  await expect(workers.rail).toContainText('请选择是哪个网格');

  // Another role needs no vacancy.
  await workers.rail.getByLabel('兼任或其他身份').check();
  await workers.field('身份').click();
  await window.locator('.ant-select-dropdown').getByText('网格长', { exact: true }).click();
  await workers.choose('网格', grid, grid);
  await workers.save();
  await workers.expectLastAct(`${name}任${grid}网格长`);
  await workers.rail.locator('.detail-facts a').first().click();
  await expect(grids.rail.locator('.kv')).toContainText(`网格长${name}`);

  // Either ends by itself.
  await grids.rail.locator('.kv').getByRole('link', { name }).click();
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('离职').check();
  await expect(workers.rail.locator('.consequence')).toContainText(`任${grid}的网格长也到这一天为止`);
  await workers.rail.getByLabel('结束兼任或身份').check();
  await workers.rail.getByLabel(`${vacant}（兼任）`).check();
  await expect(workers.rail.locator('.consequence')).toHaveText(/其他任职不变/);
  await workers.save();
  await workers.expectLastAct(`结束${name}兼任${vacant}`);
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('结束兼任或身份').check();
  await expect(workers.rail.locator('.consequence')).toContainText(`任${grid}的网格长到`);
  await workers.save();
  await workers.expectLastAct(`结束${name}的${grid}网格长身份`);
});

test('a first day typed for one posting is still there after a look at another', async ({ window }) => {
  const workers = new WorkersPage(window);
  const grids = new GridsPage(window);
  await grids.openVacant();
  const vacant = (await grids.rows.first().getByRole('rowheader').textContent()) ?? '';
  await workers.open();
  await workers.rows.first().click();
  await workers.button('记录变动').click();
  await workers.choose('调到哪个网格', vacant, vacant);
  await workers.save();
  await workers.expectLastAct('调整');

  await workers.button('更正上岗日期').click();
  const [latest, earlier] = [workers.rail.getByRole('radio').nth(0), workers.rail.getByRole('radio').nth(1)];
  const day = workers.field('上岗日期');
  await latest.check();
  await day.fill('2019年6月31日');
  await earlier.check();
  await expect(day).not.toHaveValue('2019年6月31日');
  const other = await day.inputValue();
  await workers.field('上岗日期不详').check();
  await latest.check();
  await expect(day).toHaveValue('2019年6月31日');
  await expect(workers.field('上岗日期不详')).not.toBeChecked();
  await workers.save();
  await expect(workers.rail.locator('.ant-form-item-explain-error')).toHaveText(['日历上没有“2019年6月31日”这一天，请核对']);
  await earlier.check();
  await expect(workers.field('上岗日期不详')).toBeChecked();
  await workers.field('上岗日期不详').uncheck();
  await expect(day).toHaveValue(other);
  // Neither does the draft forget the one that doesn't show.
  await window.keyboard.press('Escape');
  await workers.button('更正上岗日期').click();
  await expect(day).toHaveValue(other);
  await latest.check();
  await expect(day).toHaveValue('2019年6月31日');
  await workers.button('放弃').click();
});
