// A font file as its tables, taken apart and put together again. Only what cutting a font needs.

/** Tables by their four-character names. */
export type Tables = Map<string, Buffer>;

export function readTables(file: Buffer): Tables {
  const tables: Tables = new Map();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const start = file.readUInt32BE(entry + 8);
    tables.set(file.toString('latin1', entry, entry + 4), file.subarray(start, start + file.readUInt32BE(entry + 12)));
  }
  return tables;
}

/** All bytes as big-endian words, added up. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 3 < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (bytes: Buffer): Buffer<ArrayBuffer> => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** An OpenType font of these tables, with CFF outlines. */
export function writeTables(tables: Tables): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.write('OTTO', 'latin1');
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (sorted.length - 2 ** power), 10);
  const parts: Buffer[] = [head];
  let start = head.length;
  let adjustmentAt = 0;
  for (const [index, [name, given]] of sorted.entries()) {
    const bytes = padded(given);
    if (name === 'head') {
      adjustmentAt = start + 8;
      bytes.writeUInt32BE(0, 8);
    }
    const entry = 12 + index * 16;
    head.write(name, entry, 'latin1');
    head.writeUInt32BE(checksum(bytes), entry + 4);
    head.writeUInt32BE(start, entry + 8);
    head.writeUInt32BE(given.length, entry + 12);
    parts.push(bytes);
    start += bytes.length;
  }
  const file = Buffer.concat(parts);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, adjustmentAt);
  return file;
}

/** Which glyph each character has, as a cmap of format 12. `glyphs` is in ascending order of code points. */
export function cmapOf(glyphs: readonly (readonly [code: number, glyph: number])[]): Buffer {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const [code, glyph] of glyphs) {
    const run = runs.at(-1);
    if (run && code === run.last + 1 && glyph === run.glyph + code - run.first) run.last = code;
    else runs.push({ first: code, last: code, glyph });
  }
  const table = Buffer.alloc(12 + 16 + runs.length * 12);
  // One subtable, for Windows and all of Unicode.
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(runs.length, 24);
  for (const [index, { first, last, glyph }] of runs.entries()) {
    table.writeUInt32BE(first, 28 + index * 12);
    table.writeUInt32BE(last, 32 + index * 12);
    table.writeUInt32BE(glyph, 36 + index * 12);
  }
  return table;
}
