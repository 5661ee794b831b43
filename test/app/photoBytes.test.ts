// Pictures as phones, cameras, scanners and programs write them: what every viewer opens is used, what was cut off is not, and what
// is kept holds the picture alone. Every file here is really made; the phone's is one of ours with a phone's parameters.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparePhoto } from '../../main/rooms/photos/process.ts';
import { isJpeg } from '../../main/ground/sheets/jpeg.ts';

const phone = readFileSync(path.join(import.meta.dirname, '../fixtures/photo-odd-scan.jpg'));

/** Blue above red, with noise, so that data lost anywhere change the picture. */
const drawn = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#d02020', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  }).composite([
    { input: { create: { width, height: height >> 1, channels: 3, background: '#2040d0' } }, top: 0, left: 0, blend: 'over' },
  ]);

const segment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** Puts bytes behind a JPEG's two first. */
const led = (jpeg: Buffer, ...more: Uint8Array[]): Buffer => Buffer.concat([jpeg.subarray(0, 2), ...more, jpeg.subarray(2)]);
const words = (text: string): Buffer => Buffer.from(text, 'latin1');
const end = Buffer.from([0xff, 0xd9]);

/** A grey plane of 600×840 whose every block stands between restart markers, made of the one block that is drawn. */
async function withRestarts(): Promise<Buffer> {
  const block = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .jpeg()
    .toBuffer();
  const frame = block.indexOf(Buffer.from([0xff, 0xc0]));
  const scan = block.indexOf(Buffer.from([0xff, 0xda]));
  const head = Buffer.from(block.subarray(0, scan));
  head.writeUInt16BE(840, frame + 5);
  head.writeUInt16BE(600, frame + 7);
  const dataBegin = scan + 2 + block.readUInt16BE(scan + 2);
  const data = block.subarray(dataBegin, -2);
  const blocks = Array.from({ length: 75 * 105 }, (_, index) =>
    index === 0 ? data : Buffer.concat([Buffer.from([0xff, 0xd0 + ((index - 1) % 8)]), data]),
  );
  return Buffer.concat([head, segment(0xdd, Buffer.from([0, 1])), block.subarray(scan, dataBegin), ...blocks, end]);
}

let jpeg: Buffer;
let progressive: Buffer;
let png: Buffer;
beforeAll(async () => {
  jpeg = await drawn(600, 840).jpeg().toBuffer();
  progressive = await sharp(jpeg).jpeg({ progressive: true }).toBuffer();
  png = await sharp(jpeg).png().toBuffer();
});

const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes, { failOn: 'none' }).raw().toBuffer();

