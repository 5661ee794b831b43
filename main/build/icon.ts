// Draws the program's icon: a board's blue plate with the office's grid on it, one square held by its worker. Run again after
// a change: node main/start.cjs main/build/icon.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect x="2" y="2" width="60" height="60" rx="12" fill="#0b4a9e"/>
  <g fill="#fff">
    <rect x="13" y="13" width="17" height="17" rx="2"/>
    <rect x="34" y="13" width="17" height="17" rx="2" opacity=".55"/>
    <rect x="13" y="34" width="17" height="17" rx="2" opacity=".55"/>
    <circle cx="42.5" cy="38.5" r="4.6"/>
    <path d="M33.5 52a9 9 0 0 1 18 0z"/>
  </g>
</svg>`;

const sizes = [16, 24, 32, 48, 64, 128, 256];

const picture = (size: number): Promise<Buffer> =>
  sharp(Buffer.from(drawing), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** The .ico container: a header, a directory entry for each size, then the PNGs themselves. */
function icon(pictures: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, bytes] of pictures.entries()) {
    const at = 6 + 16 * index;
    const size = sizes[index] ?? 0;
    // A byte holds no 256: zero stands for it.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...pictures]);
}

writeFileSync(path.join(import.meta.dirname, 'icon.ico'), icon(await Promise.all(sizes.map(picture))));
writeFileSync(path.join(import.meta.dirname, 'icon.png'), await picture(512));
