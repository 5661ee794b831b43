// What a form does with words that were typed and not chosen, with fields that belong together, and with whoever leaves it: nothing
// that somebody typed is dropped without a word.
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { ListPage } from './pages/ListPage.ts';
import { PlacesPage } from './pages/PlacesPage.ts';
import { WorkersPage } from './pages/WorkersPage.ts';

test.use({ flags: ['--demo'] });

const unpicked = (words: string): string => `“${words}”还没有选中，请从列表里选一个`;
const options = (page: Page): Locator => page.locator('.ant-select-dropdown:visible .ant-select-item-option');
const errors = (list: { rail: Locator }): Locator => list.rail.locator('.ant-form-item-explain-error');
/** What a choice field shows as chosen; none of it while words stand over it. */
const shown = (field: Locator): Locator => field.locator('xpath=ancestor::*[contains(@class, "ant-select-content")][1]');

async function openCompounds(window: Page): Promise<ListPage> {
  const communities = new PlacesPage(window);
  await communities.open();
  await window.getByText('居民小区', { exact: true }).click();
  await window.getByRole('button', { name: '新增小区' }).waitFor();
  const compounds = new ListPage(window, '居民小区列表');
  await compounds.rows.first().waitFor();
  return compounds;
}

test('words typed in a choice field and not chosen stay, are told, and keep the form from being saved', async ({ window }) => {
  const places = await openCompounds(window);
  await places.button('新增小区').click();
  await places.field('小区名称').fill('阳光新苑');
  const community = places.field('所属社区（村居）');

  // Exactly a choice's name, it is that choice, however the field is left.
  await community.focus();
  await window.keyboard.insertText('阳东街社区');
  await window.keyboard.press('Tab');
  await expect(shown(community)).toHaveText('阳东街社区');
  await expect(community).toHaveValue('');

  // Tab goes on where nothing is found, too, and the cross that empties the field is no stop for it.
  const company = places.field('物业公司');
  await company.fill('没有的公司');
  await window.keyboard.press('Tab');
  await expect(errors(places)).toHaveText([unpicked('没有的公司')]);
  await expect(options(window)).toHaveCount(0);
  await expect(window.locator(':focus')).not.toHaveAttribute('aria-label', 'Clear');
  await company.focus();
  await window.keyboard.press('Escape');
  await expect(errors(places)).toHaveCount(0);

  // Half a name isn't: what was chosen before is not saved in its place.
  await community.fill('阳西街');
  await expect(options(window)).toHaveCount(1);
  await places.save();
  await expect(errors(places)).toHaveText([unpicked('阳西街')]);
  // The open list would lie over it.
  await expect(options(window)).toHaveCount(0);
  await expect(community).toHaveValue('阳西街');
  await expect(community).toBeFocused();
  await expect(places.button('保存小区')).toBeVisible();
  await places.field('小区名称').click();
  await expect(community).toHaveValue('阳西街');
  await expect(errors(places)).toHaveText([unpicked('阳西街')]);
  await places.button('保存小区').click();
  await expect(community).toBeFocused();
  await expect(errors(places)).toHaveText([unpicked('阳西街')]);

  // Esc gives the chosen one back, and doesn't close the form.
  await window.keyboard.press('Escape');
  await expect(shown(community)).toHaveText('阳东街社区');
  await expect(community).toHaveValue('');
  await expect(errors(places)).toHaveCount(0);
  await expect(places.button('保存小区')).toBeVisible();

  // The only one that is found is taken by whoever goes on by the keyboard.
  await community.fill('阳西街');
  await window.keyboard.press('Tab');
  await expect(shown(community)).toHaveText('阳西街社区');
  await expect(community).not.toBeFocused();
  await community.focus();
  await window.keyboard.insertText('阳东街');
  await expect(options(window)).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(shown(community)).toHaveText('阳东街社区');
  await expect(options(window)).toHaveCount(0);

  // Of several none is taken, and an open list that nobody has typed into chooses nothing.
  await community.fill('社区');
  await expect.poll(() => options(window).count()).toBeGreaterThan(1);
  await window.keyboard.press('Tab');
  await expect(errors(places)).toHaveText([unpicked('社区')]);
  await expect(community).toHaveValue('社区');
  await community.press('Escape');
  await community.press('ArrowDown');
  await expect.poll(() => options(window).count()).toBeGreaterThan(1);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Tab');
  await expect(shown(community)).toHaveText('阳东街社区');
  await expect(community).not.toBeFocused();

  // Left so, the words come back with the draft, and are told.
  await community.fill('没有这个');
  await places.field('小区名称').click();
  await expect(errors(places)).toHaveText([unpicked('没有这个')]);
  await window.keyboard.press('Escape');
  await places.button('新增小区').click();
  await expect(community).toHaveValue('没有这个');
  await expect(errors(places)).toHaveText([unpicked('没有这个')]);
  await community.press('Escape');
  await places.save();
  await places.expectLastAct('新增小区 阳光新苑');
  await expect(places.rail).toContainText('阳东街社区');
});

