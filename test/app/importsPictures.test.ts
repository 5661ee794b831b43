// The pictures of a roster come in with their rows: whose each is, what becomes of photos that are there, what can't be taken and why;
// in one act with the rows, and taken back with them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pictureFaults } from '../../main/ground/excel/pictures.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { preparePhoto } from '../../main/rooms/photos/process.ts';
import { addPhoto } from '../../main/rooms/photos/store.ts';
import { updateWorker } from '../../main/rooms/roster/workers.ts';
import { producedReport } from '../harness/askedReports.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { importFile, judgeFile } from '../harness/imports.ts';
import { type Anchored, drawnBook, inCell, portrait, wpsBook } from '../harness/pictureBooks.ts';
import { nobody, openProgram } from '../harness/program.ts';
import { rosterRow, rosterSheet } from '../harness/roster.ts';
import { dump, idNumbers, makeStreet } from '../harness/street.ts';

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, '../fixtures', name));

let faces: Uint8Array[];
beforeAll(async () => {
  faces = await Promise.all([0, 1, 2, 3, 4].map((number) => portrait(number + 1)));
});
let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterEach(() => program.close());

const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '照片', '签名'];
/** Four who serve as the roster has them, and one who is new. */
const people = [
  ['王秀英', '', '15035060152', '阳东街社区', '371323001001001'],
  ['李建国', idNumbers.li, '15391112395', '阳东街社区', '371323001001002'],
  ['张桂兰', idNumbers.zhang, '', '阳西街社区', '371323001002001'],
  ['赵德清', '', '19932609546', '东岭村', '371323001201001'],
  ['何来英', '', '13805391234', '东岭村', '371323001201002'],
];
const photoColumn = 5;
const photoTitle = '照片';
const media = () => Object.fromEntries(faces.map((bytes, index) => [`${index}.jpeg`, bytes]));
const face = (index: number): Uint8Array => faces[index] ?? new Uint8Array();
/** The sheet with pictures over it. */
const drawn = (pictures: readonly Anchored[], more: Record<string, Uint8Array> = {}, header = titles): Promise<ImportCalls> =>
  ImportCalls.judgedFile(program.deps, {
    fileName: '花名册.xlsx',
    bytes: drawnBook([header, ...people.map((row) => [...row, '', ''])], pictures, { ...media(), ...more }),
  });

const hashOf = async (bytes: Uint8Array): Promise<string> => (await preparePhoto('a', bytes)).hash;
const givePhoto = async (workerId: number, bytes: Uint8Array): Promise<string> => {
  const photo = await preparePhoto('a', bytes);
  program.office().change({ actor: nobody, kind: 'x', summary: '照片' }, (change) => {
    updateWorker(change, workerId, { photoHash: addPhoto(change.office, photo), photoToCrop: false });
  });
  return photo.hash;
};
/** Every person's name and photo, by SQL, the hash taken anew from the bytes. */
const photos = (): Record<string, string | null> =>
  Object.fromEntries(
    program
      .office()
      .db.prepare<[], { name: string; jpeg: Buffer | null }>(
        'SELECT worker.name, photo.jpeg FROM worker LEFT JOIN photo ON photo.hash = worker.photo_hash ORDER BY worker.id',
      )
      .all()
      .map(({ name, jpeg }) => [name, jpeg && createHash('sha256').update(jpeg).digest('hex')]),
  );
const told = (file: ImportCalls) =>
  [...file.rows('new'), ...file.rows('changed'), ...file.rows('same')]
    .sort((one, other) => one.row - other.row)
    .map(({ name, photo }) => [name, photo?.outcome ?? null, photo?.reason ?? '']);

