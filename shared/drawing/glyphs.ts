// What is known of the fonts that pages are drawn with: which characters they have, and how wide each is. From a table that ships
// with the program, so that a page is laid out, and refused, before any font is opened.
import { runsOf } from '../rules/characters.ts';
import { glyphWidthTable } from './glyphWidthTable.ts';

/** Source Han Sans SC in these weights. */
export type Weight = keyof typeof glyphWidthTable;

const planes = 0x30000;
const none = 0xffff;
const read = new Map<Weight, Uint16Array>();

/** Widths by code point. Read when first asked for. */
function widthsOf(weight: Weight): Uint16Array {
  const known = read.get(weight);
  if (known) return known;
  const widths = new Uint16Array(planes).fill(none);
  for (const part of glyphWidthTable[weight].split(';')) {
    const [width, ranges = ''] = part.split(':');
    for (const [first, end] of runsOf(ranges)) widths.fill(Number(width), first, end);
  }
  read.set(weight, widths);
  return widths;
}

/** A character's width in parts of the size; null where the fonts lack it. */
export function glyphWidth(code: number, weight: Weight): number | null {
  const width = widthsOf(weight)[code] ?? none;
  return width === none ? null : width / 1000;
}

/** A line's width in parts of the size. */
export function textWidth(text: string, weight: Weight): number {
  const widths = widthsOf(weight);
  let sum = 0;
  for (const character of text) {
    const width = widths[character.codePointAt(0) ?? 0] ?? none;
    if (width !== none) sum += width;
  }
  return sum / 1000;
}

/** The first character that the fonts lack, in any weight. */
export function lacking(text: string): string | null {
  const [regular, bold] = [widthsOf(400), widthsOf(700)];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (regular[code] === none || bold[code] === none || code >= planes) return character;
  }
  return null;
}
