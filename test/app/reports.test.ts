// The reports through the whole handler: who stands in them on which day, how personal numbers go out and that it is written
// down, the file that comes back, and what refuses.
import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { changePlace, insertCommunity, insertCompound, updatePlace } from '../../main/rooms/roster/places.ts';
import { insertBranch, insertPropertyCompany } from '../../main/rooms/roster/branches.ts';
import { askedReport } from '../../main/rooms/reports/catalogue.ts';
import type { ExportTask } from '../../main/rooms/reports/export.worker.ts';
import { readSetting } from '../../main/rooms/settings/settings.ts';
import { sheetFromWorker, sheetTask } from '../../main/kit/sheetWork.ts';
import type { SheetFormat } from '../../shared/kit/sheetFormat.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { closePosting, openPosting } from '../../main/rooms/roster/postings.ts';
import { insertWorker, updateWorker } from '../../main/rooms/roster/workers.ts';
import { reportParameters, type ReportRequest, reportRequestSchema } from '../../shared/reports.ts';
import type { ReportId } from '../../shared/reports/ids.ts';
import { openFont } from '../../main/ground/pdf/cutFont.ts';
import type { PrintedHead, PrintedPage } from '../../shared/drawing/printed.ts';
import { openProgram, testDay } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
let ids: { wang: number; li: number; branch: number };

/** Two branches; a community with a compound, a village renamed on 1 September; 王 moved from the one to the other on 1 July. */
function furnish(): void {
  const office = program.office();
  office.change({ actor: { login: 'tester', personId: null }, kind: 'test', summary: '布置' }, (change) => {
    const second = insertBranch(change, { name: '东岭社区总支', sortOrder: 2 });
    const first = insertBranch(change, { name: '幸福社区总支', sortOrder: 1 });
    const village = insertCommunity(change, { name: '石桥店子村', code: '371323001201', branchId: second });
    const community = insertCommunity(change, { name: '幸福里社区', code: '371323001001', branchId: first });
    const company = insertPropertyCompany(change, { name: '鸿泰物业', contact: '孙经理', phone: '0539-2250000' });
    const compound = insertCompound(change, {
      name: '锦程花园',
      communityId: community,
      developedBy: 'developer',
      developer: '宏业地产',
      buildingCount: 12,
      householdCount: 530,
      propertyCompanyId: company,
    });
    updatePlace(change, community, { secretary: '孟庆华', phone: '0539-2251111', officeAddress: '幸福路 1 号' });
    changePlace(change, { placeId: village, day: testDay, effective: '2026-09-01', fields: { name: '石桥村' } });
    const villageGrid = insertGrid(change, { placeId: village, code: '371323001201001' });
    const communityGrid = insertGrid(change, { placeId: community, code: '371323001001001' });
    const compoundGrid = insertGrid(change, { placeId: compound, code: '371323001001002' });
    const wang = insertWorker(change, {
      name: '王秀英',
      idNumber: '371323197412031246',
      mobile: '13805391234',
      hiringSource: '计生专职查访员择优录用',
      formerFamilyPlanning: true,
      ethnicity: '汉族',
    });
    const li = insertWorker(change, { name: '李建国', birthMonth: '1985-03', note: '=cmd|calc' });
    const left = insertWorker(change, { name: '赵立国', sex: 'male' });
    const before = openPosting(change, {
      workerId: wang,
      gridId: villageGrid,
      firstDay: '2019-05-01',
      precision: 'day',
    });
    closePosting(change, { postingId: before, lastDay: '2026-06-30' });
    openPosting(change, { workerId: wang, gridId: compoundGrid, firstDay: '2026-07-01', precision: 'day' });
    openPosting(change, { workerId: li, gridId: communityGrid, firstDay: '2018-03-01', precision: 'month' });
    openPosting(change, {
      workerId: left,
      gridId: villageGrid,
      firstDay: '2026-07-01',
      precision: 'day',
      lastDay: '2026-08-31',
    });
    ids = { wang, li, branch: second };
  });
}

beforeAll(() => {
  program = openProgram();
  furnish();
});
afterAll(() => program.close());

/** What is asked of a report, and the rest as it starts with. */
type Given = { report?: ReportId } & Record<string, unknown>;
const request = (given: Given = {}): ReportRequest =>
  reportRequestSchema.parse({ ...reportParameters[given.report ?? 'roster'].first, asOf: testDay, ...given });

async function ended(jobId: string): Promise<string> {
  for (;;) {
    const { phase, error } = await program.caller.jobs.state({ id: jobId });
    if (error) throw new Error(error);
    if (phase !== 'running') return phase;
    await setTimeout(10);
  }
}

