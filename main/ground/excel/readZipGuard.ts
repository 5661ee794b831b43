// Before a workbook library touches a zip: is it a workbook at all, and does it unpack to a bearable size? Every entry is
// inflated against a bound, because the sizes a zip declares may be lies.
import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../../../shared/refusal.ts';
import { requireWorkbook } from './zipParts.ts';

const entryLimit = 5000;
const unpackedLimit = 300 * 1024 * 1024;

type Entry = { name: string; method: number; packed: Uint8Array };

const broken = (name: string): Refusal => new Refusal(`“${name}”已损坏，打不开。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);

function entriesOf(name: string, bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw broken(name);
  const count = view.getUint16(end + 10, true);
  if (count > entryLimit) throw new Refusal(`“${name}”里的内容过多，不像花名册，没有读入。`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== 0x02014b50) throw broken(name);
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.byteLength) throw broken(name);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + size),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** @throws Refusal when the zip is broken, holds no workbook, or unpacks beyond the bound. */
export function guardZip(name: string, bytes: Uint8Array): void {
  let entries: Entry[];
  try {
    entries = entriesOf(name, bytes);
  } catch (error) {
    if (error instanceof RangeError) throw broken(name);
    throw error;
  }
  requireWorkbook(
    name,
    entries.map((entry) => entry.name),
  );
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.method === 0) unpacked += entry.packed.byteLength;
    else {
      try {
        unpacked += inflateRawSync(entry.packed, { maxOutputLength: unpackedLimit }).byteLength;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') unpacked = Infinity;
        else throw broken(name);
      }
    }
    if (unpacked > unpackedLimit) throw new Refusal(`“${name}”展开后超过 300 MB，没有读入。请删去多余的工作表或图片后再试。`);
  }
}
