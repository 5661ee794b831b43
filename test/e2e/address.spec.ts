// A search for somebody's number is a search like any other, but no address carries it: not the bar's, not the history's, not one that is
// asked of the program. Going back and reloading bring it again.
import { expect as patience, test } from './fixtures.ts';
import { CommandBox } from './pages/CommandBox.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });
const expect = patience.configure({ timeout: 15_000 });

/** No id in an address is as long. */
const digits = /\d{7}/;

test('an ID number that is searched for stands in no address, and is there again after going back and reloading', async ({
  window,
}) => {
  const asked: string[] = [];
  window.on('request', (request) => asked.push(request.url()));
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.rows.first().click();
  await workers.rail.getByRole('button', { name: '查看' }).click();
  const whole = workers.rail.getByText(/^\d{17}[\dX]$/);
  await expect(whole).toBeVisible();
  const number = (await whole.textContent()) ?? '';
  const name = (await workers.rows.first().locator('.who-name').textContent()) ?? '';

  await window.goto(new URL('/workers', window.url()).href);
  await workers.search.pressSequentially(number, { delay: 60 });
  await workers.expectTotal('共 1 人');
  await expect(workers.rows).toHaveCount(1);
  await expect(workers.row(name)).toBeVisible();
  await expect(window).toHaveURL(/search=/);
  await workers.rows.first().click();
  await expect(window).toHaveURL(/open=/);

  await window.getByRole('navigation').getByRole('link', { name: '报表', exact: true }).click();
  await expect(window).toHaveURL(/\/reports/);
  await window.goBack();
  await expect(workers.search).toHaveValue(number);
  await workers.expectTotal('共 1 人');
  await window.reload();
  await expect(workers.search).toHaveValue(number);
  await workers.expectTotal('共 1 人');

  const devtools = await window.context().newCDPSession(window);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  expect(entries.length).toBeGreaterThan(1);
  for (const { url, title } of entries) expect(`${decodeURIComponent(url)} ${title}`).not.toMatch(digits);
  for (const url of asked) expect(url).not.toContain(number.slice(6, 13));
});

test('nor one that the command box leads to, nor one that was typed into the bar', async ({ window }) => {
  const box = new CommandBox(window);
  const workers = new WorkersPage(window);
  await box.open();
  await window.keyboard.type('3713230');
  const every = box.group('网格').getByRole('option').filter({ hasText: /^全部/ });
  await every.click();
  await expect(window).toHaveURL(/\/grids\?.*search=/);
  expect(window.url()).not.toContain('3713230');

  await window.goto(new URL('/workers?search=371323196309069659', window.url()).href);
  await expect(workers.search).toHaveValue('371323196309069659');
  await expect(window).not.toHaveURL(digits);
});

test('what the address stands for and this window doesn’t know is said, and a word stays readable', async ({ window }) => {
  const workers = new WorkersPage(window);
  await window.goto(new URL('/workers?search=~abcdefghijkl', window.url()).href);
  await expect(window.getByText('地址里不保留号码，请重新输入要查找的号码')).toBeVisible();
  await workers.expectTotal('共 161 人');
  await workers.searchFor('王秀英');
  await expect(window).toHaveURL(new RegExp(encodeURIComponent('王秀英')));
});
