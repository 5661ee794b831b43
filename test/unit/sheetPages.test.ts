// How a sheet falls on pages, and what is drawn on each: the frame of the workbook, a header on every page, no row lost or twice, long
// remarks split between their lines, never a signature line without a row.
import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnPages } from '../../main/ground/sheets/drawnPages.ts';
import { entriesOf } from '../../main/ground/sheets/entries.ts';
import type { Column, Frame, Row } from '../../main/ground/sheets/frame.ts';
import { Measure, pagesOf, photoPixels } from '../../main/ground/sheets/layout.ts';
import { fallOnPages, type PlacedRow } from '../../main/ground/sheets/pages.ts';
import { mustFitPrintDialog } from '../../main/ground/sheets/printLimit.ts';
import { SheetDrawing, type SheetPage } from '../../main/ground/sheets/sheetDrawing.ts';
import type { TextMark } from '../../shared/drawing/drawing.ts';
import { textWidth } from '../../shared/drawing/glyphs.ts';

const columns: Column[] = [
  { title: '序号', kind: 'number' },
  { title: '姓名', kind: 'text' },
  { title: '身份证号', kind: 'code' },
  { title: '户数', kind: 'number', total: true },
  { title: '备注', kind: 'text', left: true, least: 12 },
];
const frameOf = (given: Partial<Frame> = {}): Frame => ({
  name: '表',
  title: '沂城街道专职网格员花名册',
  unit: '沂城街道办事处',
  asOf: '2026-09-30',
  measure: '人',
  phone: '0539-2251234',
  paper: 'A4',
  columns,
  ...given,
});
const plain = (count: number, note: (index: number) => string | null = () => null): Row[] =>
  Array.from({ length: count }, (_, index) => [index + 1, '王秀英', '371323198503021234', 2, note(index)]);

function sheetOf(frame: Frame, rows: Row[]): { placed: PlacedRow[][]; pages: SheetPage[] } {
  const measure = new Measure(frame.columns);
  for (const entry of entriesOf(frame, rows)) measure.add(entry);
  const layout = measure.layout(frame);
  const placed = [...fallOnPages(frame, layout, rows)];
  const sheet = new SheetDrawing(frame, layout);
  return { placed, pages: placed.map((page, index) => sheet.page(page, index + 1, placed.length)) };
}

const texts = (page: SheetPage | undefined): TextMark[] => page?.drawing.marks.filter((mark) => mark.kind === 'text') ?? [];
const words = (page: SheetPage | undefined): string[] => texts(page).map(({ text }) => text);
/** Right of its left edge, in millimetres. */
const widthOf = ({ text, size, weight }: TextMark): number => (textWidth(text, weight) * size * 25.4) / 72;

test('title and unit line once, the header on every page, totals and signatures on the last, each page with its number', () => {
  const { pages } = sheetOf(frameOf(), plain(50));
  expect(pages.length).toBe(3);
  for (const [index, page] of pages.entries()) {
    const shown = words(page);
    for (const { title } of columns) expect(shown.filter((text) => text === title)).toHaveLength(1);
    expect(shown).toContain(`第 ${index + 1} 页 共 3 页`);
    expect(shown.includes('沂城街道专职网格员花名册')).toBe(index === 0);
    expect(shown.includes('统计日期：2026年9月30日')).toBe(index === 0);
    expect(shown.includes('合计')).toBe(index === 2);
    expect(shown.includes('100')).toBe(index === 2);
    expect(shown.includes('联系电话：0539-2251234')).toBe(index === 2);
  }
  const ordinals = pages.flatMap((page) => words(page).filter((text) => /^\d{1,2}$/.test(text) && text !== '2'));
  expect(ordinals).toEqual(
    plain(50)
      .map(([number]) => String(number))
      .filter((text) => text !== '2'),
  );
});

test('the title stands in the middle at 22 points, a long one is set smaller', () => {
  const [page] = sheetOf(frameOf(), plain(1)).pages;
  const title = texts(page).find(({ text }) => text === frameOf().title);
  expect(title).toMatchObject({ size: 22, weight: 700 });
  expect((title?.x ?? 0) + widthOf(title as TextMark) / 2).toBeCloseTo(297 / 2, 1);
  const long = '沂城街道'.repeat(15);
  const [wide] = sheetOf(frameOf({ title: long }), plain(1)).pages;
  const shrunk = texts(wide).find(({ text }) => text === long);
  expect(shrunk?.size).toBeLessThan(22);
  expect((shrunk?.x ?? 0) + widthOf(shrunk as TextMark)).toBeLessThan(297 - 10);
});

