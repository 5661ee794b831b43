// Writes a framed sheet for the print dialog: the drawings that its PDF is made of, and a font of the characters in them, so that the
// window that prints them sets nothing by itself.
import { readFileSync } from 'node:fs';
import { type Mark, thousandth } from '../../../shared/drawing/drawing.ts';
import type { Weight } from '../../../shared/drawing/glyphs.ts';
import type { PrintedHead, PrintedPage } from '../../../shared/drawing/printed.ts';
import { drawnPages } from '../sheets/drawnPages.ts';
import type { Frame, Row } from '../sheets/frame.ts';
import { mustFitPrintDialog } from '../sheets/printLimit.ts';
import { openFont } from './cutFont.ts';
import { fontFile } from './fonts.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? thousandth(value) : value);

/** @throws Error where a mark has no number for its place or size */
export const printedLine = (page: PrintedPage): string => `${JSON.stringify(page, rounded)}\n`;

/** The characters of each weight. */
function gather(characters: Map<Weight, Set<number>>, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind !== 'text') continue;
    let known = characters.get(mark.weight);
    if (!known) characters.set(mark.weight, (known = new Set()));
    for (const character of mark.text) known.add(character.codePointAt(0) ?? 0);
  }
}

const cutTo = (weight: Weight, codes: ReadonlySet<number>): string =>
  base64(openFont(readFileSync(fontFile(weight))).cut([...codes].toSorted((a, b) => a - b)));

/** The lines of shared/drawing/printed.ts; `rows` and what is refused as drawnPages has them, and too many pages. */
export async function writePrinted(
  frame: Frame,
  rows: () => Iterable<Row>,
  _created: Date,
  progress: (rows: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const characters = new Map<Weight, Set<number>>();
  const pages: Buffer[] = [];
  let size = { width: 0, height: 0 };
  for await (const { drawing, pictures } of drawnPages(frame, rows, progress, mustFitPrintDialog)) {
    size = { width: drawing.width, height: drawing.height };
    gather(characters, drawing.marks);
    const page: PrintedPage = {
      drawing,
      pictures: Object.fromEntries(Array.from(pictures, ([key, bytes]) => [key, base64(bytes)])),
    };
    pages.push(Buffer.from(printedLine(page)));
  }
  const fonts = Object.fromEntries(Array.from(characters, ([weight, codes]) => [weight, cutTo(weight, codes)]));
  const head: PrintedHead = { title: frame.title, ...size, pages: pages.length, fonts };
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...pages];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