describe('what every viewer opens', () => {
  const pngChunk = (kind: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([words(kind), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const cases: [string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['a phone’s JPEG with odd scan parameters', () => phone],
    ['one with a JFIF head of the future', () => led(jpeg, segment(0xe0, words('JFIF\0\x09\0\0\0\x01\0\x01\0\0')))],
    ['one with an unknown colour transform', () => led(jpeg, segment(0xee, words('Adobe\0d\0\0\0\0\x09')))],
    [
      'one with bytes between its segments',
      () => Buffer.concat([jpeg.subarray(0, 2 + 69), Buffer.alloc(9), jpeg.subarray(2 + 69)]),
    ],
    ['one with fill bytes before a marker', () => led(jpeg, Buffer.alloc(7, 0xff))],
    ['one with more bytes than its data need', () => Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(17, 0x11), end])],
    ['one without its last two bytes', () => jpeg.subarray(0, -2)],
    ['one without its last byte', () => jpeg.subarray(0, -1)],
    ['one with a second picture behind it (MPO)', () => Buffer.concat([jpeg, jpeg])],
    ['one with a film behind it', () => Buffer.concat([jpeg, Buffer.alloc(5000, 0x33)])],
    ['one with a damaged EXIF', () => led(jpeg, segment(0xe1, Buffer.concat([words('Exif\0\0'), Buffer.alloc(50, 0xab)])))],
    ['one with a damaged colour profile', () => led(jpeg, segment(0xe2, words(`ICC_PROFILE\0\x01\x01${'x'.repeat(50)}`)))],
    ['a progressive one', () => progressive],
    ['one that begins anew at every block', () => withRestarts()],
    ['a CMYK one', () => sharp(jpeg).toColourspace('cmyk').jpeg().toBuffer()],
    ['a grey one', () => sharp(jpeg).toColourspace('b-w').jpeg().toBuffer()],
    ['a PNG', () => png],
    ['a PNG of 16 bits', () => sharp(jpeg).toColourspace('rgb16').png().toBuffer()],
    ['a PNG with bytes behind it', () => Buffer.concat([png, words('more')])],
    [
      'a PNG with a damaged colour profile',
      () =>
        Buffer.concat([
          png.subarray(0, 33),
          pngChunk('iCCP', Buffer.concat([words('x\0\0'), deflateSync('no profile')])),
          png.subarray(33),
        ]),
    ],
    ['a WebP', () => sharp(jpeg).webp().toBuffer()],
    ['a GIF', () => sharp(jpeg).gif().toBuffer()],
    ['a TIFF', () => sharp(jpeg).tiff({ compression: 'lzw' }).toBuffer()],
    ['an AVIF', () => sharp(jpeg).avif({ effort: 0 }).toBuffer()],
  ];
  test.each(cases)('%s is used', async (_, make) => {
    const photo = await preparePhoto('王明.jpg', await make());
    expect([photo.width, photo.height, isJpeg(photo.jpeg)]).toEqual([600, 840, true]);
    const facts = await sharp(photo.jpeg, { failOn: 'warning' }).metadata();
    expect([facts.format, facts.width, facts.height, facts.space, facts.channels]).toEqual(['jpeg', 600, 840, 'srgb', 3]);
    await sharp(photo.jpeg, { failOn: 'warning' }).stats();
  });

  test.each(['王明.png', '王明.heic', '王明.jpg.jpg', '王明', '王明.bmp', '王明.dng'])(
    'a JPEG called %s is a JPEG',
    async (name) => {
      expect((await preparePhoto(name, jpeg)).jpeg.equals(jpeg)).toBe(true);
    },
  );

  test('the oddities put right change nothing that is seen', async () => {
    for (const [name, make] of cases.slice(0, 10)) {
      // oxlint-disable-next-line no-await-in-loop -- a picture of each at a time
      const [ours, theirs] = await Promise.all([
        preparePhoto('a.jpg', await make()).then(({ jpeg: kept }) => pixels(kept)),
        pixels(await make()),
      ]);
      const difference = ours.reduce((sum, value, index) => sum + Math.abs(value - (theirs[index] ?? 0)), 0) / ours.length;
      expect(difference, name).toBeLessThan(3);
    }
  });
});

describe('what was cut off', () => {
  const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1);
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['half a JPEG', () => half(jpeg)],
    ['half a phone’s', () => half(phone)],
    ['a phone’s without its last hundred bytes', () => phone.subarray(0, -100)],
    ['a phone’s without a stretch in its middle', () => Buffer.concat([phone.subarray(0, 5000), phone.subarray(-3000)])],
    ['a JPEG without its last three bytes', () => jpeg.subarray(0, -3)],
    ['half a JPEG with an end', () => Buffer.concat([half(jpeg), end])],
    ['half a JPEG, the rest zeros', () => Buffer.concat([half(jpeg), Buffer.alloc(jpeg.length >> 1)])],
    ['half a JPEG, the rest zeros, with an end', () => Buffer.concat([half(jpeg), Buffer.alloc(jpeg.length >> 1), end])],
    ['a JPEG of nothing but its head', () => jpeg.subarray(0, 300)],
    ['half a progressive one', () => half(progressive)],
    ['a progressive one without its end', () => progressive.subarray(0, -2)],
    [
      'a progressive one cut between two scans',
      () => progressive.subarray(0, progressive.lastIndexOf(Buffer.from([0xff, 0xda]))),
    ],
    ['half a PNG', () => half(png)],
    ['half a WebP', async () => half(await sharp(jpeg).webp().toBuffer())],
    ['half a GIF', async () => half(await sharp(jpeg).gif().toBuffer())],
    ['half a TIFF', async () => half(await sharp(jpeg).tiff().toBuffer())],
    ['half an AVIF', async () => half(await sharp(jpeg).avif({ effort: 0 }).toBuffer())],
  ])('%s is refused', async (_, make) => {
    await expect(preparePhoto('断.jpg', await make())).rejects.toThrow('“断.jpg”已损坏或不完整');
  });
});