test('nothing is drawn beyond the margins, and no word beyond its cell', () => {
  const wide = Array.from(
    { length: 22 },
    (_, index): Column => ({ title: `第${index}列说明`, kind: index % 3 ? 'text' : 'code' }),
  );
  const row = wide.map(({ kind }, index) =>
    kind === 'code' ? '371323198503021234' : 'Wm@计生专职查访员'.repeat(1 + (index % 3)),
  );
  const frame = frameOf({ columns: wide, paper: 'A3' });
  const { pages } = sheetOf(
    frame,
    Array.from({ length: 40 }, () => row),
  );
  for (const page of pages) {
    expect(page.drawing).toMatchObject({ width: expect.closeTo(420, 1), height: expect.closeTo(297, 1) });
    const edges = page.drawing.marks.flatMap((mark) => (mark.kind === 'line' && mark.x1 === mark.x2 ? [mark.x1] : []));
    expect(edges).toHaveLength(23);
    expect(Math.max(...edges)).toBeLessThan(420 - 10);
    for (const mark of texts(page).filter(({ size }) => size < 10)) {
      const right = edges.find((edge) => edge > mark.x) ?? 0;
      expect(mark.x + widthOf(mark)).toBeLessThan(right);
    }
  }
});

test('the table is as small as the workbook prints it', () => {
  const frame = frameOf({
    columns: Array.from({ length: 30 }, (_, index) => ({ title: `第${index}列`, kind: 'code' as const })),
  });
  const rows: Row[] = [frame.columns.map(() => '13805391234')];
  const measure = new Measure(frame.columns);
  for (const entry of entriesOf(frame, rows)) measure.add(entry);
  const { scale } = pagesOf(frame, measure.layout(frame));
  const cell = texts(sheetOf(frame, rows).pages[0]).find(({ text }) => text === '13805391234');
  expect(cell?.size).toBeCloseTo(10.5 * scale);
});

test('two header rows: a group above its columns, the others over both', () => {
  const grouped: Column[] = [
    { title: '姓名', kind: 'text' },
    { title: '综治安全', group: '其它工作', kind: 'number', total: true },
    { title: '矛盾调处', group: '其它工作', kind: 'number', total: true },
  ];
  const { pages } = sheetOf(
    frameOf({ columns: grouped }),
    Array.from({ length: 50 }, () => ['王秀英', 1, 2]),
  );
  for (const page of pages) {
    const at = (text: string): TextMark | undefined => texts(page).find((mark) => mark.text === text);
    const [group, first, second, name] = ['其它工作', '综治安全', '矛盾调处', '姓名'].map(at);
    expect(group?.y).toBeLessThan(first?.y ?? 0);
    expect(first?.y).toBe(second?.y);
    expect(group?.x).toBeGreaterThan(first?.x ?? 0);
    expect(name?.y).toBeGreaterThan(group?.y ?? 0);
    expect(name?.y).toBeLessThan(first?.y ?? 0);
  }
});

