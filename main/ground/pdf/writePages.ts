// Writes a framed sheet as a PDF, in the same frame as its workbook.
import { drawnPages } from '../sheets/drawnPages.ts';
import type { Frame, Row } from '../sheets/frame.ts';
import { PdfPages } from './draw.ts';

/**
 * The PDF's bytes; `rows` and what is refused as drawnPages has them.
 * @param created what the file says about when it was made
 */
export async function writePages(
  frame: Frame,
  rows: () => Iterable<Row>,
  created: Date,
  progress: (rows: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PdfPages({ title: frame.title, author: frame.unit, created });
  for await (const { drawing, pictures } of drawnPages(frame, rows, progress)) pdf.add(drawing, pictures);
  return pdf.end();
}
