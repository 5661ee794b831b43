// One page of a sheet as a drawing: on the first the title and the unit line, on each the header and its rows between thin lines, on
// the last the totals and the signature line, at the foot 第 n 页 共 m 页.
import {
  baselineDrop,
  type Color,
  type Drawing,
  type Mark,
  millimetresOf,
  type Stroke,
} from '../../../shared/drawing/drawing.ts';
import { textWidth, type Weight } from '../../../shared/drawing/glyphs.ts';
import { labelled } from './entries.ts';
import { type Column, type Frame, headerCells, signatureLabels, unitLine } from './frame.ts';
import {
  bodySize,
  cellText,
  headerLines,
  indent,
  type Layout,
  lineHeight,
  marginInches,
  padding,
  pagesOf,
  paperHeight,
  paperWidth,
  photoPixels,
  signatureHeight,
  titleHeight,
  titleSize,
  unit,
  unitLineHeight,
} from './layout.ts';
import { drawable, hasTotals, type PlacedRow } from './pages.ts';

/** A page to draw, with the bytes of its pictures by their keys. */
export type SheetPage = { drawing: Drawing; pictures: Map<string, Uint8Array> };

const ink: Color = '#000000';
const thin: Stroke = { width: 0.15, color: ink };
/** Points of the words around the table. */
const lineSize = 12;
const footerSize = 10;
const sides = { left: millimetresOf(marginInches.left * 72), right: millimetresOf(marginInches.right * 72) };

type Box = { x: number; y: number; width: number; height: number };
type Look = { size: number; weight: Weight; align: 'left' | 'center' | 'right' };

const widthIn = (text: string, { size, weight }: Look): number => millimetresOf(textWidth(text, weight) * size);

/** Draws lines of text in the middle of a box. `step` is from one baseline to the next. */
function drawText(marks: Mark[], box: Box, lines: readonly string[], look: Look, step = 0): void {
  const { size, weight, align } = look;
  const middle = box.y + box.height / 2 + millimetresOf(baselineDrop * size);
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    const spare = align === 'left' ? 0 : box.width - widthIn(text, look);
    const x = box.x + (align === 'center' ? spare / 2 : spare);
    marks.push({ kind: 'text', text, x, y: middle + (index - (lines.length - 1) / 2) * step, weight, size, color: ink });
  }
}

/** The same text no wider than `width`. */
const shrunk = (text: string, look: Look, width: number): Look => ({
  ...look,
  size: look.size * Math.min(1, width / widthIn(text, look)),
});

/** Draws the pages of one sheet. */
export class SheetDrawing {
  readonly #frame: Frame;
  readonly #layout: Layout;
  readonly #page: { width: number; height: number };
  /** Millimetres of a sheet point. */
  readonly #point: number;
  /** The left edge of each column, and the right one of the last. */
  readonly #edges: number[];
  readonly #body: Look;

  constructor(frame: Frame, layout: Layout) {
    const { scale } = pagesOf(frame, layout);
    this.#frame = frame;
    this.#layout = layout;
    this.#page = { width: millimetresOf(paperWidth[frame.paper]), height: millimetresOf(paperHeight[frame.paper]) };
    this.#point = millimetresOf(scale);
    this.#edges = [sides.left];
    for (const width of layout.widths) this.#edges.push((this.#edges.at(-1) ?? 0) + width * unit * this.#point);
    this.#body = { size: bodySize * scale, weight: 400, align: 'center' };
  }

