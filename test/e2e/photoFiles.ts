// Picture files for the photo screens, really made: portraits, a photo turned by EXIF, a torn one, one that is none.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { zipSync } from 'fflate';

const portrait = (width: number, height: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 140" preserveAspectRatio="xMidYMid slice"><rect x="-200" y="-200" width="500" height="600" fill="#4a86c8"/><ellipse cx="50" cy="58" rx="24" ry="30" fill="#d9a27a"/><path d="M10 160q40-70 80 0z" fill="#2f4a7a"/></svg>`,
    ),
  )
    .flatten({ background: '#fff' })
    .jpeg()
    .toBuffer();

/** A folder with one file for every end a file can come to; `names` are people of the demo office. */
export async function makePhotoFolder(folder: string, names: { first: string; second: string; twice: string }): Promise<void> {
  mkdirSync(path.join(folder, '第一批'), { recursive: true });
  const good = await portrait(600, 840);
  const files: Record<string, Buffer> = {
    [`第一批/${names.first}.jpg`]: good,
    [`第一批/${names.second}_照片.jpg`]: await portrait(1600, 900),
    [`${names.twice}1.jpg`]: good,
    [`${names.twice}2.jpg`]: await portrait(700, 980),
    '陌生人371323199001011236.jpg': good,
    '断.jpg': good.subarray(0, 3000),
    '说明.txt': Buffer.from('照片说明'),
    'Thumbs.db': Buffer.from('x'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
}

/** An uncompressed BMP of 24 bits, as card readers and scanners write it. */
export async function makeBmp(): Promise<Buffer> {
  const [width, height] = [500, 700];
  const { data } = await sharp(await portrait(width, height))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + data.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(-height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  for (let at = 0; at < data.length; at += 3) data.subarray(at, at + 3).reverse();
  return Buffer.concat([head, data]);
}

/** What an iPhone's file begins with. */
export const makeHeic = (): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)]);

export const makePicture = (): Promise<Buffer> => portrait(1400, 1000);

/** A zip of one portrait. */
export const makeZip = async (name: string): Promise<Buffer> =>
  Buffer.from(zipSync({ [name]: new Uint8Array(await portrait(500, 700)) }));