test('each picture goes in with its row, in one act, and comes out with it', async () => {
  const before = dump(program.office());
  const file = await drawn([0, 1, 2, 3, 4].map((index) => inCell(index + 1, photoColumn, `${index}.jpeg`)));
  expect(told(file)).toEqual(people.map(([name]) => [name, 'added', '']));
  expect(file.rows('changed')[0]?.photo?.thumbnail).toMatch(/^data:image\/jpeg;base64,\/9j/);
  expect(file.summary()).toMatchObject({
    counts: { new: 1, changed: 4, same: 0 },
    ticked: { new: 1, changed: 4, cells: 0 },
    photos: { fault: null, choice: { column: photoTitle, replace: false }, ticked: { added: 5, replaces: 0 }, leftOut: [] },
  });
  file.tick('changed', [3], false);
  const result = await file.commit();
  expect(result).toMatchObject({ added: 1, changed: 3, cells: 0, photos: 4, leftOut: 1 });
  expect(result.summary).toBe('导入“花名册.xlsx”：新增 1 人、变更 3 人、照片 4 张');
  expect(photos()).toEqual({
    王秀英: await hashOf(face(0)),
    李建国: null,
    张桂兰: await hashOf(face(2)),
    赵德清: await hashOf(face(3)),
    何来英: await hashOf(face(4)),
    单玉红: null,
    孙立国: null,
    周未安: null,
  });
  await program.caller.audit.undo({ changeSetId: result.changeSetId ?? 0 });
  expect(dump(program.office())).toEqual(before);
});

test('a photo that is there stays unless it is said otherwise; the same one is no change', async () => {
  const { wang, li } = street.workers;
  await givePhoto(wang, face(0));
  const former = await givePhoto(li, face(4));
  const pictures = [inCell(1, photoColumn, '0.jpeg'), inCell(2, photoColumn, '1.jpeg'), inCell(3, photoColumn, '2.jpeg')];
  const file = await drawn(pictures);
  expect(told(file).slice(0, 4)).toEqual([
    ['王秀英', 'same', ''],
    ['李建国', 'kept', ''],
    ['张桂兰', 'added', ''],
    ['赵德清', null, ''],
  ]);
  expect(file.summary()).toMatchObject({ counts: { changed: 1, same: 3 }, photos: { counts: { kept: 1, same: 1, added: 1 } } });
  await file.choosePhotos({ column: photoTitle, replace: true });
  expect(file.summary()).toMatchObject({
    counts: { changed: 2, same: 2 },
    photos: { counts: { replaces: 1, kept: 0 }, ticked: { added: 1, replaces: 1 } },
  });
  const result = await file.commit();
  expect(photos()).toMatchObject({ 王秀英: await hashOf(face(0)), 李建国: await hashOf(face(1)) });
  // The board of his grid shows the new one.
  const [board] = await program.caller.signboards.faces({ gridIds: [street.grids.manor] });
  expect(board?.worker?.photo?.hash).toBe(await hashOf(face(1)));
  await program.caller.audit.undo({ changeSetId: result.changeSetId ?? 0 });
  expect(photos()).toMatchObject({ 李建国: former, 张桂兰: null });
  await program.caller.audit.undo({ changeSetId: (await program.caller.audit.latest()).undo?.id ?? 0 });
  expect(photos()).toMatchObject({ 李建国: await hashOf(face(1)), 张桂兰: await hashOf(face(2)) });
});

test('no photos come in where the person says so', async () => {
  const file = await drawn([inCell(1, photoColumn, '0.jpeg')]);
  await file.choosePhotos({ column: null, replace: false });
  expect(file.summary()).toMatchObject({ counts: { changed: 0, same: 4 }, photos: { choice: { column: null } } });
  expect(await file.commit()).toMatchObject({ added: 1, changed: 0, photos: 0 });
  expect(Object.values(photos()).every((hash) => hash === null)).toBe(true);
  await expect(drawn([]).then((none) => none.choosePhotos({ column: '姓名', replace: false }))).rejects.toThrow('这一列没有图片');
});

