// CSV as offices save it: UTF-8 with or without BOM, GBK/GB18030, Excel's “Unicode 文本” (UTF-16 with tabs), any line end. The
// encoding is found, never asked: strict UTF-8 first, since GBK text hardly ever happens to be valid UTF-8.
import Papa from 'papaparse';
import { type Book, columnLimit, plainSheet, rowLimit } from './book.ts';

export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    // Not valid UTF-8, so it is the other encoding Chinese offices have.
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GBK' };
  }
}

/** `="00123"` is how some programs keep Excel from eating zeros. */
const unquoted = (cell: string): string => /^="(.*)"$/.exec(cell)?.[1] ?? cell;

export function readCsv(bytes: Uint8Array): Book {
  const { text, encoding } = decodeText(bytes);
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    preview: rowLimit + 1,
  });
  const rows = data.map((row) => {
    const cells = row.slice(0, columnLimit).map((cell) => (cell === '' ? null : unquoted(cell)));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return {
    kind: 'csv',
    encoding,
    sheets: [plainSheet('CSV', rows.slice(0, rowLimit), { active: true, cutShort: rows.length > rowLimit })],
  };
}
