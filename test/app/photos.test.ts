// Photos as they come: turned, see-through, for print, cut off, too big, not a picture at all. Every picture here is really made.
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preparePhoto } from '../../main/rooms/photos/process.ts';
import { addPhoto } from '../../main/rooms/photos/store.ts';
import { openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeAll(() => {
  program = openProgram();
});
afterAll(() => program.close());

/** A picture with a blue top left quarter on red, so that turns and crops can be told. */
const picture = (width: number, height: number): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d02020"/><rect width="50%" height="50%" fill="#2040d0"/></svg>`,
    ),
  ).flatten({ background: '#fff' });

async function colourAt(jpeg: Uint8Array, x: number, y: number): Promise<'blue' | 'red' | 'white' | 'other'> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
  if (r > 230 && g > 230 && b > 230) return 'white';
  if (b > r * 1.5) return 'blue';
  return r > b * 1.5 ? 'red' : 'other';
}

test('a large portrait becomes 1200×1680 sRGB JPEG with a thumbnail', async () => {
  const photo = await preparePhoto('王秀英.png', await picture(2500, 3500).png().toBuffer());
  const facts = await sharp(photo.jpeg).metadata();
  expect([facts.format, facts.width, facts.height, facts.space, facts.channels]).toEqual(['jpeg', 1200, 1680, 'srgb', 3]);
  expect([photo.width, photo.height, photo.toCrop]).toEqual([1200, 1680, false]);
  expect((await sharp(photo.thumbnail).metadata()).height).toBe(124);
});

test('a JPEG already in form keeps its bytes', async () => {
  const bytes = await picture(600, 840).jpeg().toBuffer();
  expect((await preparePhoto('a.jpg', bytes)).jpeg.equals(bytes)).toBe(true);
});

test.each([
  [6, 'turned a quarter', [0.9, 0.1]],
  [8, 'turned three quarters', [0.1, 0.9]],
  [3, 'upside down', [0.9, 0.9]],
])('EXIF orientation %i is applied (%s)', async (orientation, _, [x = 0, y = 0]) => {
  const [width, height] = orientation === 3 ? [500, 700] : [700, 500];
  const bytes = await picture(width, height).withMetadata({ orientation }).jpeg().toBuffer();
  const photo = await preparePhoto('a.jpg', bytes);
  expect([photo.width, photo.height]).toEqual([500, 700]);
  expect(await colourAt(photo.jpeg, x, y)).toBe('blue');
  expect((await sharp(photo.jpeg).metadata()).orientation).toBeUndefined();
});

