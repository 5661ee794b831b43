// A roster with photos in it, through the wizard: seen beside their names before they are written, counted, and asked about where
// somebody has one already.
import { AxeBuilder } from '@axe-core/playwright';
import { drawnBook, inCell, portrait } from '../harness/pictureBooks.ts';
import { rosterRow, rosterTitles } from '../harness/roster.ts';
import { expect, test } from './fixtures.ts';
import { ImportsPage } from './pages/imports.ts';

const count = 12;
const photoColumn = rosterTitles.length;

/** People below a title with a logo; whose number is in `changed` has another face than in the first list. */
async function rosterWithPhotos(changed: readonly number[]): Promise<Buffer> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const faces = await Promise.all(numbers.map((number) => portrait(changed.includes(number) ? number + 60 : number + 1)));
  return Buffer.from(
    drawnBook(
      [['沂城街道专职网格员花名册'], [...rosterTitles, '照片'], ...numbers.map(rosterRow)],
      [
        inCell(0, 0, '0.jpeg'),
        ...numbers.map((number) => inCell(number + 2, photoColumn, `${number}.jpeg`)),
        // Two lie in the last row.
        inCell(count + 1, photoColumn, '0.jpeg'),
      ],
      Object.fromEntries(faces.map((bytes, number) => [`${number}.jpeg`, bytes])),
      { heights: new Map(numbers.map((number) => [number + 2, 40])) },
    ),
  );
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('photos come in with their rows, and one that is there is replaced only when it is said', async ({ window }) => {
  const imports = new ImportsPage(window);
  await imports.found('沂城街道');
  const take = async (changed: readonly number[]): Promise<void> => {
    await imports.choose({ name: '花名册.xlsx', mimeType: workbook, buffer: await rosterWithPhotos(changed) });
    await imports.button('下一步：对应列').click();
    await imports.judge(count);
  };
  const line = window.getByRole('group', { name: '表中的照片' });
  await take([]);
  await expect(line).toContainText('写入照片 11 张，不能用 1 张');
  await expect(imports.row(3)).toContainText('随表写入');
  await expect(imports.row(3).getByRole('img')).toHaveJSProperty('naturalWidth', 88);
  await expect(imports.row(count + 2)).toContainText('不能用：这一行有 2 张图片');
  const rail = window.getByRole('complementary', { name: '写入后' });
  await expect(rail).toContainText('不导入的图片 2 张');
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await imports.commit('写入新增 12 人、照片 11 张');
  await expect(window.getByText('11 张，随表写入')).toBeVisible();

  await imports.another();
  await take([3, 4]);
  await imports.tab('相同 12').click();
  await expect(imports.row(6)).toContainText('已有照片，不换');
  await expect(imports.row(3)).toContainText('与台账相同');
  await line.getByRole('radio', { name: '换成表中的照片' }).click();
  await imports.tab('变更 2').click();
  await expect(imports.row(6)).toContainText('换掉现有照片');
  await expect(rail).toContainText('换掉照片2 人');
  await imports.commit('写入变更 2 人、照片 2 张');
  await imports.button('撤销这次导入').click();
  await expect(window.getByRole('heading', { name: '这次导入已撤销，台账回到导入以前' })).toBeVisible();
});