test('a choice that is named at once is saved at once, however late the answer comes', async ({ window }) => {
  const places = await openCompounds(window);
  await places.button('新增小区').click();
  await places.field('小区名称').fill('阳光新苑');
  await window.route(/roster\.places\.list/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await places.field('所属社区（村居）').focus();
  await window.keyboard.insertText('阳西街社区');
  await places.save();
  await places.expectLastAct('新增小区 阳光新苑');
  await expect(places.rail).toContainText('阳西街社区');
});

test('a company that isn’t chosen or added is not left out silently; neither is a word of the office', async ({ window }) => {
  const places = await openCompounds(window);
  await places.rows.first().click();
  await places.button('修改资料').click();
  const company = places.field('物业公司');
  const before = (await shown(company).textContent()) ?? '';
  await company.fill('新物业公司');
  await expect(window.getByRole('button', { name: '新增物业公司“新物业公司”' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(errors(places)).toHaveText([unpicked('新物业公司')]);
  await expect(company).toHaveValue('新物业公司');
  await places.save();
  await expect(places.button('保存资料')).toBeVisible();
  await expect(company).toHaveValue('新物业公司');
  await window.keyboard.press('Escape');
  await expect(shown(company)).toHaveText(before);
  await company.fill('新物业公司');
  await window.getByRole('button', { name: '新增物业公司“新物业公司”' }).click();
  await expect(shown(company)).toHaveText('新物业公司');
  await expect(errors(places)).toHaveCount(0);
  await places.save();
  await places.expectLastAct('修改小区');

  const workers = new WorkersPage(window);
  await workers.open();
  await workers.rows.first().click();
  await workers.button('修改资料').click();
  const education = workers.field('文化程度');
  await education.fill('大学本');
  await workers.field('姓名').click();
  await workers.save();
  await expect(errors(workers)).toHaveText([unpicked('大学本')]);
  await expect(education).toHaveValue('大学本');
});

test('Tab out of an open list chooses nothing, and goes on', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.button('新增网格员').click();
  const flag = workers.field('原计生专职查访员');
  await flag.click();
  await expect(options(window)).toHaveCount(2);
  await window.keyboard.press('Tab');
  await expect(workers.field('备注')).toBeFocused();
  await expect(options(window)).toHaveCount(0);
  await expect(shown(flag)).toHaveText('');
  await window.keyboard.press('Escape');
  const status = window.getByRole('combobox', { name: '状态' });
  await status.click();
  await expect.poll(() => options(window).count()).toBeGreaterThan(2);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Tab');
  await expect(options(window)).toHaveCount(0);
  await workers.expectTotal('共 161 人');
});

test('a filter keeps what was typed and not chosen, and says what the list still goes by', async ({ window }) => {
  const places = await openCompounds(window);
  await window.getByRole('button', { name: '更多条件' }).click();
  const filter = window.getByRole('combobox', { name: '社区', exact: true });
  const alert = window.getByRole('alert');
  await filter.fill('社区');
  await expect.poll(() => options(window).count()).toBeGreaterThan(1);
  await window.keyboard.press('Tab');
  await expect(alert).toContainText(unpicked('社区'));
  await expect(filter).toHaveValue('社区');
  await filter.press('Escape');
  await expect(filter).toHaveValue('');
  await expect(alert).toBeHidden();
  await filter.fill('阳东街');
  await expect(options(window)).toHaveCount(1);
  await window.keyboard.press('Tab');
  await expect(shown(filter)).toHaveText('阳东街社区');
  await expect(window).toHaveURL(/parent=/);
  await places.expectTotal('共');
});

test('words in a filter that stand for no choice keep sheets from going out, and stay when the popover is left', async ({
  window,
}) => {
  const places = await openCompounds(window);
  await window.setViewportSize({ width: 1093, height: 614 });
  await window.getByRole('button', { name: '更多条件' }).click();
  const community = window.locator('.more-filters').getByRole('combobox', { name: '社区', exact: true });
  await community.fill('没有的社区');
  await window.locator('.head h1').click();
  await expect(community).toHaveValue('没有的社区');
  await expect(window.getByRole('alert')).toContainText(unpicked('没有的社区'));
  const out = places.button(/^导出/);
  await expect(out).toBeDisabled();
  await expect(out).toHaveAttribute('title', '社区还没有改好');
  await community.focus();
  await window.keyboard.press('Escape');
  await expect(out).toBeEnabled();
});

test('what was filled in of a posting isn’t dropped because no grid was chosen', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  const today = await window.getByRole('textbox', { name: '统计日期' }).inputValue();
  await workers.button('新增网格员').click();
  await workers.field('姓名').fill('欧阳晓晴');
  await expect(workers.field('上岗日期')).toHaveValue('');
  await workers.setDay('上岗日期', today);
  await workers.save();
  await expect(errors(workers)).toHaveText(['填了上岗日期，请选择网格；还没有上岗的，请清空上岗日期']);
  await expect(workers.field('网格')).toBeFocused();
  await workers.field('网格').click();
  const first = options(window).first();
  const grid = (await first.locator('.choice > span').first().textContent()) ?? '';
  await first.click();
  await expect(errors(workers)).toHaveCount(0);
  await workers.field('经办人').fill('周敏');

  // The day emptied, the grid can't be kept; the grid emptied, neither the day nor the paper.
  await workers.field('上岗日期').fill('');
  await workers.save();
  await expect(errors(workers)).toHaveText(['请填写日期']);
  await workers.setDay('上岗日期', today);
  await workers.field('网格').hover();
  await workers.rail.locator('.ant-select:has(#gridId) .ant-select-clear').click();
  await workers.save();
  await expect(errors(workers)).toHaveText(['填了上岗日期、经办人，请选择网格；还没有上岗的，请清空上岗日期、经办人']);
  await workers.choose('网格', grid, grid);
  await workers.save();
  await workers.expectLastAct(`录用欧阳晓晴，上岗${grid}`);
  await workers.button('新增网格员').click();
  await workers.field('姓名').fill('欧阳晓清');
  await workers.save();
  await workers.expectLastAct('新增网格员 欧阳晓清');
});

test('an ID number that replaces another is the one that stays, however quickly the field is left', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.button('新增网格员').click();
  const number = workers.field('身份证号');
  await number.fill('371323196309069659');
  await window.keyboard.press('Control+a');
  await number.evaluate((input: HTMLInputElement) => {
    // As quickly as no hand: both within one task.
    document.execCommand('insertText', false, '37132319800101006x');
    input.blur();
  });
  await expect(number).toHaveValue('37132319800101006X');
  await expect(workers.field('出生年月')).toHaveValue('1980-01');
  await number.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText('371323196309069659');
  await window.keyboard.press('Tab');
  await expect(number).toHaveValue('371323196309069659');
});

test('whoever leaves a changed form is told that it is kept, by whatever way, and what of it isn’t', async ({ window }) => {
  const kept = window.getByText('没有保存的内容已保留，下次打开可以接着填', { exact: true });
  const partly = window.getByText('没有保存的内容已保留（身份证号除外），下次打开可以接着填', { exact: true });
  const workers = new WorkersPage(window);
  await workers.open();
  const begin = async (): Promise<void> => {
    await workers.rows.first().click();
    await workers.button('修改资料').click();
  };
  // Nothing changed, nothing to tell.
  await begin();
  await window.keyboard.press('Escape');
  await workers.rows.nth(1).waitFor();
  await expect(kept.or(partly)).toHaveCount(0);

  await begin();
  await workers.field('备注').fill('记一笔');
  await workers.rows.nth(1).click();
  await expect(kept).toHaveCount(1);
  await expect(kept).toHaveCount(0);
  await begin();
  await expect(workers.field('备注')).toHaveValue('记一笔');
  await workers.field('身份证号').fill('371323196309069659');
  await window.getByRole('navigation').getByRole('link', { name: '社区与小区' }).click();
  await expect(partly).toHaveCount(1);
  await expect(partly).toHaveCount(0);
  await workers.open();
  await begin();
  await workers.field('身份证号').fill('371323196309069659');
  await window.keyboard.press('Escape');
  await expect(partly).toHaveCount(1);
  await expect(partly).toHaveCount(0);
  // Saved or given up, nothing is left to be kept.
  await workers.button('修改资料').click();
  await workers.field('备注').fill('再记一笔');
  await workers.save();
  await workers.expectLastAct('修改网格员');
  await begin();
  await workers.field('备注').fill('不记了');
  await workers.button('放弃').click();
  await expect(workers.button('修改资料')).toBeVisible();
  await expect(kept.or(partly)).toHaveCount(0);
});

test('what is kept of a name is shown at its field, and a name that seldom is one is asked about', async ({ window }) => {
  const workers = new WorkersPage(window);
  await workers.open();
  await workers.button('新增网格员').click();
  const name = workers.field('姓名');

  // As it is copied out of a PDF.
  await name.fill('⽅\u200b芳');
  await window.keyboard.press('Tab');
  await expect(name).toHaveValue('方芳');
  await expect(workers.rail.getByText('“⽅”已换成通用字“方”，已去掉看不见的符号')).toBeVisible();

  await name.fill('李\ue863');
  await window.keyboard.press('Tab');
  await expect(errors(workers)).toHaveText([/请改成“李䶮”/]);
  await name.fill('王明、李红');
  await window.keyboard.press('Tab');
  await expect(errors(workers)).toHaveText([/像是几个人的姓名/]);
  await name.fill('王\ufffd明');
  await window.keyboard.press('Tab');
  await expect(errors(workers)).toHaveText([/乱码/]);

  await name.fill('库尔班江买买提');
  await window.keyboard.press('Tab');
  await expect(errors(workers)).toHaveCount(0);
  await workers.save();
  await expect(errors(workers)).toHaveText(['请核对姓名；姓名无误请勾选']);
  await workers.rail.getByText('已核对，姓名无误').click();
  await workers.save();
  await workers.expectLastAct('新增网格员 库尔班江买买提');

  // Whoever changes something else isn't asked about the name again.
  await workers.status('未上岗');
  await workers.searchFor('库尔班江');
  await expect(workers.rows).toHaveCount(1);
  await window.keyboard.press('F2');
  await expect(workers.field('姓名')).toHaveValue('库尔班江买买提');
  await workers.field('备注').fill('好');
  await workers.save();
  await workers.expectLastAct('修改网格员 库尔班江买买提');
});
