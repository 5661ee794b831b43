// Workbooks of the old kind: the compound file of .xls, also one that holds an enciphered .xlsx, and bare streams of records as
// old systems write them. What only forbids editing opens; text in GBK that says it is Western, or nothing, is read as GBK.
import { CFB, type WorkBook } from 'xlsx';
import { Refusal } from '../../../shared/refusal.ts';
import { biff, recordsFrom, viewOf } from './biffRecords.ts';
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
  const chinese = isMisread(plain) ? readAsGbk(name, records) : null;
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

/**
 * Bytes of GBK, each taken for a Western letter: not a Chinese character in the whole workbook, and nearly every accented letter
 * beside another, as in no language.
 */
function isMisread(workbook: WorkBook): boolean {
  let [accented, alone] = [0, 0];
  for (const sheetName of workbook.SheetNames)
    for (const row of (workbook.Sheets[sheetName]?.['!data'] ?? []) as ({ v?: unknown } | undefined)[][])
      for (const cell of row ?? []) {
        if (typeof cell?.v !== 'string') continue;
        if (/[\u3400-\u9fff]/.test(cell.v)) return false;
        for (const [run] of cell.v.matchAll(/\P{ASCII}+/gu)) {
          accented += run.length;
          if (run.length === 1) alone++;
        }
      }
  return accented > 0 && alone * 5 < accented;
}

const gbk = new TextDecoder('gb18030', { fatal: true });
/** In which every byte is the character of its number. */
const latin1 = 28_591;

/** Reads the stream with each byte of its text as a character, and those as GBK; null where that fails. */
function readAsGbk(name: string, records: Buffer): WorkBook | null {
  const changed = Buffer.from(records);
  for (const { type, data } of recordsFrom(changed))
    if (type === biff.codePage && data.byteLength >= 2) viewOf(data).setUint16(0, latin1, true);
  const workbook = parseStored(name, { records: changed, codePage: latin1 });
  // What holds other characters was no single bytes.
  const chinese = (text: string): string => (/^[\0-\u00ff]*$/.test(text) ? gbk.decode(Buffer.from(text, 'latin1')) : text);
  try {
    for (const sheet of Object.values(workbook.Sheets))
      for (const row of (sheet['!data'] ?? []) as ({ v?: unknown } | undefined)[][])
        for (const cell of row ?? []) if (typeof cell?.v === 'string') cell.v = chinese(cell.v);
    const sheets = workbook.SheetNames.map((own) => [chinese(own), workbook.Sheets[own] ?? {}] as const);
    return { ...workbook, SheetNames: sheets.map(([own]) => own), Sheets: Object.fromEntries(sheets) };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