/** The exported sheet's rows below its header, by column title. */
async function exported(given: Given = {}): Promise<{ rows: Record<string, unknown>[]; file: Response; bytes: Uint8Array }> {
  const jobId = await program.caller.reports.start({ request: request(given), format: 'xlsx' });
  expect(await ended(jobId)).toBe('done');
  const file = await program.fetch(`/files/jobs/${jobId}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const book = XLSX.read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
  const titles = lines[2] as string[];
  const rows = lines
    .slice(3)
    .filter((line) => typeof line[0] === 'number')
    .map((line) => Object.fromEntries(titles.map((title, index) => [title, line[index] ?? null])));
  return { rows, file, bytes };
}

test('the roster of a day, column by column', async () => {
  const { rows } = await exported();
  expect(rows.map((row) => row.姓名)).toEqual(['李建国', '王秀英']);
  expect(rows[1]).toEqual({
    序号: 2,
    所属社区总支: '幸福社区总支',
    '社区（村居）': '幸福里社区',
    居民小区: '锦程花园',
    网格编码: '371323001001002',
    网格名称: '锦程花园网格',
    网格类别: '城市',
    姓名: '王秀英',
    性别: '女',
    民族: '汉族',
    出生年月: '1974.12',
    年龄: 51,
    身份证号: '371323**********46',
    文化程度: null,
    政治面貌: null,
    手机号码: '13805391234',
    上岗日期: '2026-07-01',
    用工来源: '计生专职查访员择优录用',
    是否原计生专职查访员: '是',
    管理单位: null,
    物业公司: '鸿泰物业',
    人员状态: '在岗',
    备注: null,
  });
  expect(rows[0]).toMatchObject({ 姓名: '李建国', 上岗日期: '2018.03', 出生年月: '1985.03', 年龄: 41, 备注: '=cmd|calc' });
});

test('as of 30 June everyone stands where they stood, under the names of that day', async () => {
  const { rows } = await exported({ asOf: '2026-06-30' });
  expect(rows.map((row) => [row.姓名, row['社区（村居）'], row.上岗日期])).toEqual([
    ['李建国', '幸福里社区', '2018.03'],
    ['王秀英', '石桥店子村', '2019-05-01'],
  ]);
  const august = await exported({ asOf: '2026-08-31' });
  expect(august.rows.map((row) => [row.姓名, row['社区（村居）']])).toContainEqual(['赵立国', '石桥店子村']);
});

test('narrowed by branch, kind, people and status', async () => {
  const names = async (given: Given) => (await exported(given)).rows.map((row) => row.姓名);
  await expect(exported({ branchIds: [ids.branch] })).rejects.toThrow('没有可以导出的内容');
  expect(await names({ workerIds: [ids.wang] })).toEqual(['王秀英']);
  expect(await names({ scope: 'everyone', kind: 'rural' })).toEqual(['赵立国']);
  const { rows } = await exported({ scope: 'everyone' });
  expect(rows.find((row) => row.姓名 === '赵立国')).toMatchObject({ 人员状态: '已离岗' });
});

describe('the ID number', () => {
  const acts = (): unknown[] =>
    program.office().db.prepare("SELECT summary FROM change_set WHERE summary LIKE '导出%' ORDER BY id").pluck().all();

  test('leaves no line when it is masked or left out', async () => {
    await exported();
    const { rows } = await exported({ idStyle: 'omitted' });
    expect(rows[0]).not.toHaveProperty('身份证号');
    expect(acts()).toEqual([]);
  });

  test('in full leaves one act, with a line for each person, and nothing to undo', async () => {
    const { rows } = await exported({ idStyle: 'full' });
    expect(rows.find((row) => row.姓名 === '王秀英')?.身份证号).toBe('371323197412031246');
    expect(acts()).toEqual(['导出专职网格员花名册（含完整身份证号）2 人']);
    const lines = program
      .office()
      .db.prepare("SELECT entity_id FROM audit_line WHERE act = 'reveal' ORDER BY entity_id")
      .pluck()
      .all();
    expect(lines).toEqual([ids.wang, ids.li]);
    expect((await program.caller.audit.latest()).act?.summary).toBe('布置');
  });

  test('is masked in the preview even when the file will hold it whole', async () => {
    const sheet = await program.caller.reports.preview(request({ idStyle: 'full' }));
    expect(JSON.stringify(sheet)).not.toContain('371323197412031246');
    expect(JSON.stringify(sheet)).toContain('371323**********46');
  });
});

test('the file carries its Chinese name and kind', async () => {
  const { file } = await exported();
  expect(file.headers.get('Content-Disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('未命名街道专职网格员花名册_20260928.xlsx')}`,
  );
  expect(file.headers.get('Content-Type')).toContain('spreadsheetml');
  expect(file.headers.get('Cache-Control')).toBe('no-store');
});

