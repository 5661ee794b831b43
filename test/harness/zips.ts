// Zips made by hand, whose headers may lie: what no library writes, for tests of what reads them and for `npm run hostile`.
import { crc32, deflateRawSync } from 'node:zlib';

/** What a header says of an entry; the truth where it is left out. */
type Said = { method?: number; flags?: number; packedSize?: number; size?: number; checksum?: number; name?: string };

export type MadeEntry = {
  name: string;
  content: Uint8Array;
  /** Left out: deflated. */
  stored?: true;
  /** What is packed already, as it stands. */
  packed?: Uint8Array;
  local?: Said;
  central?: Said;
  /** Sizes and checksum stand behind the bytes, as a stream writes them. */
  descriptor?: true;
  /** The numbers stand in zip64 fields. */
  far?: true;
};

type Ending = { onThisDisk?: number; count?: number; far?: true; comment?: Uint8Array; prefix?: Uint8Array };

const elsewhere = 0xffff_ffff;

function farField(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return field;
}

/** A zip of the entries in their order. */
export function zipOf(entries: readonly MadeEntry[], ending: Ending = {}): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = ending.prefix ? [ending.prefix] : [];
  const directory: Uint8Array[] = [];
  let at = ending.prefix?.byteLength ?? 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.byteLength;
  };
  for (const entry of entries) {
    const packed = entry.packed ?? (entry.stored ? entry.content : deflateRawSync(entry.content));
    const truth = {
      method: entry.stored ? 0 : 8,
      flags: entry.descriptor ? 8 : 0,
      packedSize: packed.byteLength,
      size: entry.content.byteLength,
      checksum: crc32(entry.content),
      name: entry.name,
    };
    const offset = at;
    const hidden = entry.descriptor ? { packedSize: 0, size: 0, checksum: 0 } : {};
    for (const [isLocal, said] of [
      [true, { ...truth, ...hidden, ...entry.local }],
      [false, { ...truth, ...entry.central }],
    ] as const) {
      const name = Buffer.from(said.name);
      const field = entry.far
        ? farField(isLocal ? [said.size, said.packedSize] : [said.size, said.packedSize, offset])
        : Buffer.alloc(0);
      const header = Buffer.alloc(isLocal ? 30 : 46);
      const shift = isLocal ? 0 : 2;
      header.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
      header.writeUInt16LE(said.flags, 6 + shift);
      header.writeUInt16LE(said.method, 8 + shift);
      header.writeUInt32LE(said.checksum, 14 + shift);
      header.writeUInt32LE(entry.far ? elsewhere : said.packedSize, 18 + shift);
      header.writeUInt32LE(entry.far ? elsewhere : said.size, 22 + shift);
      header.writeUInt16LE(name.byteLength, 26 + shift);
      header.writeUInt16LE(field.byteLength, 28 + shift);
      if (!isLocal) header.writeUInt32LE(entry.far ? elsewhere : offset, 42);
      if (isLocal) for (const piece of [header, name, field, packed]) put(piece);
      else directory.push(header, name, field);
    }
    if (entry.descriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(truth.checksum, 4);
      descriptor.writeUInt32LE(truth.packedSize, 8);
      descriptor.writeUInt32LE(truth.size, 12);
      put(descriptor);
    }
  }
  const start = at;
  for (const piece of directory) put(piece);
  const size = at - start;
  if (ending.far) {
    const farEnd = Buffer.alloc(56 + 20);
    farEnd.writeUInt32LE(0x06064b50, 0);
    farEnd.writeBigUInt64LE(44n, 4);
    for (const offset of [24, 32]) farEnd.writeBigUInt64LE(BigInt(ending.count ?? entries.length), offset);
    farEnd.writeBigUInt64LE(BigInt(size), 40);
    farEnd.writeBigUInt64LE(BigInt(start), 48);
    farEnd.writeUInt32LE(0x07064b50, 56);
    farEnd.writeBigUInt64LE(BigInt(at), 64);
    put(farEnd);
  }
  const comment = ending.comment ?? new Uint8Array();
  const end = Buffer.alloc(22);
  const count = ending.far ? 0xffff : (ending.count ?? entries.length);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(ending.onThisDisk ?? count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(ending.far ? elsewhere : size, 12);
  end.writeUInt32LE(ending.far ? elsewhere : start, 16);
  end.writeUInt16LE(comment.byteLength, 20);
  put(end);
  put(comment);
  const bytes = new Uint8Array(at);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}
