// Reads the pictures of a zip where it lies, entry by entry, so that an archive of any size costs the memory of one photo.
// Bounded against hostile archives: entries, and bytes taken from each; names in GBK, as Windows writes them, are understood.

export type ZipEntry = {
  path: string /** The entry's bytes, cut off just past `limit`. */;
  read: (limit: number) => Promise<Blob>;
};

const entryLimit = 5000;
const directoryLimit = 16 * 1024 * 1024;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const endReach = 22 + 0xffff;

const view = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer());

const broken = (): Error => new Error('压缩包已损坏或不完整，没有读入。请重新压缩后再选。');

function decodeName(bytes: Uint8Array, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (saysUtf8 || !(error instanceof TypeError)) throw broken();
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What a stream gives up to a limit, or up to where it breaks: a torn photo is told by name like any other. */
async function takeUpTo(stream: ReadableStream<Uint8Array>, limit: number): Promise<Blob> {
  const reader = stream.getReader();
  const parts: BlobPart[] = [];
  try {
    for (let taken = 0; taken <= limit; ) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      const part = value.subarray(0, limit + 1 - taken);
      parts.push(new Uint8Array(part));
      taken += part.byteLength;
    }
    await reader.cancel();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return new Blob(parts);
}

type Packed = { method: number; encrypted: boolean; packedSize: number; offset: number };

async function readEntry(file: Blob, { method, encrypted, packedSize, offset }: Packed, limit: number): Promise<Blob> {
  if (encrypted) throw new Error('压缩包加了密码，请解压后选择文件夹。');
  const local = await view(file.slice(offset, offset + 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== localMark) return new Blob();
  const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + packedSize);
  if (method === 0) return packed.slice(0, limit + 1);
  if (method !== 8) throw new Error('压缩包的压缩方式读不了，请用 Windows 自带的压缩功能重新压缩。');
  return takeUpTo(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')), limit);
}

/** The entries of a zip, folders left out. @throws Error in Chinese when it isn't one, or holds too many. */
export async function readZip(file: Blob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, file.size - endReach);
  const tail = await view(file.slice(tailStart));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end--;
  if (end < 0) throw broken();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count > entryLimit || size > directoryLimit) throw new Error(`压缩包里超过 ${entryLimit} 个文件，请分成几个压缩包。`);
  const directory = await view(file.slice(start, start + size));
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== entryMark) throw broken();
    const flags = directory.getUint16(at + 8, true);
    const nameLength = directory.getUint16(at + 28, true);
    if (at + 46 + nameLength > directory.byteLength) throw broken();
    const path = decodeName(new Uint8Array(directory.buffer, at + 46, nameLength), (flags & 0x800) !== 0);
    const packed: Packed = {
      method: directory.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      packedSize: directory.getUint32(at + 20, true),
      offset: directory.getUint32(at + 42, true),
    };
    if (!path.endsWith('/')) entries.push({ path, read: (limit) => readEntry(file, packed, limit) });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}
