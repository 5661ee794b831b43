// The command box and the help, by the keyboard alone; neither acts while pinyin is being composed. It finds, it acts, it knows what was
// opened last, and it leaves every list filtered as it was.
import { expect as patience, test } from './fixtures.ts';
import { CommandBox } from './pages/CommandBox.ts';
import { PersonDialog } from './pages/PersonDialog.ts';
import { PlacesPage } from './pages/PlacesPage.ts';
import { SettingsPage } from './pages/SettingsPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

test('people, places, screens and help are found, and Enter goes there', async ({ window }) => {
  const box = new CommandBox(window);
  await box.open();
  await window.keyboard.type('wxy');
  await expect(box.group('网格员').getByRole('option')).toContainText(['王秀英', '王秀英']);
  await window.keyboard.press('ArrowDown');
  await expect(box.chosen).toContainText('前石良村网格');
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/\/workers\?.*open=\d+/);
  await expect(box.list).toBeHidden();

  await box.open();
  await window.keyboard.type('石良店子');
  await expect(box.group('社区与小区')).toContainText('石良店子村');
  await expect(box.group('网格')).toContainText('空缺');
  await window.keyboard.press('Escape');
  await window.keyboard.type('bb');
  await expect(box.group('页面')).toContainText('报表');
  await window.keyboard.press('Escape');
  await window.keyboard.type('没有这个人');
  await expect(box.list).toContainText('没有找到“没有这个人”');
  await window.keyboard.press('Escape');
  await window.keyboard.type('快捷键');
  await expect(box.chosen).toContainText('快捷键');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toContainText('Ctrl+K');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog').getByRole('heading', { name: '网格员' })).toBeVisible();
  await window.keyboard.press('Escape');

  // While pinyin is being composed nothing is asked.
  await box.open();
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
  await window.waitForTimeout(400);
  await expect(box.list).toBeHidden();
  await input.send('Input.insertText', { text: '王秀英' });
  await expect(box.group('网格员').getByRole('option')).toHaveCount(2);
});

test('a screen called just so comes before rows that merely hold its name', async ({ window }) => {
  const box = new CommandBox(window);
  await box.take('网格', '网格');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('网格');
  await box.take('czjl', '操作记录');
  await expect(window).toHaveURL(/\/settings\?tab=audit/);
  await box.take('xzxq', '新增小区');
  await expect(window.getByRole('complementary').getByLabel('小区名称')).toBeVisible();
  await expect(window).toHaveURL(/level=compound/);
});

test('it undoes and does again, saying what; backs up, lets somebody else sit down, and exports', async ({ window }) => {
  const box = new CommandBox(window);
  const settings = new SettingsPage(window);
  const last = window.locator('.status .last');
  await settings.open('office');
  await window.getByLabel('单位全称').fill('沂城街道办');
  await window.keyboard.press('Control+s');
  await expect(last).toContainText('修改设置：单位信息');
  await box.take('撤销', '修改设置：单位信息');
  await expect(last).toContainText('已撤销：修改设置：单位信息');
  await expect(window.locator('.status')).toContainText('沂城街道办事处');
  await box.take('重做', '修改设置：单位信息');
  await expect(last).toContainText('重做：修改设置：单位信息');

  // Enter does nothing in an empty box before an arrow chose.
  await box.open();
  await expect(box.group('操作')).toContainText('Ctrl+Z');
  await expect(box.chosen).toBeHidden();
  await window.keyboard.press('Enter');
  await expect(box.list).toBeVisible();
  await expect(last).toContainText('重做：修改设置：单位信息');
  await window.keyboard.press('Escape');
  await expect(box.list).toBeHidden();

  await box.take('ljbf', '立即备份');
  await expect(window.locator('.status')).toContainText('上次备份 今天');
  await expect(window.getByText('已备份并核对')).toBeVisible();
  await box.take('dchmc', '导出花名册');
  await expect(window).toHaveURL(/\/reports\?report=roster/);
  await expect(window.getByRole('button', { name: /^导出 \d+ 人$/ })).toBeEnabled();
  await box.write('导出');
  await expect(box.group('操作').getByRole('option').first()).toHaveText(/^导出 \d+ 人专职网格员花名册Ctrl\+S$/);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await box.take('换人', '换人');
  await expect(new PersonDialog(window).dialog).toContainText('现在是测试员在操作');
});

