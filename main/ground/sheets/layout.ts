// Measures a sheet before it is written: column widths that fit the longest value, rows of even height that cut nothing, on the
// paper asked for. Pure, and in one pass over the rows, so that a hundred thousand of them need not be held.
//
// Widths are counted in Excel's units (lines.ts): a digit of the body font, 10.5 pt 仿宋, so that a Chinese character is two.
import type { Entry } from './entries.ts';
import { type Cell, type Column, type Frame, type HeaderCell, headerCells, type Row } from './frame.ts';
import { breakLines, widthOf } from './lines.ts';

export const bodySize = 10.5;
export const titleSize = 22;

/** Points. */
export const unit = 5.25;
/** Cell padding at both sides together, in units. */
export const padding = 1.6;
/** Words at the left edge are indented by one. */
export const indent = 1.4;
export const lineHeight = 15.6;
export const cellPadding = 7;
const photoWidth = 9;
/** Long words wrap beyond this many units; the paper may make it less. */
const widestText = 34;
/** Words of seven characters never wrap. */
const shortText = 14;
const histogramSize = 256;
/** Lines that all rows have room for, where many need them; what needs more has a height of its own. */
const mostEven = 3;
/** So that what was measured to fit does. */
const hair = 0.01;

/** Points between the margins, landscape. */
export const marginInches = { left: 0.4, right: 0.4, top: 0.55, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
/** Landscape, in points. */
export const paperWidth = { A4: 841.89, A3: 1190.55 } as const;
export const paperHeight = { A4: 595.28, A3: 841.89 } as const;
/** Below this scale the print is too small to read; words wrap instead, as far as they can. */
const smallestScale = { A4: 0.6, A3: 0.72 } as const;
const tolerance = 1.12;

/** Embedded pictures: 5:7 in pixels of 0.75 pt. */
export const photoPixels = { width: 50, height: 70 } as const;
export const photoHeight = photoPixels.height * 0.75 + 6;

/** How a cell reads. */
export const cellText = (cell: Cell): string => (cell === null || cell instanceof Uint8Array ? '' : String(cell));

export type Layout = {
  /** Excel's column widths. */
  widths: number[];
  /** Points. */
  headerHeights: number[];
  /** The height rows have unless their words need more. */
  evenHeight: number;
  /** Rows measured. */
  rows: number;
  /** Rows of sums among them, not counted there. */
  sums: number;
  /** Sums of the columns that add up, by column; null elsewhere. */
  totals: (number | null)[];
};

/** A title of six characters stands in one line, a longer one in two or three. */
const headerWidth = (title: string): number => {
  const width = widthOf(title);
  if (width <= 12) return width;
  return Math.ceil(width / (width <= 24 ? 2 : 3) / 2) * 2;
};

/** Gathers what the layout needs, row by row. */
export class Measure {
  readonly #columns: readonly Column[];
  /** By column: how many cells are so many units wide, rounded up. */
  readonly #histograms: Uint32Array[];
  readonly #sums: number[];
  #rows = 0;
  #sumRows = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#histograms = columns.map(() => new Uint32Array(histogramSize));
    this.#sums = columns.map(() => 0);
  }

  add(entry: Entry): void {
    if (entry.kind === 'sums') {
      this.#sumRows++;
      return;
    }
    const { row } = entry;
    this.#rows++;
    for (const [index, cell] of row.entries()) {
      const width = Math.min(Math.ceil(widthOf(cellText(cell))), histogramSize - 1);
      const histogram = this.#histograms[index];
      if (histogram) histogram[width] = (histogram[width] ?? 0) + 1;
      if (typeof cell === 'number') this.#sums[index] = (this.#sums[index] ?? 0) + cell;
    }
  }

  layout(frame: Frame): Layout {
    const columns = this.#columns;
    const totals = columns.map((column, index) => (column.total ? (this.#sums[index] ?? 0) : null));
    const widths = this.#widths(frame, totals);
    const header = headerCells(columns);
    const headerHeights = Array.from({ length: header.rows }, (_, row) => {
      const lines = header.cells
        .filter((cell) => cell.rows === 1 && cell.row === row)
        .map((cell) => headerLines(widths, cell).length);
      return Math.max(1, ...lines) * lineHeight + cellPadding + 4;
    });
    for (const cell of header.cells.filter(({ rows }) => rows === 2)) {
      const needed = headerLines(widths, cell).length * lineHeight + cellPadding + 4;
      const spare = needed - headerHeights.reduce((sum, height) => sum + height, 0);
      if (spare > 0) headerHeights[1] = (headerHeights[1] ?? 0) + spare;
    }
    const usual = Math.max(
      1,
      ...columns.map((column, index) => (wraps(column) ? this.#usualLines(index, roomOf(column, widths[index] ?? 0)) : 1)),
    );
    const lines = Math.min(usual, mostEven);
    const photo = columns.some((column) => column.kind === 'photo') ? photoHeight : 0;
    const evenHeight = Math.max(lines * lineHeight + cellPadding, photo);
    return { widths, headerHeights, evenHeight, rows: this.#rows, sums: this.#sumRows, totals };
  }

  #widths(frame: Frame, totals: readonly (number | null)[]): number[] {
    const natural = this.#columns.map((column, index) => {
      if (column.kind === 'photo') return photoWidth;
      const longest = Math.max(this.#longest(index), widthOf(cellText(totals[index] ?? null)));
      const words = wraps(column) ? Math.min(longest, widestText) : longest;
      return Math.max(headerWidth(column.title), words, column.least ?? 0) + paddingOf(column);
    });
    // Short values stay in one line; longer ones keep room for the longest in two.
    const least = this.#columns.map((column, index) => {
      const width = natural[index] ?? 0;
      if (!wraps(column) || width <= shortText + paddingOf(column)) return width;
      const half = Math.ceil((width - paddingOf(column)) / 2) + 1;
      return Math.min(width, Math.max(headerWidth(column.title), half, column.least ?? 0) + paddingOf(column));
    });
    const page = (paperWidth[frame.paper] - (marginInches.left + marginInches.right) * 72) / unit;
    const sum = natural.reduce((total, width) => total + width, 0);
    // A table narrower than the page would stand at its left edge: its columns share what is over.
    if (sum < page) return natural.map((width) => Math.floor(((width * page) / sum) * 100) / 100);
    const target = page / smallestScale[frame.paper];
    // First only what few rows use gives way; rows wrap by rule only where the print would become far too small without.
    const usual = natural.map((width, index) => {
      const column = this.#columns[index];
      if (!column || !wraps(column)) return width;
      return Math.min(width, Math.max(least[index] ?? 0, this.#usualWidth(index) + paddingOf(column)));
    });
    const widths = shrink(natural, usual, target);
    return widths.reduce((total, width) => total + width, 0) <= target * tolerance ? widths : shrink(widths, least, target);
  }

  #longest(index: number): number {
    return this.#histograms[index]?.findLastIndex((count) => count > 0) ?? 0;
  }

  /** The width that holds all but one in twenty of a column's cells. */
  #usualWidth(index: number): number {
    let over = 0;
    for (let size = histogramSize - 1; size > 0; size--) {
      over += this.#histograms[index]?.[size] ?? 0;
      if (over > this.#rows / 20) return size;
    }
    return 0;
  }

  /** The lines that all but one in twenty of a column's cells need. */
  #usualLines(index: number, width: number): number {
    const size = this.#usualWidth(index);
    return size <= width ? 1 : Math.ceil(size / (width - 1));
  }
}

const paddingOf = (column: Column): number => padding + (column.left ? indent : 0);

/** Units for words in a column. */
const roomOf = (column: Column, width: number): number => width - paddingOf(column) + hair;

const wraps = (column: Column): boolean => column.kind === 'text';

/** Columns one may wrap give way, the widest first, until the sheet fits or none can. */
function shrink(natural: readonly number[], least: readonly number[], target: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - target;
  while (over > 0) {
    let widest = -1;
    for (const [index, width] of widths.entries())
      if (width > (least[index] ?? 0) && (widest < 0 || width > (widths[widest] ?? 0))) widest = index;
    if (widest < 0) break;
    const step = Math.min(1, (widths[widest] ?? 0) - (least[widest] ?? 0));
    widths[widest] = (widths[widest] ?? 0) - step;
    over -= step;
  }
  return widths;
}

const spanOf = (widths: readonly number[], first: number, count: number): number =>
  widths.slice(first, first + count).reduce((sum, width) => sum + width, 0);

/** A header cell's title as it wraps. */
export const headerLines = (widths: readonly number[], { title, column, columns }: HeaderCell): string[] =>
  breakLines(title, spanOf(widths, column, columns) - padding + hair);

/** The lines a cell's words take in their column; only text wraps. */
export const cellLines = (layout: Layout, columns: readonly Column[], index: number, text: string): string[] => {
  const column = columns[index];
  if (!column || !wraps(column)) return [text];
  const room = roomOf(column, layout.widths[index] ?? 0);
  // Most cells fit by their length alone; only the others are measured.
  return text.length * 2 <= room && !text.includes('\n') ? [text] : breakLines(text, room);
};

/** Points: what so many lines need, the even height at least. */
export const heightOf = (layout: Layout, lines: number): number => Math.max(layout.evenHeight, lines * lineHeight + cellPadding);

/** Points: the even height, or more where this row's words wrap further. */
export function rowHeight(layout: Layout, columns: readonly Column[], row: Row): number {
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const cell = row[index];
    if (wraps(column) && typeof cell === 'string') lines = Math.max(lines, cellLines(layout, columns, index, cell).length);
  }
  return heightOf(layout, lines);
}

/** How many columns each part of the second row takes: the first what it needs and a third at least, the middle one centred. */
export function unitLineSpans(widths: readonly number[], parts: readonly string[]): number[] {
  const whole = spanOf(widths, 0, widths.length);
  // The parts are set in 12 pt.
  const first = Math.max(0.34, ((widthOf(parts[0] ?? '') * 12) / bodySize + 2) / whole);
  const cuts = parts.length === 2 ? [Math.max(0.6, first)] : [first, Math.max(1 - first, first + 0.25)];
  const ends: number[] = [];
  for (const cut of cuts) {
    let end = (ends.at(-1) ?? 0) + 1;
    while (end < widths.length - (cuts.length - ends.length) && spanOf(widths, 0, end) < whole * cut) end++;
    ends.push(end);
  }
  ends.push(widths.length);
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** How the sheet falls on paper, near enough to say it beforehand: its scale, and its pages when all rows were even. */
export function pagesOf(frame: Frame, layout: Layout): { scale: number; pages: number } {
  const width = (paperWidth[frame.paper] - (marginInches.left + marginInches.right) * 72) / unit;
  const scale = Math.min(1, width / spanOf(layout.widths, 0, layout.widths.length));
  const header = layout.headerHeights.reduce((sum, height) => sum + height, 0);
  const page = (paperHeight[frame.paper] - (marginInches.top + marginInches.bottom) * 72) / scale - header;
  const above = titleHeight + unitLineHeight;
  const rows = layout.rows + layout.sums + (layout.totals.some((total) => total !== null) ? 1 : 0);
  const first = Math.floor((page - above) / layout.evenHeight);
  const others = Math.max(1, Math.floor(page / layout.evenHeight));
  return { scale, pages: 1 + Math.max(0, Math.ceil((rows + 1.2 - first) / others)) };
}

export const titleHeight = 45;
export const unitLineHeight = 25;
export const signatureHeight = 34;