describe('rows on pages', () => {
  const numbers = (placed: PlacedRow[][]): number[] =>
    placed.flatMap((page) => page.filter(({ begins }) => begins).map((row) => row.number));

  test('each once and in order, and the signature line never without one, whatever their number', () => {
    assert(
      property(
        integer({ min: 1, max: 130 }),
        integer({ min: 0, max: 40 }),
        integer({ min: 0, max: 200 }),
        (count, at, length) => {
          const { placed } = sheetOf(
            frameOf(),
            plain(count, (index) => (index % 41 === at ? '走访登记，'.repeat(length) : null)),
          );
          expect(numbers(placed)).toEqual(plain(count).map(([number]) => number));
          expect(placed.every((page) => page.length > 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a page is filled: one row more would not fit', () => {
    const { pages } = sheetOf(frameOf(), plain(100));
    // The page before the last gives a row away that has to stand above the signature line.
    for (const page of pages.slice(0, -2)) {
      const bottom = Math.max(...page.drawing.marks.map((mark) => (mark.kind === 'line' ? mark.y1 : 0)));
      expect(bottom).toBeLessThanOrEqual(210 - 0.6 * 25.4 + 0.01);
      expect(bottom).toBeGreaterThan(210 - 0.6 * 25.4 - 8.5);
    }
  });

  test('a remark longer than a page goes on over pages, line by line and whole', () => {
    const long = Array.from({ length: 400 }, (_, index) => `第${index}次走访`).join('，');
    const { placed, pages } = sheetOf(frameOf(), [...plain(3), [4, '李明', '371323198503021234', 2, long]]);
    expect(placed.length).toBeGreaterThan(1);
    const parts = placed.flat().filter(({ number }) => number === 4);
    expect(parts.map(({ begins }) => begins)).toEqual(parts.map((_, index) => index === 0));
    expect(parts.flatMap(({ lines }) => lines[4]).join('')).toBe(long);
    expect(pages.flatMap(words).filter((text) => text === '李明')).toHaveLength(1);
    expect(words(pages.at(-1))).toContain('合计');
  });

  test('a remark that fits a page stands whole on the next', () => {
    const rows = plain(30, (index) => (index === 16 ? '负责片区内流动人口登记和独居老人走访'.repeat(12) : null));
    const [first = [], second = []] = sheetOf(frameOf(), rows).placed;
    expect(first.map(({ number }) => number)).toEqual(plain(16).map(([number]) => number));
    expect(second[0]).toMatchObject({ number: 17, begins: true });
    expect(second[1]).toMatchObject({ number: 18 });
  });
});

test('photos stand in their cells, named by row, also where a remark of theirs is split', () => {
  const photographed: Column[] = [
    { title: '姓名', kind: 'text' },
    { title: '照片', kind: 'photo' },
    { title: '备注', kind: 'text' },
  ];
  const jpeg = new Uint8Array([0xff, 0xd8]);
  const { pages } = sheetOf(frameOf({ columns: photographed }), [
    ['王秀英', jpeg, null],
    ['李建国', null, '走访登记，'.repeat(900)],
    ['李明', jpeg, '走访登记，'.repeat(900)],
  ]);
  const pictures = pages.flatMap((page) => page.drawing.marks.filter((mark) => mark.kind === 'picture'));
  expect(pictures.map(({ key }) => key)).toEqual(['1-1', '3-1']);
  expect(pages.flatMap((page) => [...page.pictures.keys()])).toEqual(['1-1', '3-1']);
  for (const { width, height } of pictures) expect(height / width).toBeCloseTo(7 / 5);
});

test('a photo never hangs below what of its row stands on the page', () => {
  const jpeg = new Uint8Array([0xff, 0xd8]);
  const photographed: Column[] = [
    { title: '姓名', kind: 'text' },
    { title: '照片', kind: 'photo' },
    { title: '备注', kind: 'text' },
  ];
  for (let lines = 1; lines < 60; lines++) {
    const before: Row = ['李建国', null, '走访登记，'.repeat(lines * 20)];
    const { placed } = sheetOf(frameOf({ columns: photographed }), [before, ['王秀英', jpeg, '走访登记，'.repeat(900)]]);
    const part = placed.flat().find(({ number, begins }) => number === 2 && begins);
    expect({ lines, stands: (part?.height ?? 0) >= photoPixels.height * 0.75 }).toEqual({ lines, stands: true });
  }
});

test('no line begins with a mark that closes, and control characters are blanks', () => {
  const note = '“走访”、登记（独居老人）；'.repeat(30);
  const { pages } = sheetOf(frameOf(), [[1, '王\u0007秀\u200b英', '371323198503021234', 1, note]]);
  const shown = pages.flatMap(words);
  expect(shown).toContain('王 秀英');
  expect(shown.filter((text) => /^[，。、；：？！）”]/.test(text))).toEqual([]);
});

describe('sums of the rows that belong together', () => {
  const branched: Column[] = [
    { title: '序号', kind: 'number' },
    { title: '社区总支', kind: 'text' },
    { title: '小区数', kind: 'number', total: true },
    { title: '备注', kind: 'text' },
    { title: '网格数', kind: 'number', total: true },
  ];
  const frame = frameOf({ columns: branched, subtotalBy: 1 });
  const rows: Row[] = [
    [1, '阳东社区总支', 2, null, 5],
    [2, '阳东社区总支', 3, '新建', null],
    [3, '阳西社区总支', 4, null, 6],
    [4, null, 1, null, 1],
  ];

  test('stand after them, and add up to the total', () => {
    expect([...entriesOf(frame, rows)].filter(({ kind }) => kind === 'sums')).toEqual([
      { kind: 'sums', label: '阳东社区总支小计', sums: [null, null, 5, null, 5], rows: 2 },
      { kind: 'sums', label: '阳西社区总支小计', sums: [null, null, 4, null, 6], rows: 1 },
      { kind: 'sums', label: '未填社区总支小计', sums: [null, null, 1, null, 1], rows: 1 },
    ]);
    const [page] = sheetOf(frame, rows).pages;
    const shown = words(page);
    expect(shown.slice(shown.indexOf('阳东社区总支小计'), shown.indexOf('阳东社区总支小计') + 3)).toEqual([
      '阳东社区总支小计',
      '5',
      '5',
    ]);
    expect(shown.slice(shown.indexOf('合计'), shown.indexOf('合计') + 3)).toEqual(['合计', '10', '12']);
  });

  test('there are none where nothing adds up, or nobody asked', () => {
    const plainly = entriesOf({ columns: branched }, rows);
    expect([...plainly].every(({ kind }) => kind === 'row')).toBe(true);
    const none = entriesOf({ columns: branched.map(({ title, kind }) => ({ title, kind })), subtotalBy: 1 }, rows);
    expect([...none].every(({ kind }) => kind === 'row')).toBe(true);
  });

  test('rows that belong together but don’t follow each other are refused, not summed twice', () => {
    const apart = [...rows, [5, '阳东社区总支', 1, null, 1]];
    expect(() => [...entriesOf(frame, apart)]).toThrow('rows of 阳东社区总支小计 come back');
    expect(() => [...entriesOf(frame, [...rows, [5, '阳南社区总支', 1, null, 1], [6, null, 1, null, 1]])]).toThrow(
      'rows of 未填社区总支小计 come back',
    );
    expect([...entriesOf({ columns: branched }, apart)]).toHaveLength(5);
  });

  test('never stand on a page without a row of theirs above, whatever the number of rows; no row is lost', () => {
    assert(
      property(integer({ min: 1, max: 120 }), integer({ min: 1, max: 40 }), (count, each) => {
        const many = Array.from({ length: count }, (_, index): Row => [index + 1, `总支${Math.floor(index / each)}`, 1, null, 1]);
        const { placed } = sheetOf(frame, many);
        expect(
          placed
            .flat()
            .filter(({ sums }) => !sums)
            .map(({ number }) => number),
        ).toEqual(many.map(([number]) => number));
        expect(placed.flat().filter(({ sums }) => sums)).toHaveLength(Math.ceil(count / each));
        for (const page of placed) expect(page[0]?.sums).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('no upright line goes through their words', () => {
    const [page] = sheetOf(frame, rows).pages;
    const label = texts(page).find(({ text }) => text === '阳东社区总支小计');
    const crossing = page?.drawing.marks.filter(
      (mark) =>
        mark.kind === 'line' &&
        mark.x1 === mark.x2 &&
        mark.x1 > (label?.x ?? 0) &&
        mark.x1 < (label?.x ?? 0) + widthOf(label as TextMark) &&
        Math.min(mark.y1, mark.y2) < (label?.y ?? 0) &&
        Math.max(mark.y1, mark.y2) > (label?.y ?? 0),
    );
    expect(crossing).toEqual([]);
  });
});

test('how many pages there are is told before any is drawn, and more than the print dialog takes are refused', async () => {
  const drawn = async (rows: number, counted: (pages: number) => void): Promise<number> => {
    let count = 0;
    for await (const _ of drawnPages(
      frameOf(),
      () => plain(rows),
      () => undefined,
      counted,
    ))
      count++;
    return count;
  };
  let told = 0;
  expect(await drawn(50, (pages) => (told = pages))).toBe(3);
  expect(told).toBe(3);
  await expect(drawn(2500, mustFitPrintDialog)).rejects.toThrow(
    /^共 1\d\d 页，超过打印窗口一次能打的 100 页。请筛选后分批打印，或者“存为 PDF”，打开后再打印。$/,
  );
  expect(() => mustFitPrintDialog(100)).not.toThrow();
});
