// The three ways to begin, by keyboard and mouse, and from a demo to a real office.
import { expect, test } from './fixtures.ts';
import { TodayPage } from './pages/TodayPage.ts';
import { WelcomePage } from './pages/WelcomePage.ts';

// Nobody has said who they are: the screen asks.
test.use({ person: null });

test('an office begins empty: asked by name, founded by the keyboard alone', async ({ window }) => {
  const welcome = new WelcomePage(window);
  await welcome.begin('建立台账，去导入花名册');
  await expect(window.getByText('请填写您的姓名')).toBeVisible();
  await expect(window.getByText('请填写街道名称')).toBeVisible();
  await welcome.field('您的姓名').focus();
  await window.keyboard.type('王建国');
  await welcome.choose('从空白开始');
  await expect(welcome.field('您的姓名')).toHaveValue('王建国');
  await welcome.field('您的姓名').press('Enter');
  await window.keyboard.type('青山街道');
  await expect(welcome.field('单位全称')).toHaveValue('青山街道办事处');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await window.keyboard.type('371323001');
  for (const quota of ['3', '2', '5', '0', '5']) {
    await window.keyboard.press('Enter');
    await window.keyboard.type(quota);
  }
  await window.keyboard.press('Enter');
  await expect(window.getByText('台账里还没有网格和人员')).toBeVisible();
  await expect(window.getByRole('contentinfo')).toContainText('建立台账：青山街道办事处');
  await expect(window.getByRole('contentinfo')).toContainText('王建国');
  await expect(window.getByRole('button', { name: '撤销' })).toBeHidden();
});

test('bringing in the roster begins with the office’s name and leads to the import', async ({ window }) => {
  const welcome = new WelcomePage(window);
  await welcome.field('您的姓名').fill('王建国');
  await welcome.field('街道名称').fill('青山街道');
  await welcome.begin('建立台账，去导入花名册');
  await expect(window.getByRole('heading', { level: 1 })).toContainText('导入');
  expect(new URL(window.url()).pathname).toBe('/imports');
});

test('the demo is marked, and goes aside for a real office', async ({ window }) => {
  const welcome = new WelcomePage(window);
  await welcome.choose('打开示范数据');
  await welcome.begin('打开示范数据');
  await expect(window.getByText('请填写您的姓名')).toBeVisible();
  await window.keyboard.type('王建国');
  await welcome.begin('打开示范数据');
  await expect(new TodayPage(window).figure('在岗网格员')).toContainText('161', { timeout: 30_000 });
  await expect(window.getByText('示范数据', { exact: true })).toBeVisible();
  await welcome.leaveDemo();
  await expect(welcome.heading).toBeVisible();
  await window.reload();
  await expect(welcome.heading).toBeVisible();
});
