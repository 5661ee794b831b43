// A page as a list of what is drawn on it, in the order of drawing. All that lays pages out (sheets, later boards) makes such lists by
// pure code, and whatever draws them (PDF, SVG) decides nothing: every place is exact, and no text is left to wrap or shrink.
// Lengths are millimetres from the top left corner, sizes of type are points.
import type { Weight } from './glyphs.ts';

export type Drawing = { width: number; height: number; marks: Mark[] };

/** `#rrggbb`. */
export type Color = `#${string}`;

export type Stroke = { width: number; color: Color };

export type Mark =
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: Stroke }
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; radius?: number; fill?: Color; stroke?: Stroke }
  | TextMark
  /** A JPEG, stretched over the rectangle; whoever draws is given its bytes by its key. */
  | { kind: 'picture'; key: string; x: number; y: number; width: number; height: number };

/** One line of text. `x` is its left edge, `y` its baseline; `tracking` is added after each character, in parts of the size. */
export type TextMark = {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  weight: Weight;
  size: number;
  color: Color;
  tracking?: number;
};

export const millimetresOf = (points: number): number => (points * 25.4) / 72;

/** To a thousandth: finer than any printer. @throws Error where it is no number, which a file would hold as a blank or a word */
export function thousandth(number: number): number {
  if (!Number.isFinite(number)) throw new Error(`no number to draw by: ${number}`);
  return Math.round(number * 1000) / 1000;
}

/** How far below the middle of its line a text has its baseline, in parts of its size: Chinese characters stand in the middle. */
export const baselineDrop = 0.38;
