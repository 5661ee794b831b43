// Photos that chance or an ill-wisher made: each is taken or listed with its fault in words, and no picture costs more than it may.
import sharp from 'sharp';
import type { BatchItem } from '../../shared/photos.ts';
import type { Chance } from './chance.ts';
import type { AttackedProgram } from './program.ts';
import { wordFaults } from './verdicts.ts';

export type Picture = { what: string; make: () => Promise<Uint8Array> };

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#7a9' } });
const good = {
  jpeg: () =>
    picture(500, 700)
      .jpeg({ quality: 80 })
      .withExif({ IFD0: { Copyright: '测试' } })
      .toBuffer(),
  png: () => picture(500, 700).png().toBuffer(),
  webp: () => picture(500, 700).webp().toBuffer(),
  gif: () => picture(300, 420).gif().toBuffer(),
  tiff: () => picture(300, 420).tiff().toBuffer(),
};

const kinds = ['jpeg', 'png', 'webp', 'gif', 'tiff'] as const satisfies (keyof typeof good)[];

/** A picture of a seed's chance. */
export async function fuzzedPhoto(chance: Chance): Promise<{ name: string; bytes: Uint8Array }> {
  const kind = chance.of(kinds);
  const bytes = await good[kind]();
  const cut = chance.below(3) === 0 ? bytes.subarray(0, chance.below(bytes.length)) : bytes;
  for (let times = chance.below(30); times > 0 && cut.length > 0; times--) {
    const at = chance.below(cut.length);
    cut[at] = (cut[at] ?? 0) ^ (1 << chance.below(8));
  }
  return { name: `王秀英.${kind}`, bytes: cut };
}

/** A PNG whose header says another size. */
async function saying(width: number, height: number): Promise<Uint8Array> {
  const bytes = await good.png();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** Interlaced, of sixteen bits and see-through: of all kinds the one that takes most to unpack. */
export const hugePng = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 7000, height: 7000, channels: 4, background: { r: red, g: 90, b: 9, alpha: 0.5 } } })
    .toColourspace('rgb16')
    .png({ progressive: true })
    .toBuffer();

export const pictureBombs: readonly Picture[] = [
  { what: '49 megapixels of one colour', make: () => picture(7000, 7000).png({ compressionLevel: 9 }).toBuffer() },
  { what: '49 megapixels as a JPEG', make: () => picture(7000, 7000).jpeg({ progressive: true }).toBuffer() },
  { what: '49 megapixels of sixteen bits, interlaced', make: () => hugePng(120) },
  { what: '64 megapixels', make: () => picture(8000, 8000).png().toBuffer() },
  { what: 'a header of four billion pixels', make: () => saying(65_535, 65_535) },
  { what: 'a header of no pixels', make: () => saying(0, 0) },
  { what: 'a line of 50 million pixels', make: () => saying(50_000_000, 1) },
  {
    what: '300 frames',
    make: async () =>
      sharp(await Promise.all(Array.from({ length: 300 }, () => picture(400, 400).png().toBuffer())), {
        join: { animated: true },
      })
        .gif()
        .toBuffer(),
  },
  { what: '19 MB behind the picture', make: async () => Buffer.concat([await good.jpeg(), Buffer.alloc(9 * 1024 * 1024)]) },
  {
    what: '19 MB',
    make: () => Promise.resolve(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(19 * 1024 * 1024)])),
  },
  { what: '21 MB', make: () => Promise.resolve(Buffer.alloc(21 * 1024 * 1024)) },
  {
    what: 'a drawing',
    make: () => Promise.resolve(Buffer.from(`<svg width="99999" height="99999">${'<g>'.repeat(100_000)}</svg>`)),
  },
  { what: 'nothing', make: () => Promise.resolve(new Uint8Array()) },
];

/** Sends pictures as the window does, all at the same time. */
export async function sendPhotos(
  program: AttackedProgram,
  photos: readonly { name: string; bytes: Uint8Array }[],
): Promise<string[]> {
  const sent = await Promise.all(
    photos.map(({ name, bytes }) => program.post(`/files/photos/batch?name=${encodeURIComponent(name)}`, new Uint8Array(bytes))),
  );
  const faults = sent.flatMap(({ status, told }) => (status === 200 ? [] : wordFaults(told, ['王秀英'])));
  const { data } = await program.call('photos.batch', undefined);
  for (const { verdict, reason } of data as BatchItem[]) if (verdict === 'broken') faults.push(...wordFaults(reason, ['王秀英']));
  await program.call('photos.dropAll', undefined);
  return faults;
}