  /** Page `number` of `count`, both counted from 1. */
  page(rows: readonly PlacedRow[], number: number, count: number): SheetPage {
    const marks: Mark[] = [];
    const pictures = new Map<string, Uint8Array>();
    let y = millimetresOf(marginInches.top * 72);
    if (number === 1) {
      this.#title(marks, y);
      y += millimetresOf(titleHeight + unitLineHeight);
    }
    this.#header(marks, y);
    const top = y + this.#layout.headerHeights.reduce((sum, height) => sum + height, 0) * this.#point;
    y = top;
    /** Where the rows began that the upright lines are still missing of. */
    let begun = top;
    for (const row of rows) {
      const bottom = y + row.height * this.#point;
      if (row.sums) {
        this.#upright(marks, begun, y);
        this.#sums(marks, y, row.lines[0] ?? [], row.sums);
        begun = bottom;
      } else this.#row(marks, y, row, pictures);
      y = bottom;
    }
    this.#upright(marks, begun, y);
    if (number === count) {
      if (hasTotals(this.#layout)) {
        this.#sums(marks, y, ['合计'], this.#layout.totals);
        y += this.#layout.evenHeight * this.#point;
      }
      this.#signatures(marks, y);
    }
    this.#foot(marks, `第 ${number} 页 共 ${count} 页`);
    return { drawing: { ...this.#page, marks }, pictures };
  }

  /** Columns as a box at `y` of so many sheet points. */
  #box(y: number, points: number, column = 0, columns = this.#edges.length - 1): Box {
    const x = this.#edges[column] ?? 0;
    return { x, y, width: (this.#edges[column + columns] ?? 0) - x, height: points * this.#point };
  }

  #title(marks: Mark[], y: number): void {
    const { width } = this.#box(y, 0);
    const title = drawable(this.#frame.title);
    const look: Look = { size: titleSize, weight: 700, align: 'center' };
    drawText(marks, { x: sides.left, y, width, height: millimetresOf(titleHeight) }, [title], shrunk(title, look, width));
    const parts = unitLine(this.#frame).map(drawable);
    const plain: Look = { size: lineSize, weight: 400, align: 'left' };
    const { size } = shrunk(parts.join('　　'), plain, width);
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    const left = widthIn(first, { ...plain, size });
    const box = { x: sides.left, y: y + millimetresOf(titleHeight), width, height: millimetresOf(unitLineHeight) };
    drawText(marks, box, [first], { ...plain, size });
    drawText(marks, box, [last], { ...plain, size, align: 'right' });
    if (parts.length < 3) return;
    // In the middle of the page, or of what a long first part leaves over.
    const taken = Math.max(left, widthIn(last, { ...plain, size }));
    const room = left + widthIn(parts[1] ?? '', { ...plain, size }) / 2 < width / 2 ? 0 : taken;
    drawText(marks, { ...box, x: box.x + room, width: width - room }, [parts[1] ?? ''], { ...plain, size, align: 'center' });
  }

  #header(marks: Mark[], y: number): void {
    const heights = this.#layout.headerHeights;
    for (const cell of headerCells(this.#frame.columns).cells) {
      const above = cell.row === 0 ? 0 : (heights[0] ?? 0);
      const points = heights.slice(cell.row, cell.row + cell.rows).reduce((sum, height) => sum + height, 0);
      const box = this.#box(y + above * this.#point, points, cell.column, cell.columns);
      marks.push({ kind: 'rectangle', ...box, stroke: thin });
      this.#words(marks, box, headerLines(this.#layout.widths, cell).map(drawable), { ...this.#body, weight: 700 });
    }
  }

  #row(marks: Mark[], y: number, placed: PlacedRow, pictures: Map<string, Uint8Array>): void {
    for (const [index, column] of this.#frame.columns.entries()) {
      const box = this.#box(y, placed.height, index, 1);
      const value = placed.row[index];
      if (!(value instanceof Uint8Array)) this.#words(marks, ...this.#look(box, column, value, placed.lines[index] ?? []));
      else if (placed.begins) {
        const key = `${placed.number}-${index}`;
        pictures.set(key, value);
        const [width, height] = [photoPixels.width * 0.75 * this.#point, photoPixels.height * 0.75 * this.#point];
        const [left, above] = [(box.width - width) / 2, (box.height - height) / 2];
        marks.push({ kind: 'picture', key, x: box.x + left, y: box.y + above, width, height });
      }
    }
    const bottom = y + placed.height * this.#point;
    marks.push({ kind: 'line', x1: this.#edges[0] ?? 0, y1: bottom, x2: this.#edges.at(-1) ?? 0, y2: bottom, stroke: thin });
  }

  #look(box: Box, { left }: Column, value: unknown, lines: readonly string[]): [Box, readonly string[], Look] {
    if (!left || typeof value === 'number') return [box, lines, this.#body];
    const before = (padding / 2 + indent) * unit * this.#point;
    return [{ ...box, x: box.x + before, width: box.width - before }, lines, { ...this.#body, align: 'left' }];
  }

  #upright(marks: Mark[], y1: number, y2: number): void {
    if (y2 > y1) for (const x of this.#edges) marks.push({ kind: 'line', x1: x, y1, x2: x, y2, stroke: thin });
  }

  /** 小计 and 合计: the words over what stands before the first sum. */
  #sums(marks: Mark[], y: number, words: readonly string[], sums: readonly (number | null)[]): void {
    const { evenHeight } = this.#layout;
    const bold: Look = { ...this.#body, weight: 700 };
    const first = labelled(sums);
    const label = this.#box(y, evenHeight, 0, first);
    marks.push({ kind: 'rectangle', ...label, stroke: thin });
    for (const line of words) this.#words(marks, label, [line], shrunk(line, bold, label.width));
    for (const [index, sum] of sums.entries()) {
      if (index < first) continue;
      const box = this.#box(y, evenHeight, index, 1);
      marks.push({ kind: 'rectangle', ...box, stroke: thin });
      this.#words(marks, box, [cellText(sum)], bold);
    }
  }

  #signatures(marks: Mark[], y: number): void {
    const { x, width } = this.#box(y, 0);
    const height = millimetresOf(signatureHeight);
    for (const [index, label] of signatureLabels(this.#frame).map(drawable).entries()) {
      const box = { x: x + (width / 4) * index, y, width: width / 4, height };
      drawText(marks, box, [label], shrunk(label, { size: lineSize, weight: 400, align: 'left' }, box.width));
    }
  }

  #foot(marks: Mark[], text: string): void {
    const look: Look = { size: footerSize, weight: 400, align: 'center' };
    const height = millimetresOf(footerSize);
    const y = this.#page.height - millimetresOf(marginInches.footer * 72) - height;
    drawText(marks, { x: 0, y, width: this.#page.width, height }, [text], look);
  }

  #words(marks: Mark[], box: Box, lines: readonly string[], look: Look): void {
    drawText(marks, box, lines, look, lineHeight * this.#point);
  }
}
