// The search box and the help, by the keyboard alone; neither acts while pinyin is being composed.
import { expect, test } from './fixtures.ts';
import { SearchBox } from './pages/SearchBox.ts';

test.use({ flags: ['--demo'] });

test('people, places, screens and help are found, and Enter goes there', async ({ window }) => {
  const search = new SearchBox(window);
  await search.open();
  await window.keyboard.type('wxy');
  await expect(search.group('网格员').getByRole('option')).toContainText(['王秀英', '王秀英']);
  await window.keyboard.press('ArrowDown');
  await expect(search.chosen).toContainText('前石良村网格');
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/\/workers\?.*open=\d+/);
  await expect(search.list).toBeHidden();

  await search.open();
  await window.keyboard.type('石良店子');
  await expect(search.group('社区与小区')).toContainText('石良店子村');
  await expect(search.group('网格')).toContainText('空缺');
  await window.keyboard.press('Escape');
  await window.keyboard.type('bb');
  await expect(search.group('页面')).toContainText('报表');
  await window.keyboard.press('Escape');
  await window.keyboard.type('没有这个人');
  await expect(search.list).toContainText('没有找到“没有这个人”');
  await window.keyboard.press('Escape');
  await window.keyboard.type('快捷键');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toContainText('Ctrl+K');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog').getByRole('heading', { name: '网格员' })).toBeVisible();
  await window.keyboard.press('Escape');

  // While pinyin is being composed nothing is asked.
  await search.open();
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
  await window.waitForTimeout(400);
  await expect(search.list).toBeHidden();
  await input.send('Input.insertText', { text: '王秀英' });
  await expect(search.group('网格员').getByRole('option')).toHaveCount(2);
});
