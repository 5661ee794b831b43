// Reads any roster file a street office has into plain sheets: .xls, .xlsx, .csv, and the HTML tables that other systems save
// as .xls. What it can't read it names in Chinese: encrypted, an image renamed, broken, empty, too large.
import { Refusal } from '../../../shared/refusal.ts';
import type { Book } from './book.ts';
import { withoutPictureCells } from './pictureCells.ts';
import { decodeText } from './decodeText.ts';
import { readCompound, readRecords } from './readBiff.ts';
import { readCsv } from './readCsv.ts';
import { isPage, isWebArchive, readPage, readWebArchive } from './readPage.ts';
import { readZipped } from './readZipped.ts';
import { cutToTable } from './sheetWindow.ts';

const sizeLimit = 20 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

const otherKinds: [name: string, start: number[]][] = [
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['BMP 图片', [0x42, 0x4d]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** By the version, a day in months and days, and where the records begin: behind 32 bytes, 32 for each field, and an end mark. */
function isDatabase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0, , , , , low = 0, high = 0] = bytes;
  const begins = low + high * 256;
  const dated = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return (
    [0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version) && dated && begins >= 65 && bytes.slice(64, begins).includes(0x0d)
  );
}

/**
 * @param name the file's name, for the words of a refusal
 * @throws Refusal saying what is wrong with the file and what to do
 */
export function readWorkbook(name: string, bytes: Uint8Array): Book {
  if (bytes.byteLength === 0) throw new Refusal(`“${name}”是空文件，里面什么也没有。请重新选择。`);
  if (bytes.byteLength > sizeLimit) throw new Refusal(`“${name}”超过 20 MB，没有读入。请删去多余的工作表或图片后再试。`);
  const other = otherKinds.find(([, start]) => startsWith(bytes, ...start));
  if (other) throw new Refusal(`“${name}”其实是 ${other[0]}，不是表格。请选择 .xlsx、.xls 或 .csv 文件。`);
  if (isDatabase(bytes))
    throw new Refusal(`“${name}”是 dBASE 数据库文件（.dbf），读不了。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
  const read = readByKind(name, bytes);
  const book = { ...read, sheets: read.sheets.map((sheet) => withoutPictureCells(cutToTable(name, sheet), read.pictures)) };
  if (!book.sheets.some((sheet) => sheet.rows.some((row) => row.length > 0)))
    throw new Refusal(`“${name}”里没有内容。请重新选择文件。`);
  return book;
}

function readByKind(name: string, bytes: Uint8Array): Book {
  if (startsWith(bytes, 0x50, 0x4b) && (bytes[2] ?? 9) < 9) return readZipped(name, bytes);
  // The container of .xls, and of an encrypted .xlsx.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readCompound(name, bytes);
  // A bare BIFF stream, as very old programs write.
  const isRecord = (bytes[2] ?? 0xff) <= 16 && bytes[3] === 0;
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? 0xff) && isRecord) return readRecords(name, bytes);
  const decoded = decodeText(name, bytes);
  const { text } = decoded;
  if (isWebArchive(text)) return readWebArchive(name, text);
  if (isPage(text)) return readPage(name, decoded);
  // Every workbook was known by its first bytes; what older systems call .xls may be text with tabs. A text's own controls are
  // its tabs and line ends.
  const mistaken = /\.xlsx$/i.test(name) || (/\.xls$/i.test(name) && !text.includes('\t'));
  if (mistaken || /(?!\s)\p{Cc}/u.test(text))
    throw new Refusal(`“${name}”读不出来，可能已损坏或不是 Excel 文件。请用 Excel 或 WPS 打开后另存再导入。`);
  return readCsv(decoded);
}