test('a person’s crop counts in pixels of the turned picture', async () => {
  const bytes = await picture(1400, 1000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  // Upright 1000×1400 with blue at the top right; a quarter turn more puts it at the bottom right of 1400×1000.
  const photo = await preparePhoto('a.jpg', bytes, { turn: 90, crop: { left: 900, top: 300, width: 500, height: 700 } });
  expect([photo.width, photo.height, photo.toCrop]).toEqual([500, 700, false]);
  expect(await colourAt(photo.jpeg, 0.9, 0.9)).toBe('blue');
  expect(await colourAt(photo.jpeg, 0.9, 0.1)).toBe('red');
});

test('a wide picture is cut in the middle and marked 待裁剪', async () => {
  const photo = await preparePhoto('a.jpg', await picture(1600, 700).jpeg().toBuffer());
  expect([photo.width, photo.height, photo.toCrop]).toEqual([500, 700, true]);
  expect(await colourAt(photo.jpeg, 0.25, 0.25)).toBe('blue');
  expect(await colourAt(photo.jpeg, 0.75, 0.25)).toBe('red');
});

test('a two-inch portrait is not worth a second look', async () => {
  const photo = await preparePhoto('a.jpg', await picture(413, 579).jpeg().toBuffer());
  expect(photo.toCrop).toBe(false);
  expect(photo.width * 7).toBe(photo.height * 5);
});

test('see-through becomes white; CMYK and 16 bits become sRGB of 8', async () => {
  const glass = await sharp({ create: { width: 500, height: 700, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  expect(await colourAt((await preparePhoto('a.png', glass)).jpeg, 0.5, 0.5)).toBe('white');
  const cmyk = await picture(500, 700).toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
  const deep = await picture(500, 700).toColourspace('rgb16').png().toBuffer();
  expect((await sharp(deep).metadata()).depth).toBe('ushort');
  const grey = await picture(500, 700).toColourspace('b-w').jpeg().toBuffer();
  for (const bytes of [cmyk, deep, grey]) {
    const { jpeg } = await preparePhoto('a', bytes);
    const facts = await sharp(jpeg).metadata();
    expect([facts.space, facts.channels, facts.depth]).toEqual(['srgb', 3, 'uchar']);
    if (bytes !== grey) expect(await colourAt(jpeg, 0.25, 0.25)).toBe('blue');
  }
});

test('what is no usable picture is refused by name, in words to act on', async () => {
  const whole = await picture(1000, 1400).jpeg().toBuffer();
  const huge = await sharp({ create: { width: 7500, height: 8000, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(100)]);
  const cases: [string, Uint8Array, RegExp][] = [
    ['断.jpg', whole.subarray(0, whole.length / 2), /“断.jpg”已损坏/],
    ['文字.jpg', Buffer.from('这不是照片，是一段文字'), /“文字.jpg”不是照片/],
    ['空.jpg', new Uint8Array(0), /“空.jpg”是空文件/],
    ['大.jpg', huge, /“大.jpg”.+5000 万像素/],
    ['重.jpg', Buffer.concat([whole, Buffer.alloc(11 * 1024 * 1024)]), /“重.jpg”超过 10 MB/],
    ['小.png', await picture(60, 84).png().toBuffer(), /“小.png”太小/],
    ['手机.heic', heic, /HEIC/],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="700"/>'), /不是照片/],
    ['画.bmp', Buffer.from('BM000000000000'), /BMP/],
  ];
  for (const [name, bytes, message] of cases) await expect(preparePhoto(name, bytes), name).rejects.toThrow(message);
  // A file cut off just past its header still decodes in part elsewhere; here it is broken.
  const inForm = await picture(600, 840).jpeg().toBuffer();
  await expect(preparePhoto('断.jpg', inForm.subarray(0, inForm.length - 2000))).rejects.toThrow('已损坏');
});

test('a kept photo is served byte for byte, its thumbnail beside it, anything else is 404', async () => {
  const photo = await preparePhoto('a.jpg', await picture(600, 840).jpeg().toBuffer());
  const office = program.office();
  office.db.transaction(() => addPhoto(office, photo))();
  office.db.transaction(() => addPhoto(office, photo))();
  const answer = await program.fetch(`/files/photos/${photo.hash}`);
  expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(Buffer.from(await answer.arrayBuffer()).equals(photo.jpeg)).toBe(true);
  const small = await program.fetch(`/files/photos/${photo.hash}/thumbnail`);
  expect(Buffer.from(await small.arrayBuffer()).equals(photo.thumbnail)).toBe(true);
  for (const address of ['/files/photos/xyz', `/files/photos/${'0'.repeat(64)}`, `/files/photos/${'0'.repeat(64)}/thumbnail`]) {
    const missing = await program.fetch(address);
    expect(missing.status, address).toBe(404);
    expect(await missing.json()).toHaveProperty('message');
  }
});

const addWorker = (name: string, idNumber: string | null, mobile: string | null): number =>
  program
    .office()
    .change({ actor: { login: 'a', personId: null }, kind: 'x', summary: name }, (change) =>
      change.insert('worker', { name, initials: 'x', pinyin: 'x', id_number: idNumber, mobile }),
    ).result;
const send = (name: string, bytes: Uint8Array, more = '') =>
  program.fetch(`/files/photos/batch?name=${encodeURIComponent(name)}${more}`, { method: 'POST', body: new Uint8Array(bytes) });
/** What the screen's button counts: the ticked ones, and whose they are. */
const shownPhotos = async () =>
  (await program.caller.photos.batch()).flatMap(({ id, worker, ticked }) =>
    ticked && worker ? [{ itemId: id, workerId: worker.id }] : [],
  );
const photoOf = (id: number) => program.office().row('worker', id)?.photo_hash;

test('a batch: matched ones go in as one act, the rest wait by name, and one undo takes it back', async () => {
  const wang = addWorker('王秀英', '371323197412031228', '13805390001');
  const li = addWorker('李伟', '37132319800101123X', '13805390002');
  const otherLi = addWorker('李伟', null, '13805390003');
  const zhao = addWorker('赵大年', null, null);
  const bytes = await picture(600, 840).jpeg().toBuffer();
  const other = await picture(700, 980).jpeg().toBuffer();
  await send('照片/371323197412031228.jpg', bytes);
  await send('李伟.jpg', other);
  await send('赵大年_1.jpg', bytes);
  await send('赵大年_2.jpg', await picture(1600, 900).jpeg().toBuffer());
  await send('陌生人.jpg', bytes);
  await send('王秀英371323197412031228.jpg', bytes.subarray(0, 500));
  await send('文字.jpg', Buffer.from('x'));
  const batch = await program.caller.photos.batch();
  expect(batch.map(({ verdict }) => verdict)).toEqual([
    'matched',
    'ambiguous',
    'duplicate',
    'duplicate',
    'nobody',
    'broken',
    'broken',
  ]);
  expect(JSON.stringify(batch)).not.toContain('371323197412031228');
  const idOf = (name: string) => batch.find((item) => item.name === name)?.id ?? 0;
  expect((await program.fetch(`/files/photos/batch/${idOf('李伟.jpg')}`)).headers.get('content-type')).toBe('image/jpeg');

  await program.caller.photos.assign({ itemId: idOf('李伟.jpg'), workerId: otherLi });
  await program.caller.photos.assign({ itemId: idOf('赵大年_2.jpg'), workerId: zhao });
  // What is unticked stays; what is shown otherwise than it is judged isn't written.
  await program.caller.photos.tick({ itemIds: [batch[0]?.id ?? 0], ticked: false });
  expect((await shownPhotos()).map(({ workerId }) => workerId)).toEqual([otherLi, zhao]);
  await program.caller.photos.tick({ itemIds: [batch[0]?.id ?? 0], ticked: true });
  const shown = await shownPhotos();
  for (const photos of [
    shown.slice(1),
    [...shown, { itemId: 999, workerId: wang }],
    shown.map((one) => ({ ...one, workerId: li })),
  ])
    await expect(program.caller.photos.write({ photos })).rejects.toThrow('刚刚有变动，没有上传');
  const { written, changeSetId } = await program.caller.photos.write({ photos: shown });
  expect(written).toBe(3);
  expect([wang, otherLi, zhao].every((id) => photoOf(id) !== null)).toBe(true);
  expect(photoOf(li)).toBeNull();
  expect(program.office().row('worker', zhao)?.photo_to_crop).toBe(1);
  expect((await program.caller.photos.batch()).map(({ name }) => name)).toEqual([
    '赵大年_1.jpg',
    '陌生人.jpg',
    '王秀英371323**********28.jpg',
    '文字.jpg',
  ]);
  expect((await program.caller.audit.latest()).act?.summary).toBe('上传 3 张照片');
  // The other photo of who had two waits, and doesn't replace the one just chosen by itself.
  expect((await program.caller.photos.batch())[0]).toMatchObject({ name: '赵大年_1.jpg', verdict: 'matched', ticked: false });
  await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
  expect([wang, otherLi, zhao].map(photoOf)).toEqual([null, null, null]);
  await program.caller.photos.dropAll();
  await expect(program.caller.photos.write({ photos: [] })).rejects.toThrow('没有可以上传');
});

test('what is unticked stays behind and can go in later; a homonym who comes meanwhile stops the upload', async () => {
  await program.caller.photos.dropAll();
  const [first, second] = [addWorker('钱一鸣', null, null), addWorker('钱二鸣', null, null)];
  const bytes = await picture(600, 840).jpeg().toBuffer();
  await send('钱一鸣.jpg', bytes);
  await send('钱二鸣.jpg', bytes);
  const [one, two] = await program.caller.photos.batch();
  expect([one?.ticked, two?.ticked]).toEqual([true, true]);
  await program.caller.photos.tick({ itemIds: [two?.id ?? 0], ticked: false });
  expect((await program.caller.photos.write({ photos: await shownPhotos() })).written).toBe(1);
  expect([photoOf(first) === null, photoOf(second)]).toEqual([false, null]);
  await expect(program.caller.photos.write({ photos: await shownPhotos() })).rejects.toThrow('没有可以上传');
  // The same photo once more is told as such.
  await send('钱一鸣 照片.jpg', bytes);
  expect((await program.caller.photos.batch()).map(({ unchanged }) => unchanged)).toEqual([false, true]);
  await program.caller.photos.drop({ itemId: (await program.caller.photos.batch())[1]?.id ?? 0 });
  await program.caller.photos.tick({ itemIds: [two?.id ?? 0], ticked: true });
  const shown = await shownPhotos();
  addWorker('钱二鸣', null, null);
  await expect(program.caller.photos.write({ photos: shown })).rejects.toThrow('没有可以上传');
  expect(photoOf(second)).toBeNull();
});

test('a file that is chosen again is the item it was, as it was cropped; another of that name is none', async () => {
  await program.caller.photos.dropAll();
  const bytes = await picture(1600, 900).jpeg().toBuffer();
  const idOf = async (answer: Promise<Response>): Promise<number> => ((await (await answer).json()) as { id: number }).id;
  const first = await idOf(send('照片/甲/谁.jpg', bytes));
  await send('谁.jpg', bytes, `&replaces=${first}&crop=0,0,500,700`);
  expect(await idOf(send('照片/甲/谁.jpg', bytes))).toBe(first);
  expect(await idOf(send('谁.jpg', bytes))).toBe(first);
  expect(await program.caller.photos.batch()).toMatchObject([{ id: first, width: 500, toCrop: false }]);
  const others = [
    await idOf(send('照片/乙/谁.jpg', bytes)),
    await idOf(send('照片/甲/谁.jpg', await picture(1500, 900).jpeg().toBuffer())),
    await idOf(send('照片/甲/某.jpg', bytes)),
    // Which of the two it is can't be told.
    await idOf(send('谁.jpg', bytes)),
  ];
  expect(new Set([first, ...others]).size).toBe(5);
});

test('a waiting photo can be cropped anew, and hostile crops are refused', async () => {
  await program.caller.photos.dropAll();
  const bytes = await picture(1600, 900).jpeg().toBuffer();
  await send('谁.jpg', bytes);
  const [item] = await program.caller.photos.batch();
  expect(item?.toCrop).toBe(true);
  expect((await send('谁.jpg', bytes, `&replaces=${item?.id}&turn=90&crop=0,0,500,700`)).status).toBe(200);
  expect(await program.caller.photos.batch()).toMatchObject([{ id: item?.id, toCrop: false, width: 500, height: 700 }]);
  for (const more of ['&crop=1,2', '&crop=a,b,c,d', '&crop=-5,0,500,700', '&turn=45', '&crop=0,0,1e999,3'])
    expect((await send('谁.jpg', bytes, more)).status, more).toBe(422);
  expect((await send('谁.jpg', bytes, '&replaces=999')).status).toBe(422);
});

test('one by one: crop from the upload, replace, find well cropped, remove, undo', async () => {
  const id = addWorker('孙小美', null, null);
  const bytes = await picture(1400, 1000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const upload = await program.fetch('/files/uploads?name=%E5%AD%99.jpg', { method: 'POST', body: new Uint8Array(bytes) });
  const { id: uploadId } = (await upload.json()) as { id: string };
  const crop = { left: 0, top: 0, width: 1000, height: 1400 };
  const { photoHash } = await program.caller.photos.save({ workerId: id, uploadId, crop, turn: 0 });
  expect(photoOf(id)).toBe(photoHash);
  expect(await program.caller.photos.facts({ hash: photoHash })).toMatchObject({ width: 1000, height: 1400 });
  await expect(program.caller.photos.save({ workerId: id, uploadId, crop, turn: 0 })).rejects.toThrow('已过期');
  const removed = await program.caller.photos.remove({ workerId: id });
  expect(photoOf(id)).toBeNull();
  await program.caller.audit.undo({ changeSetId: removed.changeSetId ?? 0 });
  expect(photoOf(id)).toBe(photoHash);
});