test('a list stays filtered as it was, whoever is opened from the box', async ({ window }) => {
  const box = new CommandBox(window);
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.expectTotal('共 161 人');
  await workers.status('未上岗');
  await workers.expectTotal('共 1 人');
  // Somebody whom the filter leaves out, on the list itself and from another screen.
  await box.take('王秀英', '王秀英');
  await expect(workers.rail.getByRole('heading', { name: '王秀英' })).toBeVisible();
  await workers.expectTotal('共 1 人');
  await window.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await box.take('赵兰英', '已离岗');
  await expect(workers.rail.getByRole('heading', { name: '赵兰英' })).toBeVisible();
  await workers.expectTotal('共 1 人');

  // All of them are looked at in passing, also when something is changed meanwhile.
  await box.write('王');
  await box
    .group('网格员')
    .getByRole('option', { name: /^全部 \d+ 人$/ })
    .click();
  await expect(workers.search).toHaveValue('王');
  await expect(window.locator('.main .foot')).not.toHaveText(/共 1 人/);
  await workers.searchFor('王秀英');
  await workers.expectTotal('共 2 人');
  await window.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await window.getByRole('navigation').getByRole('link', { name: '网格员', exact: true }).click();
  await workers.expectTotal('共 1 人');
  await window.goto(new URL('/workers', window.url()).href);
  await workers.expectTotal('共 1 人');

  // What a link brought stays too while it is looked at.
  await window.goto(new URL('/workers?gap=noPhoto', window.url()).href);
  await workers.expectTotal('共 4 人');
  await box.take('王秀英', '王秀英');
  await expect(workers.rail.getByRole('heading', { name: '王秀英' })).toBeVisible();
  await workers.expectTotal('共 4 人');
  await workers.button('清除条件').click();
  await workers.expectTotal('共 161 人');
  await window.goto(new URL('/workers', window.url()).href);
  await workers.expectTotal('共 161 人');
});

test('an empty box shows what the person opened last, called as it is called now', async ({ window }) => {
  const box = new CommandBox(window);
  const places = new PlacesPage(window);
  const recent = box.group('最近打开').getByRole('option');
  const seen = () => window.waitForTimeout(1500);
  await box.take('xzsq', '新增社区');
  await places.field('社区（村居）名称').fill('新河村');
  await places.save();
  await places.expectLastAct('新河村');
  await seen();
  await box.take('王秀英', '王秀英');
  await seen();
  await box.take('报表', '报表');
  await seen();
  await box.open();
  await expect(recent.first()).toHaveText(/^王秀英/);
  await expect(recent.nth(1)).toHaveText('新河村');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(places.rail.getByRole('heading', { name: '新河村' })).toBeVisible();

  await window.keyboard.press('F2');
  await places.field('社区（村居）名称').fill('新沂河村');
  await places.rail.getByLabel(/更正笔误/).check();
  await places.save();
  await expect(places.rail.getByRole('heading', { name: '新沂河村' })).toBeVisible();
  await seen();
  await window.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await seen();
  await window.reload();
  await box.open();
  await expect(recent.first()).toHaveText(/^新沂河村/);
  await window.keyboard.press('Escape');

  // Theirs alone; and what was taken back is gone.
  const person = new PersonDialog(window);
  await person.ask();
  await person.write('李秀兰');
  await seen();
  await box.open();
  await expect(box.group('操作')).toBeVisible();
  await expect(recent).toHaveCount(0);
  await window.keyboard.press('Escape');
  await person.ask();
  await person.known('测试员').check();
  await window.keyboard.press('Enter');
  await expect(person.present).toHaveText('测试员');
  await box.take('撤销', '新沂河村');
  await expect(window.locator('.status .last')).toContainText('已撤销');
  await box.take('再撤销', '新河村');
  await expect(window.locator('.status .last')).toContainText('已撤销：新增');
  await box.open();
  await expect(recent.first()).toHaveText(/^报表/);
  await expect(box.group('最近打开')).not.toContainText('河村');
  await expect(box.group('操作').getByRole('option').first()).toHaveText('重做新增社区 新河村Ctrl+Y');
});
