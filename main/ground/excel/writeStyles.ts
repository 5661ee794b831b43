// How the cells of an outgoing sheet look: the fonts of Chinese office papers, thin borders, text as text.
import type { Alignment, Borders, Font, Style } from '@cj-tech-master/excelts';
import { bodySize, titleSize } from '../sheets/layout.ts';

/** GB2312: a machine without the named font picks another Chinese one. */
const charset = 134;
const title: Partial<Font> = { name: '方正小标宋简体', family: 1, charset, size: titleSize };
const body: Partial<Font> = { name: '仿宋_GB2312', family: 3, charset, size: bodySize };
const bold: Partial<Font> = { ...body, bold: true };
const line: Partial<Font> = { ...body, size: 12 };
const edge = { style: 'thin' } as const;
const border: Partial<Borders> = { top: edge, left: edge, bottom: edge, right: edge };
const middle: Partial<Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };
/** One line, from the left edge on. */
const start: Partial<Alignment> = { vertical: 'middle', horizontal: 'left' };

export const styles = {
  title: { font: title, alignment: { vertical: 'middle', horizontal: 'center' }, numFmt: '@' },
  lineLeft: { font: line, alignment: start, numFmt: '@' },
  lineMiddle: { font: line, alignment: { ...start, horizontal: 'center' }, numFmt: '@' },
  lineRight: { font: line, alignment: { ...start, horizontal: 'right' }, numFmt: '@' },
  header: { font: bold, alignment: middle, border, numFmt: '@' },
  text: { font: body, alignment: middle, border, numFmt: '@' },
  textLeft: { font: body, alignment: { ...middle, horizontal: 'left', indent: 1 }, border, numFmt: '@' },
  number: { font: body, alignment: { vertical: 'middle', horizontal: 'center' }, border, numFmt: '0' },
  totalLabel: { font: bold, alignment: middle, border, numFmt: '@' },
  total: { font: bold, alignment: { vertical: 'middle', horizontal: 'center' }, border, numFmt: '0' },
} satisfies Record<string, Partial<Style>>;
