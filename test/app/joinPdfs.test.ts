// Several PDFs become one on disk: pages in order, references whole, streams untouched.
import { existsSync, readFileSync } from 'node:fs';
import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { joinPdfs } from '../../main/ground/pdf/join.ts';

async function part(widths: number[], text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont('Helvetica');
  for (const width of widths) document.addPage([width, 500]).drawText(text, { font });
  return document.save();
}

async function* parts(...made: Promise<Uint8Array>[]): AsyncGenerator<Uint8Array> {
  for (const one of made) yield await one;
}

test('parts are joined in order', async () => {
  const joined = await joinPdfs(parts(part([100, 110], 'a'), part([200], 'b'), part([300, 310, 320], 'c')), 3);
  if (!('path' in joined)) throw new Error('three parts go to disk');
  expect(existsSync(joined.path)).toBe(true);
  const read = await PDFDocument.load(readFileSync(joined.path));
  expect(read.getPages().map((page) => page.getWidth())).toEqual([100, 110, 200, 300, 310, 320]);
  expect(String(read.catalog.Pages().get(PDFName.of('Count')))).toBe('6');
  for (const page of read.getPages()) expect(page.node.Resources()?.get(PDFName.of('Font'))).toBeDefined();
});

test('a single part stays as it is', async () => {
  const only = part([100], 'a');
  expect(await joinPdfs(parts(only), 1)).toEqual({ bytes: await only });
});