describe('what can’t be taken is said by row, and nothing of it goes in', () => {
  test('two in a row, one picture for two people, drawings, too small, lying at a slant, linked', async () => {
    const file = await drawn(
      [
        inCell(1, photoColumn, '0.jpeg'),
        inCell(1, photoColumn, '1.jpeg'),
        inCell(2, photoColumn, '2.jpeg'),
        inCell(3, photoColumn, 'same.jpeg'),
        inCell(4, photoColumn, 'tiny.png'),
        { ...inCell(5, photoColumn, '3.jpeg'), transform: ' rot="1200000"' },
      ],
      { 'same.jpeg': face(2), 'tiny.png': new Uint8Array(await sharp(face(0)).resize(50, 70).png().toBuffer()) },
    );
    expect(told(file)).toEqual([
      ['王秀英', 'unusable', '这一行有 2 张图片，分不清用哪一张，请只留一张'],
      ['李建国', 'unusable', '与第 4 行是同一张图片，分不清是谁的'],
      ['张桂兰', 'unusable', '与第 3 行是同一张图片，分不清是谁的'],
      ['赵德清', 'unusable', expect.stringContaining('“表中的图片”太小')],
      ['何来英', 'unusable', '图片在表里斜放（转了 20°），请转正后再导入'],
    ]);
    expect(file.summary()).toMatchObject({ counts: { same: 4, changed: 0 }, photos: { counts: { unusable: 5 } } });
    const others = await drawn([inCell(1, photoColumn, 'a.emf'), { ...inCell(2, photoColumn, '1.jpeg'), linked: true }], {
      'a.emf': face(0),
    });
    expect(told(others).slice(0, 2)).toEqual([
      ['王秀英', 'unusable', pictureFaults.drawn],
      ['李建国', 'unusable', pictureFaults.linked],
    ]);
    expect(await others.commit()).toMatchObject({ added: 1, photos: 0 });
    expect(Object.values(photos()).every((hash) => hash === null)).toBe(true);
  });

  test('larger than a photo may be, also where the sheet shows only a part of it', async () => {
    const large = new Uint8Array(Buffer.concat([face(0), Buffer.alloc(11 * 1024 * 1024)]));
    const file = await drawn(
      [
        inCell(1, photoColumn, 'large.jpeg'),
        { ...inCell(2, photoColumn, 'large2.jpeg'), cut: '<a:srcRect l="10000"/>' },
        { ...inCell(3, photoColumn, 'large.png'), transform: ' flipH="1"' },
      ],
      { 'large.jpeg': large, 'large2.jpeg': large, 'large.png': new Uint8Array(11 * 1024 * 1024) },
    );
    expect(told(file).slice(0, 3)).toEqual(
      ['王秀英', '李建国', '张桂兰'].map((name) => [name, 'unusable', expect.stringContaining('“表中的图片”超过 10 MB')]),
    );
  });

  test('a logo, a signature and what spans several people are left out', async () => {
    const file = await drawn([
      inCell(0, 0, '4.jpeg'),
      inCell(1, photoColumn, '0.jpeg'),
      inCell(1, photoColumn + 1, '3.jpeg'),
      inCell(8, 2, '2.jpeg'),
    ]);
    expect(told(file).slice(0, 2)).toEqual([
      ['王秀英', 'added', ''],
      ['李建国', null, ''],
    ]);
    expect(file.summary().photos).toMatchObject({
      columns: [
        { letters: 'F', title: '照片', count: 1 },
        { letters: 'G', title: '签名', count: 1 },
      ],
      leftOut: [
        { at: '第 1 行', reason: '不在读入的人员行里' },
        { at: '第 9 行', reason: '不在读入的人员行里' },
        { at: '第 2 行', reason: '在 G 列，不是照片列' },
      ],
    });
  });

  test('where no title says which column holds photos, it is asked; beside the table it is taken', async () => {
    const plain = [...titles.slice(0, 5), '其他', '签名'];
    const asked = await drawn([inCell(1, photoColumn, '0.jpeg')], {}, plain);
    expect(told(asked)[0]).toEqual(['王秀英', null, '']);
    expect(asked.summary().photos).toMatchObject({ choice: { column: null }, columns: [{ letters: 'F', title: '其他' }] });
    await asked.choosePhotos({ column: '其他', replace: false });
    expect(told(asked)[0]).toEqual(['王秀英', 'added', '']);
    const besideTable = await drawn([inCell(1, 9, '0.jpeg')]);
    expect(told(besideTable)[0]).toEqual(['王秀英', 'added', '']);
  });

  test('more pictures than bearable: the rows go in, and it is said that no picture does', async () => {
    const file = await drawn(Array.from({ length: 3001 }, () => inCell(1, photoColumn, '0.jpeg')));
    expect(file.summary().photos).toMatchObject({ fault: '表里有 3001 张图片，超过 3000 张，图片没有读入', columns: [] });
    expect(await file.commit()).toMatchObject({ added: 1, photos: 0 });
  });
});

