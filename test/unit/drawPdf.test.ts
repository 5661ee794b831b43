// What a drawing's marks become in the content of a page: every kind of mark, at its place, in the pen asked for.
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PdfPages } from '../../main/ground/pdf/draw.ts';
import { printedLine } from '../../main/ground/pdf/writePrinted.ts';
import type { Drawing } from '../../shared/drawing/drawing.ts';

const created = new Date('2026-09-28T02:00:00Z');
const about = { title: '试页', author: '沂城街道办事处', created };

/** The operators of the first page, line by line. */
async function contentOf(drawing: Drawing, pictures = new Map<string, Uint8Array>()): Promise<string[]> {
  const pages = new PdfPages(about);
  pages.add(drawing, pictures);
  const file = Buffer.from(await pages.end());
  const start = file.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(file.subarray(start, file.indexOf('\nendstream', start)))
    .toString('latin1')
    .split('\n');
}

const page = (...marks: Drawing['marks']): Drawing => ({ width: 297, height: 210, marks });
const red = { width: 25.4 / 72, color: '#ff0000' } as const;

test('a line, a rectangle, a rounded one: stroked, filled or both', async () => {
  const content = await contentOf(
    page(
      { kind: 'line', x1: 0, y1: 25.4, x2: 50.8, y2: 25.4, stroke: red },
      { kind: 'line', x1: 0, y1: 50.8, x2: 50.8, y2: 50.8, stroke: red },
      { kind: 'rectangle', x: 25.4, y: 25.4, width: 25.4, height: 12.7, fill: '#0000ff' },
      { kind: 'rectangle', x: 25.4, y: 25.4, width: 25.4, height: 12.7, radius: 2.54, fill: '#0000ff', stroke: red },
    ),
  );
  const text = content.join(' ');
  expect(text).toContain('0 72 m 144 72 l S');
  expect(text).toContain('72 72 72 36 re f');
  expect(text.match(/ c /g)).toHaveLength(4);
  expect(text).toMatch(/h B\b/);
  // The pen is told once, not for each mark.
  expect(text.match(/1 0 0 SCN/g)).toHaveLength(1);
  expect(text.match(/0 0 1 scn/g)).toHaveLength(1);
});

test('text upright at its baseline, in its size and tracking; one glyph for each character, rare ones too', async () => {
  const content = await contentOf(
    page({ kind: 'text', text: '王𠮷王', x: 25.4, y: 50.8, weight: 700, size: 12, color: '#000000', tracking: 0.1 }),
  );
  const shown = content.find((line) => line.startsWith('BT'));
  const [, , first, , last] = /12 Tf 1\.2 Tc 1 0 0 -1 72 144 Tm <((....)(....)(....))> Tj ET/.exec(shown ?? '') ?? [];
  expect(first).toBeDefined();
  expect(last).toBe('0001');
});

test('the print dialog is told every place to a thousandth', () => {
  const mark = { kind: 'line', x1: 1.23456, y1: 0, x2: 50.8, y2: -0.0004, stroke: red } as const;
  expect(JSON.parse(printedLine({ drawing: page(mark), pictures: {} }))).toMatchObject({
    drawing: { marks: [{ x1: 1.235, y1: 0, x2: 50.8, stroke: { width: 0.353 } }] },
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('nothing is drawn at %s', (nowhere) => {
  const text = { kind: 'text', text: '王', x: 25.4, y: 50.8, weight: 400, size: 12, color: '#000000' } as const;
  for (const mark of [
    { ...text, x: nowhere },
    { ...text, size: nowhere },
    { ...text, tracking: nowhere },
    { kind: 'line', x1: 0, y1: nowhere, x2: 50.8, y2: 25.4, stroke: red },
    { kind: 'rectangle', x: 25.4, y: 25.4, width: nowhere, height: 12.7, fill: '#0000ff' },
  ] as const)
    for (const write of [
      () => new PdfPages(about).add(page(mark), new Map()),
      () => printedLine({ drawing: page(mark), pictures: {} }),
    ])
      expect(write).toThrow(/number/);
});

test('a picture that was not given is no blank', async () => {
  const pages = new PdfPages(about);
  expect(() => pages.add(page({ kind: 'picture', key: 'a', x: 0, y: 0, width: 5, height: 7 }), new Map())).toThrow(
    'a is missing',
  );
});
