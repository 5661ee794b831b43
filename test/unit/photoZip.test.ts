// Zips from Windows, Macs and ill-wishers, read where they lie.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip } from '../../renderer/rooms/photos/zip.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const blob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);
const contents = async (zip: Blob, limit = 1000): Promise<[string, string][]> =>
  Promise.all((await readZip(zip)).map(async ({ path, read }) => [path, await (await read(limit)).text()] as [string, string]));

/** Replaces a name of the archive, in both its headers, by other bytes of the same length. */
function rename(zip: Uint8Array, from: string, to: readonly number[]): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) Buffer.from(to).copy(bytes, at);
  return bytes;
}

test('nested paths, packed and stored', async () => {
  const zip = zipSync({ '照片/第一总支/王秀英.jpg': text('一'.repeat(100)), 'b.jpg': [text('二'), { level: 0 }] });
  expect(await contents(blob(zip))).toEqual([
    ['照片/第一总支/王秀英.jpg', '一'.repeat(100)],
    ['b.jpg', '二'],
  ]);
});

test('GBK names, as Windows writes them', async () => {
  // 王秀英 in GBK; the placeholder is ASCII, so the archive carries no UTF-8 flag.
  const zip = rename(zipSync({ 'abcdef.jpg': text('x') }), 'abcdef', [0xcd, 0xf5, 0xd0, 0xe3, 0xd3, 0xa2]);
  expect((await readZip(blob(zip))).map(({ path }) => path)).toEqual(['王秀英.jpg']);
});

test('an entry is read no further than the limit, however much it would unpack to', async () => {
  const zip = zipSync({ 'bomb.jpg': new Uint8Array(50_000_000) });
  const [entry] = await readZip(blob(zip));
  expect((await entry?.read(10_000))?.size).toBe(10_001);
});

test('what is torn, locked or none is told; a torn entry is only that entry', async () => {
  const zip = zipSync({ 'a.jpg': text('一二三'.repeat(2000)), 'b.jpg': [text('b'), { level: 0 }] });
  await expect(readZip(blob(text('not a zip')))).rejects.toThrow('已损坏');
  await expect(readZip(blob(new Uint8Array(0)))).rejects.toThrow('已损坏');
  await expect(readZip(blob(zip.subarray(0, zip.length - 30)))).rejects.toThrow('已损坏');
  const locked = Buffer.from(zip);
  locked[locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1;
  await expect(contents(blob(locked))).rejects.toThrow('密码');
  const torn = Buffer.from(zip);
  torn.fill(0xff, 36, 60);
  const read = await contents(blob(torn), 100_000);
  expect(read[0]?.[1]).not.toBe('一二三'.repeat(2000));
  expect(read[1]).toEqual(['b.jpg', 'b']);
});
