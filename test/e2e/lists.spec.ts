// What every list screen does: the rail follows the keyboard, an act is the same wherever it is begun, filters say so and are
// cleared, and what is copied is what is shown.
import { keptBecause } from '../../shared/roster/removal.ts';
import { expect as patience, test } from './fixtures.ts';
import { GridsPage } from './pages/GridsPage.ts';
import { PlacesPage } from './pages/PlacesPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

test('the rail follows the keyboard once it rests, a form is not left, and Esc gives the list its keys back', async ({
  window,
}) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const nameAt = async (index: number) => (await workers.rows.nth(index).locator('.who-name').textContent()) ?? '';
  const shown = (name: string) => expect(workers.rail.getByRole('heading', { name, exact: true })).toBeVisible();
  await workers.rows.first().click();
  await shown(await nameAt(0));
  const asked: string[] = [];
  window.on('request', (request) => {
    if (request.url().includes('roster.workers.get')) asked.push(request.url());
  });
  await workers.hold('ArrowDown', 8);
  await shown(await nameAt(8));
  await expect(workers.list).toBeFocused();
  expect(asked.length).toBeLessThan(4);
  await window.keyboard.press('End');
  await expect(workers.rows.last()).toHaveClass(/cursor/);
  await shown((await workers.rows.last().locator('.who-name').textContent()) ?? '');
  await window.keyboard.press('Home');
  await expect(workers.rows.first()).toHaveClass(/cursor/);
  await shown(await nameAt(0));

  // What is being filled in stays.
  const first = await nameAt(0);
  await window.keyboard.press('F2');
  await expect(workers.rail.getByRole('heading', { name: `修改资料　${first}` })).toBeVisible();
  await expect(workers.field('姓名')).toBeFocused();
  await workers.list.focus();
  await window.keyboard.press('ArrowDown');
  await window.waitForTimeout(500);
  await expect(workers.rail.getByRole('heading', { name: `修改资料　${first}` })).toBeVisible();

  // Esc leaves the form, then the rail; each time the keys go to the list.
  await workers.field('姓名').focus();
  await window.keyboard.press('Escape');
  await shown(first);
  await expect(workers.list).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(workers.rail).toBeHidden();
  await expect(workers.list).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.waitForTimeout(400);
  await expect(workers.rail).toBeHidden();
});

test('F9 folds the rail with what was typed into it, and a narrow window keeps all of it in reach', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const tab = window.getByRole('button', { name: '明细' });
  await workers.list.focus();
  await window.keyboard.press('F9');
  await expect(workers.rail).toBeVisible();
  await expect(tab).toBeHidden();
  await window.keyboard.press('F2');
  await workers.field('姓名').fill('阿阿阿');
  await window.keyboard.press('F9');
  await expect(workers.rail).toBeHidden();
  await expect(workers.list).toBeFocused();
  // Nobody saves what isn't seen.
  await window.keyboard.press('Control+s');
  await tab.click();
  await expect(workers.field('姓名')).toHaveValue('阿阿阿');
  await workers.button('放弃').click();

  // Folded, the rail stays so while the arrows walk; it shows where they went, and a row that is opened opens it.
  await window.setViewportSize({ width: 911, height: 512 });
  await expect(workers.rail).toBeInViewport({ ratio: 1 });
  const nameAt = async (index: number) => (await workers.rows.nth(index).locator('.who-name').textContent()) ?? '';
  await workers.list.focus();
  await window.keyboard.press('F9');
  await window.keyboard.press('ArrowDown');
  await expect(workers.rows.nth(1)).toHaveClass(/open/);
  await expect(workers.rail).toBeHidden();
  await window.keyboard.press('F9');
  await expect(workers.rail.getByRole('heading', { name: await nameAt(1), exact: true })).toBeVisible();
  await window.keyboard.press('F9');
  await workers.rows.nth(3).click();
  await expect(workers.rail.getByRole('heading', { name: await nameAt(3), exact: true })).toBeVisible();
  await window.keyboard.press('F2');
  await expect(workers.button('保存资料')).toBeInViewport({ ratio: 1 });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(workers.rail).toBeHidden();
  await expect(tab).toBeHidden();

  // What always stands beside a screen starts folded there, and Esc folds it again.
  await window.goto(new URL('/reports', window.url()).href);
  const options = window.getByRole('complementary', { name: '导出选项' });
  await expect(window.getByRole('button', { name: '导出选项' })).toBeInViewport({ ratio: 1 });
  await expect(options).toBeHidden();
  await window.keyboard.press('F9');
  await expect(options).toBeInViewport({ ratio: 1 });
  await window.keyboard.press('Escape');
  await expect(options).toBeHidden();

  // Beside the boards it is a preview, and called so.
  await window.goto(new URL('/signboards', window.url()).href);
  await expect(window.getByRole('button', { name: '预览' })).toBeInViewport({ ratio: 1 });
});