test('a picture is taken as the sheet shows it: turned, cut, and upright by its EXIF', async () => {
  // A red bar lies at the top of a portrait. Stored on its side, the sheet turns it up again; or its EXIF does.
  const lying = new Uint8Array(await sharp(face(0)).rotate(270).jpeg().toBuffer());
  const byExif = new Uint8Array(await sharp(face(2)).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  const wide = new Uint8Array(
    await sharp({ create: { width: 500, height: 350, channels: 3, background: '#00ff00' } })
      .composite([{ input: Buffer.from(face(1)), left: 250, top: 0 }])
      .jpeg()
      .toBuffer(),
  );
  const file = await drawn(
    [
      { ...inCell(1, photoColumn, 'lying.jpeg'), transform: ' rot="5400000"' },
      inCell(2, photoColumn, 'exif.jpeg'),
      { ...inCell(3, photoColumn, 'exif2.jpeg'), transform: ' rot="5400000"' },
      { ...inCell(4, photoColumn, 'wide.jpeg'), cut: '<a:srcRect l="50000"/>' },
    ],
    {
      'lying.jpeg': lying,
      'exif.jpeg': byExif,
      'exif2.jpeg': new Uint8Array(await sharp(face(3)).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
      'wide.jpeg': wide,
    },
  );
  expect(
    told(file)
      .slice(0, 4)
      .map(([, outcome]) => outcome),
  ).toEqual(['added', 'added', 'added', 'added']);
  await file.commit();
  const stored = program
    .office()
    .db.prepare<[], { name: string; jpeg: Buffer }>('SELECT worker.name, jpeg FROM worker JOIN photo ON hash = photo_hash')
    .all();
  expect(stored).toHaveLength(4);
  for (const { name, jpeg } of stored) {
    const { width, height } = await sharp(jpeg).metadata();
    expect([width, height], name).toEqual([250, 350]);
    const top = await sharp(await sharp(jpeg).extract({ left: 20, top: 5, width: 200, height: 20 }).toBuffer()).stats();
    expect(
      top.channels.map(({ mean }) => Math.round(mean / 64)),
      name,
    ).toEqual([4, 0, 0]);
  }
});

describe('WPS', () => {
  test('pictures in cells come in, and the formula is nobody’s remark', async () => {
    const header = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '照片', '备注'];
    const rows = [header, ...people.map((row) => [...row, 'x', 'x'])];
    const cells = { F2: 'ID_A', F3: 'ID_B', G2: 'ID_A', G3: 'ID_B', F4: 'ID_C' };
    const book = wpsBook(rows, cells, { ID_A: face(0), ID_B: face(1) });
    const file = await ImportCalls.judgedFile(program.deps, { fileName: '花名册.xlsx', bytes: book });
    expect(told(file).slice(0, 3)).toEqual([
      ['王秀英', 'added', ''],
      ['李建国', 'added', ''],
      ['张桂兰', 'unusable', pictureFaults.missing],
    ]);
    const result = await file.commit();
    expect(result.photos).toBe(2);
    expect(photos()).toMatchObject({ 王秀英: await hashOf(face(0)), 李建国: await hashOf(face(1)), 张桂兰: null });
    const notes = program.office().db.prepare("SELECT name FROM worker WHERE note LIKE '%DISPIMG%' OR note LIKE 'ID_%'").all();
    expect(notes).toEqual([]);
  });

  test('a file that lost them says so for each row, and its rows go in without', async () => {
    const file = await ImportCalls.judgedFile(
      program.deps,
      { fileName: 'WPS嵌入图片.xlsx', bytes: fixture('wps-dispimg-without-pictures.xlsx') },
      {
        mayCreatePlaces: true,
      },
    );
    expect(told(file)).toEqual([
      ['钱磊军', 'unusable', pictureFaults.missing],
      ['孙涛艳', 'unusable', pictureFaults.missing],
      ['李桂', 'unusable', pictureFaults.missing],
    ]);
    expect(await file.commit()).toMatchObject({ added: 3, photos: 0 });
    expect(program.office().db.prepare("SELECT count(*) FROM worker WHERE note IS NOT NULL AND note <> ''").pluck().get()).toBe(
      0,
    );
  });
});

test('an .xls of LibreOffice, in its real worker: each has the picture of their own row', async () => {
  const bytes = fixture('roster-pictures.xls');
  program.close();
  program = openProgram();
  const file = await judgeFile(program.deps, 'roster-pictures.xls', bytes);
  expect((await file.summary()).photos).toMatchObject({
    fault: null,
    leftOut: [{ at: '第 1 行', reason: '不在读入的人员行里' }],
  });
  const result = await file.commit();
  expect(result).toMatchObject({ added: 6, photos: 6 });
  const { pictures } = readWorkbook('a.xls', bytes);
  const own = new Map(
    await Promise.all(
      (pictures.bySheet.get('花名册') ?? []).flatMap(({ row, source }) =>
        'part' in source && row > 1 ? [hashOf(pictures.read(source.part)).then((hash) => [row, hash] as const)] : [],
      ),
    ),
  );
  for (let number = 0; number < 6; number++) expect(photos()[rosterRow(number)[0] ?? '']).toBe(own.get(number + 2));
  expect(own.size).toBe(6);
  const marked = readWorkbook('a.xlsx', new Uint8Array((await file.marked()).bytes));
  expect(marked.sheets[0]?.rows[2]?.at(-1)).toBe('已导入');
  await file.undo();
  expect(photos()[rosterRow(0)[0] ?? '']).toBeUndefined();
});

test('on several sheets each picture goes to its own sheet’s people', async () => {
  const book = new Workbook();
  for (const [index, own] of [people.slice(0, 2), people.slice(2, 4)].entries()) {
    const sheet = book.addWorksheet(`第${index + 1}片`);
    sheet.addRows([titles.slice(0, 6), ...own]);
    for (const [row] of own.entries())
      sheet.addImage(book.addImage({ buffer: Buffer.from(face(index * 2 + row)), extension: 'jpeg' }), {
        tl: { col: photoColumn + 0.1, row: row + 1.1 },
        ext: { width: 10, height: 14 },
      });
  }
  const file = await ImportCalls.judgedFile(program.deps, {
    fileName: '花名册.xlsx',
    bytes: new Uint8Array(await book.xlsx.writeBuffer()),
  });
  expect(file.summary().photos).toMatchObject({ columns: [{ letters: 'F', title: '照片', count: 4 }], counts: { added: 4 } });
  await file.commit();
  expect(photos()).toMatchObject({
    王秀英: await hashOf(face(0)),
    李建国: await hashOf(face(1)),
    张桂兰: await hashOf(face(2)),
    赵德清: await hashOf(face(3)),
  });
});

test('of somebody with two rows no photo is taken while both have one', async () => {
  const rows = [
    titles.slice(0, 6),
    ...people.slice(0, 1),
    [...(people[0] ?? []).slice(0, 4), '371323001201002'],
    ...people.slice(1, 2),
  ];
  const bytes = drawnBook(
    rows,
    [1, 2, 3].map((row) => inCell(row, photoColumn, `${row}.jpeg`)),
    media(),
  );
  const file = await ImportCalls.judgedFile(program.deps, { fileName: '花名册.xlsx', bytes });
  expect(file.summary().photos).toMatchObject({
    leftOut: [
      { at: '第 2 行', reason: '这个人在第 3 行还有照片，分不清用哪一张，请只留一张' },
      { at: '第 3 行', reason: '这个人在第 2 行还有照片，分不清用哪一张，请只留一张' },
    ],
  });
  await file.commit();
  expect(photos()).toMatchObject({ 王秀英: null, 李建国: await hashOf(face(3)) });
});

test('the copy that comes back marked brings the photos along', async () => {
  const rows = [titles.slice(0, 6), ['王秀英', idNumbers.wang, '123', '阳东街社区', '371323001001001', ''], people[1] ?? []];
  const bytes = drawnBook(rows, [inCell(1, photoColumn, '0.jpeg'), inCell(2, photoColumn, '1.jpeg')], media());
  const file = await judgeFile(program.deps, '花名册.xlsx', bytes);
  expect((await file.summary()).counts).toMatchObject({ refused: 1, changed: 1 });
  const marked = await ImportCalls.judgedFile(program.deps, {
    fileName: '花名册.xlsx',
    bytes: new Uint8Array((await file.marked()).bytes),
  });
  expect(told(marked)).toEqual([['李建国', 'added', '']]);
  expect(marked.summary().photos).toMatchObject({ columns: [{ letters: 'F', title: '照片', count: 2 }], leftOut: [] });
  await marked.commit();
  expect(photos()).toMatchObject({ 李建国: await hashOf(face(1)) });
});

test('a colleague’s photo since the preview stops the writing', async () => {
  const file = await drawn([inCell(1, photoColumn, '0.jpeg')]);
  await givePhoto(street.workers.wang, face(3));
  await expect(file.commit()).rejects.toThrow('第 2 行和预览时不一样了');
});

test('our own list, whose photos are small, changes none when it comes back', async () => {
  const { wang, li } = street.workers;
  await givePhoto(wang, face(0));
  await givePhoto(li, face(1));
  const bytes = await producedReport(program, 'roster-photos', 'xlsx');
  const file = ImportCalls.read(program.deps, '花名册.xlsx', bytes);
  expect(file.state().header).toEqual({ firstRow: 3, lastRow: 3 });
  await file.judge();
  expect(file.summary().photos).toMatchObject({ fault: null, counts: { unusable: 2, replaces: 0 } });
  expect(told(file)[0]).toEqual(['王秀英', 'unusable', expect.stringContaining('太小')]);
});

test('162 pictures in the real worker', async () => {
  const bytes = await Promise.all(Array.from({ length: 162 }, (_, number) => portrait(number + 1, 413, 579)));
  const rows = rosterSheet(162);
  const header = [...(rows[0] ?? []), '照片'];
  const book = drawnBook(
    [header, ...rows.slice(1)],
    bytes.map((_, index) => inCell(index + 1, header.length - 1, `${index}.jpeg`)),
    Object.fromEntries(bytes.map((own, index) => [`${index}.jpeg`, own])),
  );
  program.close();
  program = openProgram();
  const { file, result } = await importFile(program.deps, '花名册.xlsx', book);
  expect(result).toMatchObject({ added: 162, photos: 162, leftOut: 0 });
  expect(photos()[rosterRow(161)[0] ?? '']).toBe(await hashOf(bytes[161] ?? new Uint8Array()));
  expect(new Set(Object.values(photos())).size).toBe(162);
  await file.undo();
  expect(photos()).toEqual({});
});
