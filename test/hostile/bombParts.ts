// What bombs are made of: workbooks, pages and old streams of a few people, one part of which is somebody else's.
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync } from 'fflate';
import { CFB, utils, write } from 'xlsx';
import { workbookOf } from '../harness/importCalls.ts';
import { rosterRow, rosterSheet, rosterTitles } from '../harness/roster.ts';
import { type MadeEntry, zipOf } from '../harness/zips.ts';

export const megabyte = 1024 * 1024;

/** A workbook of a few people, some of whose parts are others. */
export function workbook(parts: Record<string, string>, more: readonly MadeEntry[] = []): Uint8Array<ArrayBuffer> {
  const own = unzipSync(workbookOf(rosterSheet(3)));
  const all = { ...own, ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) };
  return zipOf([...Object.entries(all).map(([name, content]) => ({ name, content })), ...more]);
}

export const sheetPart = 'xl/worksheets/sheet1.xml';
const opening = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
export const inline = (text: string, address = ''): string =>
  `<c${address === '' ? '' : ` r="${address}"`} t="inlineStr"><is><t>${text}</t></is></c>`;
const titles = `<row r="1">${rosterTitles.map((title) => inline(title)).join('')}</row>`;
export const person = (row: number): string =>
  `<row r="${row}">${rosterRow(row)
    .map((cell) => inline(cell))
    .join('')}</row>`;
/** A sheet of a header, some rows and what stands before and behind them. */
export const sheet = (rows: string, { before = '', behind = '' } = {}): string =>
  `${opening}${before}<sheetData>${titles}${rows}</sheetData>${behind}</worksheet>`;
export const withSheet = (rows: string, around?: { before?: string; behind?: string }): Uint8Array<ArrayBuffer> =>
  workbook({ [sheetPart]: sheet(rows, around) });

export const repeated = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');
export const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content));

/** A part of zeros, whose packed form is made without holding it. */
export function zeros(name: string, megabytes: number): MadeEntry {
  const content = Buffer.alloc(megabytes * megabyte);
  return { name, content, packed: deflateRawSync(content) };
}

export const openDocument = (table: string): Uint8Array<ArrayBuffer> => {
  const own = unzipSync(
    new Uint8Array(
      write(
        { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rosterSheet(3)) } },
        { type: 'array', bookType: 'ods' },
      ) as ArrayBuffer,
    ),
  );
  const content = Buffer.from(own['content.xml'] ?? [])
    .toString()
    .replace('</table:table>', `${table}</table:table>`);
  return zipOf(Object.entries({ ...own, 'content.xml': strToU8(content) }).map(([name, part]) => ({ name, content: part })));
};

/** A page's table of a header and whatever comes. */
export const page = (rows: string): Uint8Array<ArrayBuffer> =>
  text(
    `<html><meta charset="utf-8"><table><tr>${rosterTitles.map((title) => `<td>${title}</td>`).join('')}</tr>${rows}</table></html>`,
  );

/** An .xls whose stream is changed. */
export function biff(change: (stream: Buffer) => Buffer): Uint8Array<ArrayBuffer> {
  const book = { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rosterSheet(30)) } };
  const container = CFB.read(Buffer.from(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook');
  if (!stream) throw new Error('no workbook stream');
  stream.content = change(Buffer.from(stream.content as Uint8Array));
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

export function record(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(body.byteLength, 2);
  return Buffer.concat([head, body]);
}

/** After the stream's first record. */
export const withRecords = (records: () => Buffer): Uint8Array<ArrayBuffer> =>
  biff((stream) => {
    const first = 4 + stream.readUInt16LE(2);
    return Buffer.concat([stream.subarray(0, first), records(), stream.subarray(first)]);
  });

export const sharedTable = (): Buffer => {
  const body = Buffer.alloc(8 + 12);
  body.writeUInt32LE(0xffff_ffff, 0);
  body.writeUInt32LE(0x7fff_ffff, 4);
  return record(0xfc, body);
};

/** An .xls of 300,000 merges. */
export const manyMerges = (): Uint8Array<ArrayBuffer> =>
  biff((stream) =>
    Buffer.concat([
      stream.subarray(0, stream.length - 4),
      ...Array.from({ length: 300 }, () => {
        const body = Buffer.alloc(2 + 8 * 1000);
        body.writeUInt16LE(1000, 0);
        for (let index = 0; index < 1000; index++) {
          body.writeUInt16LE(1, 2 + index * 8);
          body.writeUInt16LE(65_535, 4 + index * 8);
          body.writeUInt16LE(255, 8 + index * 8);
        }
        return record(0xe5, body);
      }),
      stream.subarray(stream.length - 4),
    ]),
  );
