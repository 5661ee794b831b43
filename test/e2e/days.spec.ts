// Days and months as people type them: every form, every way of leaving the field, and what can't be read. What a field shows is
// what is saved, and nothing typed is ever changed silently. The words themselves are proved in unit/typedDay.test.ts.
import type { Locator, Page } from 'playwright/test';
import { addDays } from '../../shared/rules/day.ts';
import { expect, test } from './fixtures.ts';
import { ReportsPage } from './pages/ReportsPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });

const typeOver = async (field: Locator, text: string): Promise<void> => {
  await field.press('Control+a');
  await field.pressSequentially(text);
};
const filterDay = (page: Page): Locator => page.getByRole('textbox', { name: '统计日期' });
const errors = (workers: WorkersPage): Locator => workers.rail.locator('.ant-form-item-explain-error');

async function openFirst(workers: WorkersPage): Promise<string> {
  const row = workers.rows.first();
  const name = (await row.locator('.who-name').textContent()) ?? '';
  await row.click();
  await expect(workers.rail.getByRole('heading', { name })).toBeVisible();
  return name;
}

test('a day in a form, typed in every form and left in every way', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const today = await filterDay(window).inputValue();
  const year = today.slice(0, 4);
  const name = await openFirst(workers);
  await workers.button('记录变动').click();
  await workers.rail.getByLabel('离职').check();
  const day = workers.field('最后在岗日');
  const next = workers.field('依据文号');
  const consequence = workers.rail.locator('.consequence');
  await expect(day).toHaveValue(today);

  const leave = {
    tab: () => day.press('Tab'),
    enter: () => day.press('Enter'),
    mouse: () => next.click(),
  };
  for (const [typed, read, by] of [
    ['2026-11-15', '2026-11-15', 'tab'],
    ['2026/1/5', '2026-01-05', 'enter'],
    ['2026.11.15', '2026-11-15', 'mouse'],
    ['20261116', '2026-11-16', 'tab'],
    ['11-15', `${year}-11-15`, 'enter'],
    ['11/16', `${year}-11-16`, 'mouse'],
    ['11月15日', `${year}-11-15`, 'tab'],
    ['2026年11月16号', '2026-11-16', 'enter'],
    ['２０２６．１１．１５', '2026-11-15', 'mouse'],
    ['二〇二六年十一月十六日', '2026-11-16', 'tab'],
    ['明天', addDays(today, 1), 'enter'],
  ] as const) {
    await day.focus();
    await typeOver(day, typed);
    await expect(day).toHaveValue(typed);
    await leave[by]();
    await expect(day).toHaveValue(read);
    await expect(next).toBeFocused();
    await expect(consequence).toContainText(read);
  }
  await expect(errors(workers)).toHaveCount(0);

  // Who comes by the keyboard or clicks once types over what stands there.
  await next.press('Shift+Tab');
  await window.keyboard.type('2月30日');
  await expect(errors(workers)).toHaveCount(0);
  for (const away of [leave.tab, leave.enter, leave.mouse, () => workers.save()]) {
    await day.focus();
    await away();
    await expect(day).toHaveValue('2月30日');
    await expect(errors(workers)).toHaveText(['日历上没有“2月30日”这一天，请核对']);
  }
  await expect(consequence).toHaveCount(0);
  // Nothing was saved, and the field that is wrong has the focus.
  await expect(workers.button('记录离职')).toBeVisible();
  await expect(day).toBeFocused();

  // Esc closes with nothing lost: the draft brings back what can't be read, as typed, and says what is wrong with it.
  await typeOver(day, '26-11-15');
  await day.press('Escape');
  await expect(day).toBeHidden();
  await workers.button('记录变动').click();
  await expect(workers.rail).toContainText('已恢复上次没有保存的内容');
  await expect(day).toHaveValue('26-11-15');
  await expect(errors(workers)).toHaveText(['“26-11-15”的年份要写四位，请写成 2026-11-15 的样子']);

  // The calendar: its keys walk, Esc closes it alone and leaves what was typed; a walk ends with Enter.
  await day.click();
  await day.press('Alt+ArrowDown');
  const calendar = window.getByRole('group', { name: '日历' });
  await day.press('ArrowRight');
  await expect(calendar.getByRole('status')).toContainText(`${Number(addDays(today, 1).slice(8))}日`);
  await day.press('Escape');
  await expect(calendar).toBeHidden();
  await expect(day).toHaveValue('26-11-15');
  await day.press('Alt+ArrowDown');
  await day.press('ArrowRight');
  await day.press('Enter');
  await expect(calendar).toBeHidden();
  await expect(day).toBeFocused();
  await expect(day).toHaveValue(addDays(today, 1));
  await expect(errors(workers)).toHaveCount(0);
  await workers.rail.getByRole('button', { name: '打开日历' }).click();
  await calendar.getByRole('button', { name: '今天' }).click();
  await expect(day).toHaveValue(today);

  // An input method's Enter ends the composition and nothing else.
  const devtools = await window.context().newCDPSession(window);
  await day.press('Control+a');
  await devtools.send('Input.imeSetComposition', { text: 'ming', selectionStart: 4, selectionEnd: 4 });
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await expect(day).toBeFocused();
  await expect(day).toHaveValue('ming');
  await expect(errors(workers)).toHaveCount(0);
  await devtools.send('Input.insertText', { text: '昨天' });
  await expect(day).toHaveValue('昨天');

  // Ctrl+S in the field saves what it names.
  await workers.save();
  await workers.expectLastAct(`记录${name}离职`);
  await expect(workers.rail).toContainText(addDays(today, -1));
});

