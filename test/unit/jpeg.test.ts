// What is taken for a JPEG that can be drawn: what the ledger keeps is, whatever its size; what was cut off or damaged is none, and
// the sheet that should show it says in which row.
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawnPages } from '../../main/ground/sheets/drawnPages.ts';
import type { Frame, Row } from '../../main/ground/sheets/frame.ts';
import { isJpeg } from '../../main/ground/sheets/jpeg.ts';

const drawn = (progressive = false): Promise<Buffer> =>
  sharp({ create: { width: 88, height: 124, channels: 3, background: '#2040d0' } })
    .jpeg({ quality: 82, progressive })
    .toBuffer();
let photo: Buffer;
beforeAll(async () => {
  photo = await drawn();
});

const without = (marker: number): Buffer => {
  const bytes = Buffer.from(photo);
  const at = bytes.indexOf(Buffer.from([0xff, marker]));
  expect(at).toBeGreaterThan(0);
  bytes[at] = 0;
  return bytes;
};

test('photos as the ledger keeps them are JPEGs', async () => {
  expect(isJpeg(photo)).toBe(true);
  expect(isJpeg(await drawn(true))).toBe(true);
  // Some cameras and programs write more behind the picture.
  expect(isJpeg(Buffer.concat([photo, Buffer.alloc(16)]))).toBe(true);
});

const damaged: [string, () => Uint8Array][] = [
  ['nothing', () => new Uint8Array()],
  ['two bytes', () => photo.subarray(0, 2)],
  ['text', () => Buffer.from('not a photo at all')],
  ['a PNG', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['half of one', () => photo.subarray(0, photo.length >> 1)],
  ['one without its size', () => without(0xc0)],
  ['one without its end', () => photo.subarray(0, -2)],
  ['zeros behind its head', () => Buffer.concat([photo.subarray(0, 4), Buffer.alloc(500)])],
];

describe.each(damaged)('%s', (_, bytes) => {
  test('is no JPEG', () => expect(isJpeg(bytes())).toBe(false));

  test('is refused with its row, before anything is drawn', async () => {
    const frame: Frame = {
      name: '表',
      title: '花名册',
      unit: '沂城街道办事处',
      asOf: '2026-09-30',
      measure: '人',
      phone: '',
      paper: 'A4',
      columns: [
        { title: '姓名', kind: 'text' },
        { title: '照片', kind: 'photo' },
      ],
    };
    const rows: Row[] = [
      ['王秀英', photo],
      ['张桂兰', null],
      ['李建国', bytes()],
    ];
    const pages = drawnPages(
      frame,
      () => rows,
      () => undefined,
    );
    await expect(pages.next()).rejects.toThrow('第 3 行的照片已损坏，印不出来。请重新上传这张照片后再打印。');
  });
});
