// The roster's lists end to end: adding, finding, changing, moving, removing and taking back; by mouse and by keyboard alone.
import type { Locator } from 'playwright/test';
import { expect as patience, test } from './fixtures.ts';
import { GridsPage } from './pages/GridsPage.ts';
import { PlacesPage } from './pages/PlacesPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

test('a worker is added, found by initials, changed, removed and brought back', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.button('新增网格员').click();
  await workers.field('身份证号').fill('371323196309069658');
  await workers.field('手机号码').fill('1350506');
  await workers.save();
  await expect(workers.rail).toContainText('请填写姓名');
  await expect(workers.rail).toContainText('手机号码应为 11 位');
  await expect(workers.rail).toContainText('校验位不符');

  // Closed by accident, nothing is lost; Enter walks from field to field.
  await workers.page.keyboard.press('Escape');
  await workers.button('新增网格员').click();
  await expect(workers.rail).toContainText('已恢复上次没有保存的内容');
  await expect(workers.field('手机号码')).toHaveValue('1350506');
  await expect(workers.field('身份证号')).toHaveValue('');
  await workers.field('姓名').fill('欧阳晓晴');
  await workers.field('姓名').press('Enter');
  await expect(workers.field('身份证号')).toBeFocused();
  await workers.field('身份证号').fill('371323196309069659');
  await workers.field('手机号码').fill('15035060152');
  await expect(workers.rail.getByLabel('男')).toBeChecked();
  await expect(workers.field('出生年月')).toHaveValue('1963-09');
  await workers.save();
  await workers.expectLastAct('新增网格员 欧阳晓晴');
  await expect(workers.rail).toContainText('371323**********59');

  await workers.status('未上岗');
  await workers.searchFor('oyxq');
  await expect(workers.rows).toHaveCount(1);
  await window.keyboard.press('F2');
  await workers.field('姓名').fill('欧阳晓清');
  await workers.save();
  await workers.expectLastAct('修改网格员 欧阳晓清');
  await expect(workers.row('欧阳晓清')).toBeVisible();

  await workers.rail.getByRole('button', { name: '删除' }).click();
  await workers.button('删除 欧阳晓清').click();
  await workers.expectLastAct('删除网格员 欧阳晓清');
  await expect(workers.list).toContainText('没有符合条件的网格员');
  await workers.undo();
  await expect(workers.row('欧阳晓清')).toBeVisible();
});

test('the longest of names is read whole in the list, in the form and beside its grid', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.rows.first().click();
  await window.keyboard.press('F2');
  const name = workers.field('姓名');
  await name.fill('阿卜杜热合曼·麦麦提吐尔逊');
  /** Pixels; glyphs reach a little over a line. */
  const lost = (place: Locator) =>
    place.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
      Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight),
    );
  expect(await lost(name)).toBeLessThan(4);
  await workers.save();
  await workers.expectLastAct('阿卜杜热合曼·麦麦提吐尔逊');
  for (const address of ['/workers', '/grids', '/signboards']) {
    // oxlint-disable no-await-in-loop -- one window
    await window.goto(new URL(address, window.url()).href);
    const shown = window.locator('.who-name', { hasText: '阿卜杜热合曼·麦麦提吐尔逊' });
    await expect(shown).toBeVisible();
    expect(await lost(shown), address).toBeLessThan(4);
    const row = window.locator('.list tbody tr.ant-table-row', { has: shown });
    expect((await row.boundingBox())?.height, address).toBe(
      (await window.locator('.list tbody tr.ant-table-row').last().boundingBox())?.height,
    );
    // oxlint-enable no-await-in-loop
  }
});

test('what can’t be taken stays in the field and is told, never rounded, cut or dropped; full-width digits are taken', async ({
  window,
}) => {
  const grids = new GridsPage(window);
  await grids.openVacant();
  await grids.rows.first().click();
  await grids.button('修改资料').click();
  const households = grids.field('户数');
  for (const typed of ['abc', '-5', '12.5', '99999999999']) {
    await households.fill(typed);
    await grids.save();
    await expect(grids.rail).toContainText(`“${typed}”不能填在这里，请填 0 到 1 亿的整数`);
    await households.press('Tab');
    await expect(households).toHaveValue(typed);
  }
  await households.fill('１，３５８');
  // Neither is what is too long cut to what would be a code, or a note.
  for (const [title, typed, words] of [
    ['网格编码', '3713230010010012', '网格编码应为 15 位数字'],
    ['备注', '长'.repeat(1001), '备注太长，请缩短到 1000 字以内'],
  ] as const) {
    const field = grids.field(title);
    const before = await field.inputValue();
    await field.fill(typed);
    await grids.save();
    await expect(grids.rail).toContainText(words);
    await expect(field).toHaveValue(typed);
    await field.fill(before);
  }
  await grids.save();
  await grids.expectLastAct('修改网格');
  await expect(grids.rail).toContainText('1358');
});

test('a transfer leaves a vacancy, which is filled from the grids', async ({ window }) => {
  const grids = new GridsPage(window);
  await grids.openVacant();
  const vacant = (await grids.rows.first().getByRole('rowheader').textContent()) ?? '';

  const workers = new WorkersPage(window);
  await workers.open();
  const name = (await workers.rows.first().locator('.who-name').textContent()) ?? '';
  await workers.rows.first().click();
  const left = (await workers.rail.locator('.detail-facts a').textContent()) ?? '';
  await workers.button('记录变动').click();
  await workers.choose('调到哪个网格', vacant, vacant);
  await expect(workers.rail).toContainText(`${left}自`);
  await workers.save();
  await workers.expectLastAct(`调整${name}到${vacant}`);
  await expect(workers.rail.locator('.posting').first()).toContainText(vacant);
  await expect(workers.rail.locator('.posting').nth(1)).toContainText(left);

  await grids.openVacant();
  await grids.row(left).click();
  await grids.button('指派网格员').click();
  await grids.button('新增网格员并上岗').click();
  await grids.field('姓名').fill('欧阳晓晴');
  await grids.save();
  await grids.expectLastAct(`录用欧阳晓晴，上岗${left}`);
  await expect(grids.list).toContainText('没有空缺的网格');
});