test('after an act that moves its row the cursor stays with it', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.list.getByRole('button', { name: '姓名' }).click();
  await expect(workers.list.getByRole('columnheader', { name: '姓名' })).toHaveAttribute('aria-sort', 'ascending');
  await workers.rows.nth(3).click();
  await window.keyboard.press('F2');
  // Sorted by name, this goes to the front.
  await workers.field('姓名').fill('阿阿阿');
  await workers.save();
  await workers.expectLastAct('修改网格员 阿阿阿');
  await expect(workers.rows.first()).toContainText('阿阿阿');
  await expect(workers.cursor).toContainText('阿阿阿');
  await expect(workers.list).toBeFocused();
  await window.keyboard.press('ArrowDown');
  const second = (await workers.rows.nth(1).locator('.who-name').textContent()) ?? '';
  await expect(workers.rail.getByRole('heading', { name: second, exact: true })).toBeVisible();
});

test('an act is the same by key, menu and button; where it can’t be done it says why', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const name = (await workers.rows.nth(1).locator('.who-name').textContent()) ?? '';
  const form = workers.rail.getByRole('heading', { name: `修改资料　${name}` });
  await workers.list.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('F2');
  await expect(form).toBeVisible();
  await workers.button('放弃').click();
  await workers.button('修改资料').click();
  await expect(form).toBeVisible();
  await workers.button('放弃').click();
  await window.keyboard.press('Escape');
  await expect(workers.rail).toBeHidden();
  await window.keyboard.press('ContextMenu');
  await expect(workers.menuItem('修改资料')).toContainText('F2');
  await workers.menuItem('修改资料').click();
  await expect(form).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');

  await workers.status('未上岗');
  await workers.expectTotal('共 1 人');
  await workers.rows.first().click({ button: 'right' });
  await expect(workers.menuItem('打印指示牌')).toHaveAttribute('aria-disabled', 'true');
  await expect(workers.menuItem('打印指示牌')).toHaveAttribute('title', '没有上岗的网格，没有指示牌可打印');
  await window.keyboard.press('Escape');
  await workers.list.focus();
  await window.keyboard.press('Control+a');
  await workers.expectTotal('已选 1 人');
  await window.locator('.main .foot').getByRole('button', { name: '打印指示牌' }).click();
  await expect(window.getByText('没有上岗的网格，没有指示牌可打印')).toBeVisible();

  // On several at once it leads where it leads on one.
  await workers.status('在岗');
  await workers.expectTotal('共 161 人');
  await workers.list.focus();
  await window.keyboard.press('Space');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await workers.expectTotal('已选 2 人');
  await window.locator('.main .foot').getByRole('button', { name: '打印指示牌' }).click();
  await expect(window.getByText('只看选定的 2 个网格')).toBeVisible();
  await expect(window.getByRole('button', { name: '打印 2 块指示牌' })).toBeVisible();
});

test('filters are cleared, an empty list says what to do, and a link says what it narrowed the list to', async ({ window }) => {
  const grids = new GridsPage(window);
  await grids.openVacant();
  await grids.searchFor('没有这个网格');
  await expect(grids.list).toContainText('没有符合条件的网格');
  await grids.list.getByRole('button', { name: '清除条件' }).click();
  await grids.expectTotal('共 162 个');
  await expect(grids.search).toHaveValue('');
  await expect(grids.button('清除条件')).toBeHidden();

  const places = new PlacesPage(window);
  await places.open();
  await places.row('阳东街社区').click({ button: 'right' });
  // What can't be done with it stands there, and says why.
  await expect(grids.menuItem('删除')).toHaveAttribute('aria-disabled', 'true');
  await expect(grids.menuItem('删除')).toHaveAttribute('title', keptBecause.place);
  await grids.menuItem('查看这里的网格').first().click();
  await expect(window.locator('.filters').getByText('阳东街社区', { exact: true })).toBeVisible();
  await expect(grids.rows).toHaveCount(6);
  await grids.rows.first().click({ button: 'right' });
  await expect(grids.menuItem('删除')).toHaveAttribute('title', keptBecause.grid);
  await window.keyboard.press('Escape');
  await grids.button('清除条件').click();
  await grids.expectTotal('共 162 个');
});

