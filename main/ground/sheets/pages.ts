// How a sheet's rows fall on pages of paper: the table as small as the workbook's fit to one page's width makes it, what stands
// around it at its own size, a row that is taller than a page split between its lines, and never sums or a signature line without a
// row above them.
// In one pass, holding one page; how many pages there are is known by letting it run once before.
import { type Entry, entriesOf } from './entries.ts';
import type { Column, Frame, Row } from './frame.ts';
import {
  cellLines,
  cellPadding,
  cellText,
  heightOf,
  type Layout,
  lineHeight,
  marginInches,
  pagesOf,
  paperHeight,
  photoHeight,
  signatureHeight,
  titleHeight,
  unitLineHeight,
} from './layout.ts';

/** A row on a page, or what of its lines stands there. */
export type PlacedRow = {
  /** Counted from 1. */
  number: number;
  row: Row;
  /** By column. */
  lines: readonly string[][];
  /** Its first lines are on this page: what isn't words stands there too. */
  begins: boolean;
  /** Its words are in `lines`, over the columns before the first sum. */
  sums?: readonly (number | null)[];
  /** In the sheet's points, before it is scaled. */
  height: number;
};

/** Sheet points for the table's rows on a page, and what else comes below the last row. */
type Room = { first: number; others: number; tail: number };

export const hasTotals = (layout: Layout): boolean => layout.totals.some((total) => total !== null);

function roomOf(frame: Frame, layout: Layout): Room {
  const { scale } = pagesOf(frame, layout);
  const header = layout.headerHeights.reduce((sum, height) => sum + height, 0);
  const others = (paperHeight[frame.paper] - (marginInches.top + marginInches.bottom) * 72) / scale - header;
  return {
    first: others - (titleHeight + unitLineHeight) / scale,
    others,
    tail: (hasTotals(layout) ? layout.evenHeight : 0) + signatureHeight / scale,
  };
}

/** Blanks for what no font draws: control characters; nothing for what only steers shaping. */
export const drawable = (text: string): string =>
  unseen.test(text) ? text.replaceAll(/[^\P{Cc}\n]/gu, ' ').replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, '') : text;

const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

const most = (lines: readonly string[][]): number => Math.max(...lines.map(({ length }) => length));

function place(layout: Layout, columns: readonly Column[], row: Row, number: number): PlacedRow {
  const lines = columns.map((_, index) => cellLines(layout, columns, index, drawable(cellText(row[index] ?? null))));
  return { number, row, lines, begins: true, height: heightOf(layout, most(lines)) };
}

/** What of a row goes into `room` and what is left over; null where not a line of it, or its photo, fits, or all of it is one line. */
function split(placed: PlacedRow, room: number): [PlacedRow, PlacedRow] | null {
  const count = Math.min(Math.floor((room - cellPadding) / lineHeight), most(placed.lines) - 1);
  const least = placed.begins && placed.row.some((cell) => cell instanceof Uint8Array) ? photoHeight : 0;
  if (count < 1 || room < least) return null;
  const part = (from: number, to?: number): PlacedRow => {
    const lines = placed.lines.map((each) => each.slice(from, to));
    const begins = placed.begins && from === 0;
    return { ...placed, lines, begins, height: Math.max(most(lines) * lineHeight + cellPadding, begins ? least : 0) };
  };
  return [part(0, count), part(count)];
}

type Sums = Extract<Entry, { kind: 'sums' }>;

/** Each row with the sums that follow it, and whether it is the last. */
function* withSums(entries: Iterable<Entry>): Generator<{ row: Row; sums: Sums | null; isLast: boolean }> {
  let held: { row: Row; sums: Sums | null } | null = null;
  for (const entry of entries) {
    if (entry.kind === 'sums') {
      if (held) held.sums = entry;
      continue;
    }
    if (held) yield { ...held, isLast: false };
    held = { row: entry.row, sums: null };
  }
  if (held) yield { ...held, isLast: true };
}

/** The rows of each page, page by page; below the last ones stand the totals and the signature line. */
export function* fallOnPages(frame: Frame, layout: Layout, rows: Iterable<Row>): Generator<PlacedRow[]> {
  const { first, others, tail } = roomOf(frame, layout);
  let page: PlacedRow[] = [];
  let room = first;
  let number = 0;
  for (const { row, sums, isLast } of withSums(entriesOf(frame, rows))) {
    number++;
    const sumsHeight = sums ? layout.evenHeight : 0;
    const below = sumsHeight + (isLast ? tail : 0);
    let rest = place(layout, frame.columns, row, number);
    for (;;) {
      const needed = rest.height + below;
      // Where it fits a page, it stands whole on the next one.
      const parts = needed <= room || (page.length > 0 && needed <= others) ? null : split(rest, room);
      if (needed <= room || (!parts && page.length === 0)) {
        page.push(rest);
        if (sums)
          page.push({ number, row: [], lines: [[drawable(sums.label)]], begins: true, sums: sums.sums, height: sumsHeight });
        room -= rest.height + sumsHeight;
        break;
      }
      if (parts) page.push(parts[0]);
      yield page;
      page = [];
      room = others;
      rest = parts?.[1] ?? rest;
    }
  }
  yield page;
}