test('the communities of a day, with former names, counts and a sum', async () => {
  const { rows } = await exported({ report: 'communities', idStyle: 'omitted', paper: 'A4' });
  expect(rows).toEqual([
    {
      序号: 1,
      统计用区划代码: '371323001001',
      社区总支: '幸福社区总支',
      名称: '幸福里社区',
      曾用名: null,
      类别: '社区',
      书记: '孟庆华',
      联系电话: '0539-2251111',
      网格化办公室地址: '幸福路 1 号',
      小区数: 1,
      网格数: 2,
      网格员数: 2,
      备注: null,
    },
    expect.objectContaining({ 名称: '石桥村', 曾用名: '石桥店子村', 类别: '村居', 小区数: 0, 网格数: 1, 网格员数: 0 }),
  ]);
  const { rows: june } = await exported({ report: 'communities', asOf: '2026-06-30' });
  expect(june[1]).toMatchObject({ 名称: '石桥店子村', 曾用名: null, 网格员数: 1 });
});

test('the communities with the sums of each branch, live in the workbook, and the same in the preview', async () => {
  const given = { report: 'communities', subtotals: true } as const;
  const { bytes, rows } = await exported(given);
  expect(rows.map((row) => row.名称)).toEqual(['幸福里社区', '石桥村']);
  const book = XLSX.read(bytes, { type: 'array', cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const cell = (at: string): [unknown, unknown] => {
    const { v, f } = (sheet[at] ?? {}) as XLSX.CellObject;
    return [v, f];
  };
  expect(['A5', 'A7', 'A8'].map((at) => cell(at)[0])).toEqual(['幸福社区总支小计', '东岭社区总支小计', '合计']);
  expect(cell('K5')).toEqual([2, 'SUBTOTAL(9,K4:K4)']);
  expect(cell('K7')).toEqual([1, 'SUBTOTAL(9,K6:K6)']);
  expect(cell('K8')).toEqual([3, 'SUBTOTAL(9,K4:K7)']);
  const preview = await program.caller.reports.preview(request(given));
  expect(preview.lines.map((line) => (line.kind === 'sums' ? [line.label, line.sums[1]] : line.cells[3]))).toEqual([
    '幸福里社区',
    ['幸福社区总支小计', '2'],
    '石桥村',
    ['东岭社区总支小计', '1'],
  ]);
  expect(preview.totals?.sums[1]).toBe('3');
});

test('chosen people who are gone are missed by number, and a branch that was chosen before hides none of them', async () => {
  await expect(exported({ workerIds: [ids.wang, 9999] })).rejects.toThrow('选定的 2 人里有 1 人已不在名单里');
  await expect(program.caller.reports.preview(request({ workerIds: [9999] }))).rejects.toThrow(
    '选定的 1 人里有 1 人已不在名单里',
  );
  const { rows } = await exported({ workerIds: [ids.wang], branchIds: [ids.branch], kind: 'rural' });
  expect(rows.map((row) => row.姓名)).toEqual(['王秀英']);
});

test('a report of a part says so, on the sheet and in the name of its file', async () => {
  const scopeOf = async (given: Given): Promise<[string, string]> => {
    const { unitLine, fileName } = await program.caller.reports.preview(request(given));
    return [unitLine[0]?.split('范围：')[1] ?? '', fileName];
  };
  expect(await scopeOf({ report: 'communities' })).toEqual(['', '未命名街道社区（村居）一览表_20260928.xlsx']);
  expect(await scopeOf({ report: 'communities', branchIds: [ids.branch], kind: 'rural' })).toEqual([
    '社区总支 东岭社区总支、类别 农村',
    '未命名街道社区（村居）一览表_社区总支 东岭社区总支、类别 农村_20260928.xlsx',
  ]);
  expect((await scopeOf({ workerIds: [ids.wang], kind: 'rural' }))[0]).toBe('所选 1 人');
  expect((await scopeOf({ workerIds: [ids.wang, ids.wang] }))[0]).toBe('所选 1 人');
  expect((await scopeOf({ scope: 'everyone' }))[0]).toBe('含已离岗、未上岗');
  const { file } = await exported({ kind: 'urban' });
  expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent('_类别 城市_20260928.xlsx'));
});

test('a report takes only its own parameters', async () => {
  const { report, ...rest } = request({ report: 'compounds' });
  expect(Object.keys(rest).sort()).toEqual(['asOf', 'branchIds', 'paper', 'subtotals', 'title']);
  expect(report).toBe('compounds');
  // One that another report has is left aside, and narrows nothing.
  const { count } = await program.caller.reports.preview({ ...request({ report: 'compounds' }), kind: 'rural' } as ReportRequest);
  expect(count).toBe(1);
});

test('the compounds of a day, with who manages them and who serves there', async () => {
  const { rows } = await exported({ report: 'compounds' });
  expect(rows).toEqual([
    {
      序号: 1,
      小区名称: '锦程花园',
      所属社区: '幸福里社区',
      所属总支: '幸福社区总支',
      开发类型: '开发商开发',
      开发商: '宏业地产',
      详细地址: null,
      楼栋数: 12,
      户数: 530,
      人口: null,
      物业公司: '鸿泰物业',
      物业负责人: '孙经理',
      物业电话: '0539-2250000',
      网格编码: '371323001001002',
      网格员: '王秀英',
      用工来源: '计生专职查访员择优录用',
      管理单位: null,
      备注: null,
    },
  ]);
});

test('the preview is the export: same title, columns, first rows, count and name; what doesn’t close stands beside it', async () => {
  const sheet = await program.caller.reports.preview(request());
  const { rows, file } = await exported();
  expect(sheet.count).toBe(rows.length);
  expect(sheet.header.cells.map(({ title }) => title)).toEqual(Object.keys(rows[0] ?? {}));
  expect(sheet.lines[1]).toMatchObject({
    kind: 'row',
    cells: Object.values(rows[1] ?? {}).map((value) => (typeof value === 'number' ? String(value) : value)),
  });
  expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent(sheet.fileName));
  expect(Object.fromEntries(sheet.gaps.map(({ text, count }) => [text, count]))).toEqual({
    空缺网格: 1,
    未填身份证号: 1,
    身份证号校验不符: 1,
    未填手机号码: 1,
    未填文化程度: 2,
  });
});

