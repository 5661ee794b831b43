// Workbooks of the old kind: the compound file of .xls, also one that holds an enciphered .xlsx, and bare streams of records as
// old systems write them. What only forbids editing opens; text in GBK that says it is Western, or nothing, is read as GBK.
import { CFB, type WorkBook } from 'xlsx';
import { Refusal } from '../../../shared/refusal.ts';
import type { Book } from './book.ts';
import { openPackage, openStream } from './defaultPassword.ts';
import { belowHeader, markedAll, markFiltered, withActive } from './marks.ts';
import { readPicturesXls } from './readPicturesXls.ts';
import { readZipped } from './readZipped.ts';
import { broken, locked, parseStored, sheetsOf } from './storedSheets.ts';
import { xlsMarks } from './xlsMarks.ts';
import type { ZipContainer } from './zipParts.ts';

/** @throws Refusal for a compound file that holds no workbook, is damaged, or has a password of its own */
export function readCompound(name: string, bytes: Uint8Array): Book {
  const container = unpacked(name, bytes);
  const stream = (path: string): Buffer | null => {
    const found = CFB.find(container, path) as { content?: Uint8Array | number[] } | null;
    return found?.content ? Buffer.from(found.content) : null;
  };
  const [info, content] = [stream('/EncryptionInfo'), stream('/EncryptedPackage')];
  if (info && content) {
    const zip = opened(name, () => openPackage(info, content));
    return readZipped(name, zip);
  }
  if (stream('/WordDocument'))
    throw new Refusal(`“${name}”其实是 Word 文档，不是表格。请把里面的表格复制到 Excel 或 WPS 表格中，另存为 .xlsx 再选择。`);
  const records = stream('/Workbook') ?? stream('/Book');
  if (!records) throw broken(name);
  return readRecords(name, records);
}

function unpacked(name: string, bytes: Uint8Array): ZipContainer {
  try {
    return CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' }) as ZipContainer;
  } catch (error) {
    if (error instanceof Error) throw broken(name);
    throw error;
  }
}

/** Damaged ciphers are no password. */
function opened(name: string, open: () => Buffer | null): Buffer {
  let found: Buffer | null;
  try {
    found = open();
  } catch (error) {
    if (error instanceof Error) throw broken(name);
    throw error;
  }
  if (found === null) throw locked(name);
  return found;
}

/** @param stream of records, from the first BOF */
export function readRecords(name: string, stream: Uint8Array): Book {
  const records = opened(name, () => openStream(Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)));
  const plain = parseStored(name, { records, codePage: null });
  const chinese = isMisread(plain) ? parseStored(name, { records: inGbk(records), codePage: gbk }) : null;
  const workbook = chinese && !isMisread(chinese) ? chinese : plain;
  const sheets = sheetsOf(name, workbook);
  const { sheets: marks, active } = xlsMarks(records);
  for (const [index, own] of marks.entries()) {
    const filter = workbook.Sheets[workbook.SheetNames[index] ?? '']?.['!autofilter'];
    if (filter) markFiltered(own.hiddenRows, [belowHeader(filter.ref)]);
    else if (own.filtered) markFiltered(own.hiddenRows, [{ firstRow: 0, lastRow: Infinity }]);
  }
  const marked = marks.length === sheets.length ? markedAll(sheets, marks, false) : sheets;
  return {
    kind: 'xls',
    encoding: workbook === chinese ? 'GBK' : null,
    sheets: withActive(marked.map((sheet, index) => ({ ...sheet, active: index === active }))),
    pictures: readPicturesXls(records, workbook.SheetNames),
  };
}

const gbk = 936;
const codePageRecord = 0x42;

/** Texts, and not a Chinese character among them, but Western letters with accents: bytes of GBK, each taken for a letter. */
function isMisread(workbook: WorkBook): boolean {
  let accented = false;
  for (const sheetName of workbook.SheetNames)
    for (const row of (workbook.Sheets[sheetName]?.['!data'] ?? []) as ({ v?: unknown } | undefined)[][])
      for (const cell of row ?? []) {
        if (typeof cell?.v !== 'string') continue;
        if (/[\u3400-\u9fff]/.test(cell.v)) return false;
        accented ||= /[\u0080-\u00ff\ufffd]/.test(cell.v);
      }
  return accented;
}

/** The stream with GBK as what it says its text is in. */
function inGbk(records: Buffer): Buffer {
  const changed = Buffer.from(records);
  let said = false;
  for (let at = 0; at + 6 <= changed.byteLength; at += 4 + changed.readUInt16LE(at + 2))
    if (changed.readUInt16LE(at) === codePageRecord) {
      changed.writeUInt16LE(gbk, at + 4);
      said = true;
    }
  // A stream without a list of sheets may grow: nothing in it counts bytes.
  const isBare = changed.readUInt16LE(0) === 0x809 && changed.readUInt16LE(4) === 0;
  if (said || !isBare) return changed;
  const end = 4 + changed.readUInt16LE(2);
  return Buffer.concat([
    changed.subarray(0, end),
    Buffer.from([codePageRecord, 0, 2, 0, gbk & 0xff, gbk >> 8]),
    changed.subarray(end),
  ]);
}