test('months in forms, and 统计日期 of lists and reports', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const today = await filterDay(window).inputValue();
  await openFirst(workers);
  await workers.button('修改资料').click();
  const began = workers.field('参加工作时间');
  const born = workers.field('出生年月');
  for (const [typed, read] of [
    ['1998.3', '1998-03'],
    ['199804', '1998-04'],
    ['1998年5月', '1998-05'],
    ['1998年06月', '1998-06'],
  ] as const) {
    await began.focus();
    await typeOver(began, typed);
    await began.press('Enter');
    await expect(began).toHaveValue(read);
  }
  await began.focus();
  await typeOver(began, '1998-06-12');
  await began.press('Enter');
  await expect(began).toHaveValue('1998-06-12');
  await expect(window.getByText('“1998-06-12”写到了哪一天，这里只记月份，请写成 1998-06')).toBeVisible();
  await typeOver(began, '1998-06');
  await began.press('Enter');
  const month = await born.inputValue();
  await born.fill('三月');
  await workers.save();
  await expect(born).toHaveValue('三月');
  await expect(errors(workers)).toHaveText(['看不懂月份“三月”，请写成 2026-11 的样子']);
  await born.fill(addDays(today, 40).slice(0, 7));
  await workers.save();
  await expect(errors(workers)).toHaveText([`${addDays(today, 40).slice(0, 7)} 不能晚于 ${today.slice(0, 7)}`]);
  await born.fill(month);
  await began.focus();
  await typeOver(began, '1998年7月');
  await workers.save();
  await workers.expectLastAct('修改');
  await workers.button('修改资料').click();
  await expect(began).toHaveValue('1998-07');
  await began.press('Escape');

  // Of a first day the month alone may be known.
  await workers.button('更正上岗日期').click();
  const first = workers.field('上岗日期');
  await first.fill('2016年11月');
  await workers.save();
  await workers.expectLastAct('上岗日期');
  await expect(workers.rail.locator('.posting').first()).toContainText('2016-11');
  await workers.button('更正上岗日期').click();
  await expect(first).toHaveValue('2016-11');
  await first.fill('');
  await workers.save();
  await expect(errors(workers)).toHaveText(['请填写上岗日期；确实没有人知道的，请勾选“不详”']);
  await workers.rail.getByLabel('上岗日期不详').check();
  await workers.save();
  await expect(workers.rail.locator('.posting').first()).toContainText('不详');
  await window.keyboard.press('Escape');

  // A list keeps its day, and says so, until the field can be read.
  const day = filterDay(window);
  const alert = window.getByRole('alert');
  await day.focus();
  await typeOver(day, '2026-13-5');
  await expect(alert).toBeHidden();
  await day.press('Tab');
  await expect(day).toHaveValue('2026-13-5');
  await expect(alert).toHaveText(`“2026-13-5”的月份不对，只有 1 到 12 月名单仍是 ${today} 的`);
  await day.press('Escape');
  await expect(day).toHaveValue(today);
  await expect(alert).toBeHidden();
  await day.fill('');
  await day.press('Enter');
  await expect(alert).toContainText('请填写统计日期');
  await day.fill('昨天');
  await day.press('Enter');
  await expect(day).toHaveValue(addDays(today, -1));
  await expect(window.locator('.list-notice')).toContainText(`正在看 ${addDays(today, -1)} 的数据`);
  await typeOver(day, '记不清');
  await window.getByRole('button', { name: '回到今天' }).click();
  await expect(day).toHaveValue(today);
  await expect(alert).toBeHidden();

  // A report isn't exported while the field names another day than it shows.
  const reports = new ReportsPage(window);
  await reports.open();
  await expect(reports.exportButton).toBeEnabled();
  await day.focus();
  await typeOver(day, '2019.6.31');
  await workers.save();
  await expect(alert).toContainText('日历上没有“2019.6.31”这一天，请核对');
  await expect(alert).toContainText(`报表仍是 ${today} 的`);
  await expect(reports.exportButton).toBeDisabled();
  await expect(day).toHaveValue('2019.6.31');
  await typeOver(day, '2019.6.30');
  await day.press('Enter');
  await expect(day).toHaveValue('2019-06-30');
  await expect(reports.preview).toContainText('统计日期：2019年6月30日');
});
