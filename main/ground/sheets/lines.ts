// How wide words are and how they break into lines, for every form a sheet takes: what the workbook's row heights are counted from
// is what the page then draws. Widths are Excel's: one unit is a digit of the body font, half a Chinese character.
import { glyphWidth } from '../../../shared/drawing/glyphs.ts';

const wide = (code: number): boolean => code > 0x2e7f || (code >= 0x2010 && code <= 0x2027) || code === 0xb7;

/** A character never counts less than it takes in 仿宋, in the fonts that stand in for it, or in the font of the page. */
const unitsOf = (code: number): number => Math.max(wide(code) ? 2 : 1.15, 2 * (glyphWidth(code, 400) ?? 0));

/** A text's width in units. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += unitsOf(character.codePointAt(0) ?? 0);
  return width;
}

/**
 * What stays together: a run of Latin or digits, one Chinese character, either with the brackets that open before it and the marks
 * that close after it, so that no line begins with a comma.
 */
const piece = /\n|[（《〈「『【〔“‘([]*(?:[!-~]+|[^!-~\n])[，。、；：？！）》〉」』】〕”’·…％,.;:?!)\]%]*/gu;

/** The lines a text takes in `width` units: Chinese breaks anywhere, what stays together only where it is longer than a line. */
export function breakLines(text: string, width: number): string[] {
  if (!text.includes('\n') && widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (part: string, size: number): void => {
    if (used > 0 && used + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += part;
    used += size;
  };
  for (const [part] of text.matchAll(piece)) {
    if (part === '\n') {
      lines.push(line);
      line = '';
      used = 0;
      continue;
    }
    const size = widthOf(part);
    if (size <= width) add(part, size);
    else for (const character of part) add(character, widthOf(character));
  }
  lines.push(line);
  return lines;
}