test('the list is walked, opened, selected and copied by keyboard alone', async ({ window, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const workers = new WorkersPage(window);
  await workers.open();
  await window.keyboard.press('Control+f');
  await expect(workers.search).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(workers.list).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const second = (await workers.rows.nth(1).locator('.who-name').textContent()) ?? '';
  await expect(workers.rail.getByRole('heading', { name: second })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(workers.rail).toBeHidden();
  await workers.list.focus();
  await window.keyboard.press('Space');
  await workers.expectTotal('已选 1 人');
  await window.keyboard.press('Control+c');
  await expect(window.getByText('已复制 1 行')).toBeVisible();
  const lines = (await workers.copied()).split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^姓名\t网格\t/);
  expect(lines[1]?.startsWith(`${second}\t`)).toBe(true);
  const html = await window.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item ? (await item.getType('text/html')).text() : '';
  });
  expect(html).toContain('mso-number-format');

  await window.keyboard.press('Control+a');
  await workers.expectTotal('已选 161 人');
  await window.keyboard.press('Control+c');
  await expect(window.getByText('已复制 161 行')).toBeVisible();
  expect((await workers.copied()).split('\r\n')).toHaveLength(162);
});

test('columns and filters come back as they were left', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const heads = workers.list.getByRole('columnheader');
  await workers.button('列设置').click();
  await window.getByRole('checkbox', { name: '网格编码' }).check();
  await window.getByRole('checkbox', { name: '身份证号' }).uncheck();
  await window.getByRole('button', { name: '社区总支 上移' }).click();
  await window.keyboard.press('Escape');
  await expect(heads.filter({ hasText: '网格编码' })).toHaveCount(1);
  const foot = window.locator('.main .foot');
  await expect(foot).toHaveText(/共 \d+ 人/);
  const serving = await foot.textContent();
  await workers.status('已离岗');
  await expect(foot).not.toHaveText(serving ?? '');
  const left = await foot.textContent();
  await window.waitForLoadState('networkidle');

  await window.goto(new URL('/workers', window.url()).href);
  await expect(heads.filter({ hasText: '网格编码' })).toHaveCount(1);
  await expect(heads.filter({ hasText: '身份证号' })).toHaveCount(0);
  await expect(heads.nth(2)).toHaveText('社区总支');
  await expect(foot).toHaveText(left ?? '');

  // A search for an ID number is forgotten, not what is chosen beside it.
  await workers.searchFor('371323198001010010');
  await expect(window).toHaveURL(/search=/);
  await workers.status('未上岗');
  await expect(window).toHaveURL(/status=unassigned/);
  await workers.searchFor('');
  await workers.expectTotal('共 1 人');
  await window.waitForLoadState('networkidle');
  await window.goto(new URL('/workers', window.url()).href);
  await workers.expectTotal('共 1 人');
});

test('pinyin being composed neither searches nor enters', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const questions: string[] = [];
  window.on('request', (request) => {
    if (request.url().includes('roster.workers.list')) questions.push(request.url());
  });
  await workers.search.focus();
  const devtools = await window.context().newCDPSession(window);
  await devtools.send('Input.imeSetComposition', { text: "wang'xiu", selectionStart: 8, selectionEnd: 8 });
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await window.waitForTimeout(500);
  expect(questions).toEqual([]);
  await workers.expectTotal('共 161 人');
  await devtools.send('Input.insertText', { text: '王秀' });
  await expect(workers.search).toHaveValue('王秀');
  await expect(workers.rows.first()).toContainText('王秀');
  expect(questions.length).toBeGreaterThan(0);
});

test('a renaming asks from when it holds, and the days before keep the former name', async ({ window }) => {
  const places = new PlacesPage(window);
  await places.open();
  await places.row('徐家洼村').click();
  await places.button('修改资料').click();
  await places.field('社区（村居）名称').fill('徐家洼新村');
  await places.save();
  await expect(places.rail).toContainText('请选择');
  await places.rail.getByLabel(/从某日起更名/).check();
  await places.save();
  await expect(places.row('徐家洼新村')).toBeVisible();
  await expect(places.rail).toContainText('曾用名 徐家洼村');
  await expect(places.rail.getByRole('link', { name: '徐家洼新村网格' })).toBeVisible();
  // The thirtieth of June keeps its names.
  await expect.poll(() => places.namesOn('2026-06-30', '徐家洼')).toEqual(['徐家洼村']);
  await places.undo();
  await expect(places.rail.getByRole('heading', { name: '徐家洼村', exact: true })).toBeVisible();

  await places.button('新增社区').click();
  await places.field('社区（村居）名称').fill('新河村');
  await places.field('统计用区划代码').fill('371323001299');
  await places.save();
  await places.expectLastAct('新河村');
  await expect(places.rail).toContainText('农村');
  await places.rail.getByRole('button', { name: '删除' }).click();
  await places.button('删除 新河村').click();
  await places.searchFor('xhc');
  await expect(places.list).toContainText('没有符合条件的社区');
});