describe('what holds several pictures, or is of another kind, is told in plain words', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    [
      '动.gif',
      async () =>
        sharp([jpeg, await sharp(jpeg).negate().toBuffer()], { join: { animated: true } })
          .gif()
          .toBuffer(),
      /有 2 张画面/,
    ],
    ['页.tif', async () => sharp(jpeg).tiff({ tile: true, pyramid: true }).toBuffer(), /有 \d+ 张画面/],
    [
      '手机.heic',
      () => Buffer.concat([words('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(99)]),
      /HEIC.+兼容性最佳.+另存为 JPG/,
    ],
    ['改过名.jpg', () => Buffer.concat([words('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), Buffer.alloc(99)]), /HEIC/],
    ['相机.NEF', async () => sharp(jpeg).tiff().toBuffer(), /RAW.+另存为 JPG/],
    ['相机.CR3', () => Buffer.concat([words('\0\0\0\x18ftypcrx '), Buffer.alloc(99)]), /RAW/],
    ['画.bmp', () => words('BM000000000000'), /BMP.+画图.+JPG/],
    ['照片.rar', () => words('Rar!\x1a\x07'), /压缩包.+解压/],
    ['照片.zip', () => words('PK\x03\x04'), /压缩包.+解压/],
    ['表.pdf', () => words('%PDF-1.7'), /PDF/],
    ['说明.jpg', () => Buffer.from('照片说明'), /不是照片/],
  ])('%s', async (name, make, said) => {
    await expect(preparePhoto(name, await make())).rejects.toThrow(said);
  });
});

describe('what is kept is the picture alone', () => {
  const marks = [
    'SECRET-XMP',
    'SECRET-EXIF',
    'SECRET-COMMENT',
    'SECRET-IPTC',
    'SECRET-GPS',
    'SECRET-TAIL',
    'SECRET-SECOND',
    'SECRET-ICC',
    'SECRET-HEAD',
  ];
  const laden = async (bytes: Buffer): Promise<Buffer> => {
    const tagged = sharp(bytes).withExif({ IFD0: { ImageDescription: 'SECRET-EXIF' }, IFD3: { GPSDateStamp: 'SECRET-GPS' } });
    return Buffer.concat([
      led(
        await tagged.jpeg().toBuffer(),
        segment(0xe1, words('http://ns.adobe.com/xap/1.0/\0<x>SECRET-XMP</x>')),
        segment(0xed, words('Photoshop 3.0\0SECRET-IPTC')),
        segment(0xe0, words('JFXX\0\x10SECRET-HEAD')),
        segment(0xfe, words('SECRET-COMMENT')),
        segment(0xeb, words('SECRET-SECOND')),
      ),
      words('SECRET-TAIL'),
      bytes,
    ]);
  };
  const holds = (bytes: Buffer): string[] => marks.filter((mark) => bytes.includes(mark));

  test.each([
    ['already 5:7', 600, 840],
    ['to be cut', 800, 840],
    ['to be made smaller', 1500, 2100],
  ])('a JPEG %s', async (_, width, height) => {
    const bytes = await laden(await drawn(width, height).jpeg().toBuffer());
    expect(holds(bytes)).toEqual([
      'SECRET-XMP',
      'SECRET-EXIF',
      'SECRET-COMMENT',
      'SECRET-IPTC',
      'SECRET-GPS',
      'SECRET-TAIL',
      'SECRET-SECOND',
      'SECRET-HEAD',
    ]);
    const photo = await preparePhoto('a.jpg', bytes);
    expect([holds(photo.jpeg), holds(photo.thumbnail)]).toEqual([[], []]);
    const facts = await sharp(photo.jpeg).metadata();
    expect([facts.exif, facts.icc, facts.xmp, facts.iptc, facts.comments]).toEqual(Array(5).fill(undefined));
    expect(photo.jpeg.subarray(-2)).toEqual(end);
    expect(photo.width * 7).toBe(photo.height * 5);
  });

  test('one that needs no cut loses no pixel by it, and one picture is one photo however it was laden', async () => {
    const bytes = led(
      jpeg,
      segment(0xfe, words('SECRET-COMMENT')),
      segment(0xe1, words('http://ns.adobe.com/xap/1.0/\0SECRET-XMP')),
    );
    const photo = await preparePhoto('a.jpg', bytes);
    expect(photo.jpeg.equals(jpeg)).toBe(true);
    expect(photo.hash).toBe((await preparePhoto('b.jpg', jpeg)).hash);
  });

  test('one in another colour space is brought into sRGB', async () => {
    const wide = await sharp(jpeg).withIccProfile('p3').jpeg().toBuffer();
    const photo = await preparePhoto('a.jpg', wide);
    expect((await sharp(photo.jpeg).metadata()).icc).toBeUndefined();
  });

  test('a PNG’s words and what follows it', async () => {
    const bytes = await sharp(png)
      .withExif({ IFD0: { ImageDescription: 'SECRET-EXIF' } })
      .png()
      .toBuffer();
    expect(holds(Buffer.concat([bytes, words('SECRET-TAIL')]))).toHaveLength(2);
    expect(holds((await preparePhoto('a.png', Buffer.concat([bytes, words('SECRET-TAIL')]))).jpeg)).toEqual([]);
  });
});

test('a crop of another shape is cut, never stretched', async () => {
  const circle = await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400"><rect width="1400" height="1400" fill="#fff"/><circle cx="700" cy="700" r="200" fill="#000"/></svg>',
    ),
  )
    .png()
    .toBuffer();
  const { jpeg: cut } = await preparePhoto('a.png', circle, { crop: { left: 0, top: 350, width: 1400, height: 700 } });
  const { info } = await sharp(cut).trim({ threshold: 60 }).toBuffer({ resolveWithObject: true });
  expect(Math.abs(info.width - info.height)).toBeLessThan(8);
});
