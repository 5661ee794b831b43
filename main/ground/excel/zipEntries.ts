// What lies in a zip, by its central directory as Excel reads it, held against each entry's own header: a reader that follows the one
// and a guard that follows the other don't see the same file. Nothing is unpacked here.

/** `packed` is what stands in the file; `size` and `checksum` are what the directory declares of the unpacked bytes. */
export type ZipEntry = {
  name: string;
  encrypted: boolean;
  deflated: boolean;
  packed: Uint8Array;
  size: number;
  checksum: number;
};

/** A zip that no program reads as a whole. */
export class BrokenZip extends Error {}

const endMark = 0x06054b50;
const farEndLocatorMark = 0x07064b50;
const farEndMark = 0x06064b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** In a field of 32 bits: the number stands in the zip64 record instead. */
const elsewhere = 0xffff_ffff;

const far = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

type Directory = { at: number; count: number };

/** The last end record counts, as everywhere. */
function directoryOf(view: DataView): Directory {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) throw new BrokenZip('no end record');
  const onThisDisk = view.getUint16(end + 8, true);
  const count = view.getUint16(end + 10, true);
  if (onThisDisk !== count) throw new BrokenZip('its two counts differ');
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== elsewhere) return { at, count };
  if (view.getUint32(end - 20, true) !== farEndLocatorMark) return { at, count };
  const farEnd = far(view, end - 12);
  if (view.getUint32(farEnd, true) !== farEndMark) throw new BrokenZip('no zip64 end record');
  return { at: far(view, farEnd + 48), count: far(view, farEnd + 32) };
}

/** The numbers of a zip64 field, which holds only those that don't fit: size, packed size, offset, in this order. */
function* farNumbers(view: DataView, at: number, length: number): Generator<number> {
  for (let field = at; field + 4 <= at + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    for (let number = field + 4; number + 8 <= field + 4 + view.getUint16(field + 2, true); number += 8) yield far(view, number);
  }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== entryMark) throw new BrokenZip('no entry where one is said to be');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const numbers = farNumbers(view, at + 46 + nameLength, extraLength);
  const [size = 0, packedSize = 0, local = 0] = [24, 20, 42].map((offset) => {
    const near = view.getUint32(at + offset, true);
    return near === elsewhere ? (numbers.next().value ?? near) : near;
  });
  if (view.getUint32(local, true) !== localMark) throw new BrokenZip('no local header');
  if (view.getUint16(local + 8, true) !== method || ((view.getUint16(local + 6, true) ^ flags) & 1) !== 0)
    throw new BrokenZip('its two headers differ');
  if (method !== 0 && method !== 8) throw new BrokenZip(`method ${method}`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.byteLength) throw new BrokenZip('it ends in the middle of an entry');
  return {
    entry: {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (flags & 1) !== 0,
      deflated: method === 8,
      packed: bytes.subarray(start, start + packedSize),
      size,
      checksum: view.getUint32(at + 16, true),
    },
    next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true),
  };
}

/**
 * The entries in the directory's order; null where there are more than `most`.
 * @throws BrokenZip where the headers are none, lie outside of the file, or contradict each other
 */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { at, count } = directoryOf(view);
    if (count > most) return null;
    const entries: ZipEntry[] = [];
    for (let next = at; entries.length < count; ) {
      const read = entryAt(bytes, view, next);
      entries.push(read.entry);
      ({ next } = read);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenZip('it points outside of itself', { cause: error });
    throw error;
  }
}
