// Who is at the keyboard: asked once, changed by 换人; undo and redo are each person's own, and so is what screens remember.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { PersonDialog } from './pages/PersonDialog.ts';
import { SettingsPage } from './pages/SettingsPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.describe('in an office where nobody has a name yet', () => {
  test.use({ person: null, older: true });
  test('whoever sits there is asked, and nothing else can be done before', async ({ window }) => {
    const person = new PersonDialog(window);
    await expect(person.dialog).toContainText('请问您是哪位？');
    await expect(person.name).toBeFocused();
    const { violations } = await new AxeBuilder({ page: window }).include('.ant-modal').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+k');
    await expect(person.dialog).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(person.dialog).toContainText('请填写姓名');
    await person.write('王建国');
    await expect(person.present).toHaveText('王建国');
    await window.reload();
    await expect(person.present).toHaveText('王建国');
    await expect(person.dialog).toBeHidden();
  });
});

test('undo and redo are the person’s own, by keyboard', async ({ window }) => {
  const settings = new SettingsPage(window);
  const person = new PersonDialog(window);
  const last = window.locator('.status .last');
  const rename = async (unit: string) => {
    await settings.open('office');
    await window.getByLabel('单位全称').fill(unit);
    await window.keyboard.press('Control+s');
    await expect(last).toContainText('修改设置：单位信息');
  };
  await settings.found('青山街道');
  await rename('青山街道办');
  await person.ask();
  await window.keyboard.press('Escape');
  await expect(person.dialog).toBeHidden();
  await person.ask();
  await person.write('李秀兰');
  await expect(person.present).toHaveText('李秀兰');
  await expect(last).toBeEmpty();

  // Theirs is the telephone; the name of the office is the other's and stays.
  await settings.part('指示牌内容').click();
  await window.getByLabel('监督电话').fill('0539-2251234');
  await window.keyboard.press('Control+s');
  await expect(last).toContainText('修改设置：指示牌内容');
  await window.locator('h1').click();
  await window.keyboard.press('Control+z');
  await expect(last).toContainText('已撤销：修改设置：指示牌内容');
  await expect(last.getByRole('button', { name: /撤销/ })).toBeHidden();
  await window.keyboard.press('Control+z');
  await expect(window.getByLabel('监督电话')).toHaveValue('');
  await expect(last.getByRole('button', { name: '重做' })).toHaveAttribute('title', '重做：修改设置：指示牌内容（Ctrl+Y）');
  await window.keyboard.press('Control+y');
  await expect(last).toContainText('重做：修改设置：指示牌内容');
  await expect(window.getByLabel('监督电话')).toHaveValue('0539-2251234');
  await expect(last.getByRole('button', { name: '重做' })).toBeHidden();

  // Back again, the other takes back their own.
  await person.ask();
  await person.known('测试员').check();
  await window.keyboard.press('Enter');
  await expect(person.present).toHaveText('测试员');
  await expect(last).toContainText('修改设置：单位信息');
  await last.getByRole('button', { name: '撤销' }).click();
  await expect(window.locator('.status')).toContainText('青山街道办事处');

  await settings.part('操作记录').click();
  const undone = window.locator('.list tbody tr', { hasText: '撤销：修改设置：单位信息' });
  await expect(undone).toContainText('测试员');
  await undone.getByRole('button', { name: '重做' }).click();
  await person.dialog.getByRole('button', { name: '重做这次操作' }).click();
  await expect(undone).toContainText('已重做');
});

test('a window follows whoever sits down in another one, says so, and keeps what was typed', async ({ window }) => {
  const settings = new SettingsPage(window);
  await settings.found('青山街道');
  await settings.open('office');
  const second = await window.context().newPage();
  await second.goto(window.url());
  const person = new PersonDialog(second);
  await person.ask();
  await person.write('李秀兰');
  await expect(person.present).toHaveText('李秀兰');
  // The draft that is kept of it is the first thing sent.
  await window.getByLabel('单位全称').fill('青山街道办');
  await expect(new PersonDialog(window).present).toHaveText('李秀兰');
  await expect(window.getByText('以后的操作都记在“李秀兰”名下')).toBeVisible();
  await expect(window.getByLabel('单位全称')).toHaveValue('青山街道办');
  await window.keyboard.press('Control+s');
  await expect(window.locator('.status .last')).toContainText('修改设置：单位信息');
  await settings.open('audit');
  await expect(window.locator('.list tbody tr', { hasText: '修改设置：单位信息' })).toContainText('李秀兰');
});

test.describe('in the demo office', () => {
  test.use({ flags: ['--demo'] });
  test('columns and drafts belong to the person', async ({ window }) => {
    const workers = new WorkersPage(window);
    const person = new PersonDialog(window);
    await workers.open();
    const heads = workers.list.getByRole('columnheader');
    await workers.button('列设置').click();
    await window.getByRole('checkbox', { name: '网格编码' }).check();
    await window.keyboard.press('Escape');
    await expect(heads.filter({ hasText: '网格编码' })).toHaveCount(1);
    await workers.button('新增网格员').click();
    await workers.field('姓名').fill('欧阳晓晴');
    await person.ask();
    await person.write('李秀兰');
    await expect(heads.filter({ hasText: '身份证号' })).toHaveCount(1);
    await expect(heads.filter({ hasText: '网格编码' })).toHaveCount(0);
    await workers.button('新增网格员').click();
    await expect(workers.field('姓名')).toHaveValue('');
    await person.ask();
    await person.known('测试员').check();
    await window.keyboard.press('Enter');
    await expect(heads.filter({ hasText: '网格编码' })).toHaveCount(1);
    await workers.button('新增网格员').click();
    await expect(workers.field('姓名')).toHaveValue('欧阳晓晴');
  });
});