test('what doesn’t close leads to its rows within the branch and kind asked for', async () => {
  const { gaps } = await program.caller.reports.preview(request({ branchIds: [ids.branch], kind: 'rural' }));
  expect(gaps).toEqual([
    { weight: 'wrong', text: '空缺网格', count: 1, screen: 'grids', search: { vacant: 1, branch: ids.branch, kind: 'rural' } },
  ]);
});

test('what goes between the order and the writing is refused where it is written', async () => {
  const office = program.office();
  const settings = readSetting(office, 'office');
  const written = (given: Given, format: SheetFormat) => {
    const task: ExportTask = { ...sheetTask(office, format), request: request(given), office: settings };
    const { frame } = askedReport(task.request, settings, office);
    const work = { folder: 'rooms/reports', name: 'export', task };
    return sheetFromWorker(work, frame, new AbortController().signal, () => undefined);
  };
  const long = { asOf: '2000-01-01' };
  await expect(written(long, 'xlsx')).rejects.toThrow('2000-01-01 没有可以导出的内容，请改选统计日期或筛选条件。');
  await expect(written(long, 'pdf')).rejects.toThrow('2000-01-01 没有可以存为 PDF 的内容');
  await expect(written({ workerIds: [ids.wang, 9999] }, 'print')).rejects.toThrow('选定的 2 人里有 1 人已不在名单里');
  expect((await written({}, 'xlsx')).file.bytes.byteLength).toBeGreaterThan(1000);
});