test('what is copied is what is shown: filter, order, columns, selection', async ({ window, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const grids = new GridsPage(window);
  await grids.openVacant();
  await window.getByText('全部网格').click();
  await grids.expectTotal('共 162 个');
  await grids.button('列设置').click();
  await window.getByRole('checkbox', { name: '网格编码' }).uncheck();
  await window.getByRole('button', { name: '网格员 上移' }).click();
  await window.keyboard.press('Escape');
  await expect(window.locator('.column-settings')).toBeHidden();
  await window.getByRole('combobox', { name: '类别' }).click();
  await window.locator('.ant-select-dropdown:visible').getByText('农村', { exact: true }).click();
  await expect(window.locator('.main .foot')).not.toContainText('162');
  await grids.list.getByRole('button', { name: '网格', exact: true }).click();
  await expect(grids.list.getByRole('columnheader', { name: '网格', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  const copied = async () => {
    await grids.list.focus();
    await window.keyboard.press('Control+c');
    return (await grids.copied()).split('\r\n').map((line) => line.split('\t'));
  };
  const total = Number(/共 (\d+) 个/.exec((await window.locator('.main .foot').textContent()) ?? '')?.[1]);
  await expect.poll(async () => (await copied()).length).toBe(total + 1);
  const [head, ...rows] = await copied();
  expect(head?.slice(0, 4)).toEqual(['网格', '类别', '社区总支', '网格员']);
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['农村']));
  const names = rows.map((row) => row[0]);
  expect(await grids.rows.getByRole('rowheader').allTextContents()).toEqual(names.slice(0, await grids.rows.count()));

  await grids.rows.nth(2).getByRole('checkbox').click();
  await grids.rows.nth(0).getByRole('checkbox').click();
  await grids.expectTotal('已选 2 个');
  await expect.poll(async () => (await copied()).map((row) => row[0])).toEqual(['网格', names[0], names[2]]);

  // Wherever the focus is: on the tick that was just set.
  const copiedHere = async () => {
    await window.keyboard.press('Control+c');
    return (await grids.copied()).split('\r\n').map((line) => line.split('\t')[0]);
  };
  await grids.rows.nth(2).getByRole('checkbox').click();
  await expect.poll(copiedHere).toEqual(['网格', names[0]]);
  // In another order they stay ticked, under other filters it is said that they are not.
  await grids.list.getByRole('button', { name: '网格', exact: true }).click();
  await grids.expectTotal('已选 1 个');
  await grids.searchFor('石');
  await expect(window.getByText('名单的条件变了，已取消原来勾选的 1 行')).toBeVisible();
  await grids.searchFor('');
  await grids.expectTotal(`共 ${total} 个`);
  // What is open is copied where nothing is ticked.
  const open = grids.rows.nth(1).getByRole('rowheader');
  await open.click();
  await expect(grids.rail).toBeVisible();
  const [name] = await open.allTextContents();
  await expect.poll(copiedHere).toEqual(['网格', name]);
  await grids.list.focus();
  // Also where it has been scrolled away.
  await grids.list.locator('.ant-table-body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await expect(grids.rows.filter({ hasText: name ?? '' })).toHaveCount(0);
  await expect.poll(copiedHere).toEqual(['网格', name]);
});

test('ticked rows that are gone are missed, never left out in silence', async ({ window, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.status('全部');
  await workers.button('新增网格员').click();
  await workers.field('姓名').fill('公孙试一');
  await workers.save();
  await workers.expectLastAct('新增网格员 公孙试一');
  await workers.searchFor('公孙试一');
  await expect(workers.rows).toHaveCount(1);
  await workers.rows.first().getByRole('checkbox').check();
  await workers.undo();
  await expect(workers.rows).toHaveCount(0);
  await window.keyboard.press('Control+c');
  await expect(window.getByText('勾选的 1 行里有 1 行已不在名单里')).toBeVisible();
});

test('while the rail shows a row that the list does not, the keys of an act are the rail’s', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const first = await workers.rows.first().locator('.who-name').innerText();
  await workers.button('新增网格员').click();
  await workers.field('姓名').fill('公孙试一');
  await workers.save();
  await expect(workers.rail.getByRole('heading', { name: '公孙试一' })).toBeVisible();
  await workers.list.focus();
  await window.keyboard.press('F2');
  await expect(workers.field('姓名')).toHaveValue('公孙试一');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  // Nor does Esc in the command box leave the keyboard nowhere.
  await workers.list.focus();
  await window.keyboard.press('Control+k');
  await window.keyboard.press('Escape');
  await expect(workers.list).toBeFocused();
  await window.keyboard.press('F2');
  await expect(workers.field('姓名')).toHaveValue(first);
});
