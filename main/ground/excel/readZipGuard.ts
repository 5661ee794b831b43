// Before a workbook library touches a zip: is it a workbook at all, is it whole, and does it unpack to a bearable size? The library
// unpacks by other headers than Excel does, and by as much as it finds, so it is given nothing to unpack: what was counted here is
// what it gets, as a zip that is packed no more. Nothing of what a zip says of its own sizes is believed.
import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { Refusal } from '../../../shared/refusal.ts';
import { BrokenZip, type ZipEntry, zipEntries } from './zipEntries.ts';
import { requireWorkbook } from './zipParts.ts';

const entryLimit = 5000;
const megabyte = 1024 * 1024;
/** All of it, and what of it isn't pictures: of that the reading makes several times as much. */
const unpackedLimit = { all: 300, tables: 160 };
const picture = /(?:^|[/\\])(?:media|pictures|embeddings)[/\\]/i;

const broken = (name: string): Refusal => new Refusal(`“${name}”已损坏，打不开。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
const tooLarge = (name: string, of: keyof typeof unpackedLimit): Refusal =>
  new Refusal(
    of === 'all'
      ? `“${name}”展开后超过 ${unpackedLimit.all} MB，没有读入。请删去多余的工作表或图片后再试。`
      : `“${name}”里的表格展开后超过 ${unpackedLimit.tables} MB，没有读入。请删去多余的工作表和设了格式的空行后再试。`,
  );

/** Apple's Numbers packs its sheets in these once more; no workbook of Excel, WPS or LibreOffice has them. */
const unpackedByTheLibrary = /index\.zip|\.iwa/i;

/** @throws BrokenZip where it isn't what the directory declares; null where it is more than `limit` */
function unpack({ deflated, packed, size, checksum }: ZipEntry, limit: number): Uint8Array | null {
  let unpacked = packed;
  if (deflated)
    try {
      unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
      throw new BrokenZip('an entry that can’t be unpacked', { cause: error });
    }
  if (unpacked.byteLength > limit) return null;
  if (unpacked.byteLength !== size || crc32(unpacked) !== checksum) throw new BrokenZip('an entry that isn’t what it was');
  return unpacked;
}

/**
 * The same zip with every entry stored as it is, unpacked and compared with its checksum.
 * @throws Refusal when the zip is broken, locked, holds no workbook, or unpacks beyond the bound.
 */
export function guardZip(name: string, bytes: Uint8Array): Uint8Array {
  try {
    const entries = zipEntries(bytes, entryLimit);
    if (!entries) throw new Refusal(`“${name}”里的内容过多，不像花名册，没有读入。`);
    requireWorkbook(
      name,
      entries.map((entry) => entry.name),
    );
    if (entries.some(({ encrypted }) => encrypted))
      throw new Refusal(`“${name}”加了密码，读不了。请用压缩软件解压去掉密码后再选择。`);
    // Of two parts with one name programs take now the first, now the last.
    if (new Set(entries.map((entry) => entry.name.toLowerCase())).size < entries.length)
      throw new BrokenZip('two entries of one name');
    const left = { all: unpackedLimit.all * megabyte, tables: unpackedLimit.tables * megabyte };
    const parts = entries.flatMap((entry): [string, Uint8Array][] => {
      const bounded = picture.test(entry.name) || left.all < left.tables ? 'all' : 'tables';
      const part = unpack(entry, left[bounded]);
      if (!part) throw tooLarge(name, bounded);
      left.all -= part.byteLength;
      if (!picture.test(entry.name)) left.tables -= part.byteLength;
      return unpackedByTheLibrary.test(entry.name) ? [] : [[entry.name, part]];
    });
    const stored = zipSync(Object.fromEntries(parts), { level: 0 });
    // The library copies out of other arrays, and only looks into a Buffer.
    return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  } catch (error) {
    if (error instanceof BrokenZip) throw broken(name);
    throw error;
  }
}