test('a cancelled export hands out no file and writes nothing down', async () => {
  const before = program.office().db.prepare('SELECT count(*) FROM change_set').pluck().get();
  const jobId = await program.caller.reports.start({ request: request({ idStyle: 'full' }), format: 'xlsx' });
  await program.caller.jobs.cancel({ id: jobId });
  expect(await ended(jobId)).toBe('cancelled');
  expect((await program.fetch(`/files/jobs/${jobId}`)).status).toBe(422);
  expect(program.office().db.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(before);
});

describe('printed', () => {
  const printed = async (given: Given = {}): Promise<Response> => {
    const jobId = await program.caller.reports.start({ request: request(given), format: 'pdf' });
    expect(await ended(jobId)).toBe('done');
    return program.fetch(`/files/jobs/${jobId}`);
  };

  test('it is a PDF of the same name, and full ID numbers on it are written down as of an export', async () => {
    const file = await printed({ idStyle: 'full' });
    expect(file.headers.get('Content-Type')).toBe('application/pdf');
    expect(file.headers.get('Content-Disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('未命名街道专职网格员花名册_20260928.pdf')}`,
    );
    const bytes = Buffer.from(await file.arrayBuffer()).toString('latin1');
    expect(bytes.slice(0, 8)).toBe('%PDF-1.7');
    expect(bytes).toContain('/Lang (zh-CN)');
    const summary = program.office().db.prepare('SELECT summary FROM change_set ORDER BY id DESC LIMIT 1').pluck().get();
    expect(summary).toBe('存为 PDF 专职网格员花名册（含完整身份证号）2 人');
  });

  test('for the print dialog it is the same pages, with a font of their characters', async () => {
    const jobId = await program.caller.reports.start({ request: request({ idStyle: 'full' }), format: 'print' });
    expect(await ended(jobId)).toBe('done');
    const lines = (await (await program.fetch(`/files/jobs/${jobId}`)).text()).trimEnd().split('\n');
    const head = JSON.parse(lines[0] ?? '') as PrintedHead;
    const pages = lines.slice(1).map((line) => JSON.parse(line) as PrintedPage);
    expect(head).toMatchObject({ title: '未命名街道专职网格员花名册', pages: pages.length, width: expect.closeTo(420, 1) });
    const characters = (weight: 400 | 700): string[] =>
      pages
        .flatMap(({ drawing }) => drawing.marks)
        .flatMap((mark) => (mark.kind === 'text' && mark.weight === weight ? Array.from(mark.text) : []));
    for (const weight of [400, 700] as const) {
      const known = new Set(openFont(Buffer.from(head.fonts[weight] ?? '', 'base64')).characters);
      expect(characters(weight).filter((character) => !known.has(character.codePointAt(0) ?? 0))).toEqual([]);
    }
    expect(characters(400).join('')).toContain('371323197412031246');
    const summary = program.office().db.prepare('SELECT summary FROM change_set ORDER BY id DESC LIMIT 1').pluck().get();
    expect(summary).toBe('打印专职网格员花名册（含完整身份证号）2 人');
  });

  test('each report, also on A4', async () => {
    // oxlint-disable-next-line no-await-in-loop
    for (const report of ['roster', 'communities', 'compounds'] as const)
      expect((await printed({ report, paper: 'A4' })).headers.get('Content-Type')).toBe('application/pdf');
  });

  test('a character that no shipped font has is named with its row, and nothing is printed or written down', async () => {
    const note = (text: string | null) =>
      program.office().change({ actor: { login: 'tester', personId: null }, kind: 'test', summary: '备注' }, (change) => {
        updateWorker(change, ids.wang, { note: text });
      });
    note('王\u{e863}庄');
    const jobId = await program.caller.reports.start({ request: request({ idStyle: 'full' }), format: 'pdf' });
    await expect(ended(jobId)).rejects.toThrow(
      '第 2 行“备注”里的“\u{e863}”（U+E863）字库中没有，印不出来。请改正后再打印，或导出 Excel 打印。',
    );
    note(null);
    const summary = program.office().db.prepare('SELECT summary FROM change_set ORDER BY id DESC LIMIT 1').pluck().get();
    expect(summary).toBe('备注');
  });
});

test('photos are embedded as JPEG, one a cell, and missing ones leave the cell empty', async () => {
  const { default: sharp } = await import('sharp');
  const { preparePhoto } = await import('../../main/rooms/photos/process.ts');
  const { addPhoto } = await import('../../main/rooms/photos/store.ts');
  const png = await sharp({ create: { width: 500, height: 700, channels: 3, background: '#2040d0' } })
    .png()
    .toBuffer();
  const photo = await preparePhoto('王秀英.png', png);
  const office = program.office();
  office.change({ actor: { login: 'tester', personId: null }, kind: 'test', summary: '照片' }, (change) => {
    change.update('worker', ids.wang, { photo_hash: addPhoto(office, photo) });
  });
  const { bytes } = await exported({ photo: true });
  const parts = unzipSync(bytes);
  const pictures = Object.entries(parts).filter(([name]) => name.startsWith('xl/media/'));
  expect(pictures.map(([name]) => name)).toEqual([expect.stringMatching(/\.jpeg$/)]);
  expect(pictures[0]?.[1].subarray(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
  const drawing = new TextDecoder().decode(parts['xl/drawings/drawing1.xml']);
  expect(drawing.match(/<xdr:oneCellAnchor/g)).toHaveLength(1);
});
