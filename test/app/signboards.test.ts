// Boards through the routers: whose data stands on them, what holds one back, and a print that can't be talked past the check.
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import { openPosting } from '../../main/rooms/roster/postings.ts';
import { insertWorker } from '../../main/rooms/roster/workers.ts';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { restore } from '../../main/rooms/backups/restore.ts';
import { openProgram, silentLog, tester } from '../harness/program.ts';
import { callerOf } from '../../main/trpc.ts';

const hash = 'a'.repeat(64);
const asked: string[] = [];

async function pdfOf(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < count; page++) document.addPage([600, 800]);
  return document.save();
}

let program: ReturnType<typeof openProgram>;
let grids: { community: number; compound: number; vacant: number };
beforeEach(() => {
  asked.length = 0;
  program = openProgram({
    renderPdf: async (address) => {
      asked.push(address);
      const query = new URL(address, 'http://x').searchParams;
      const { faces } = await program.caller.signboards.printPart({
        ticket: query.get('ticket') ?? '',
        part: Number(query.get('part')),
      });
      return pdfOf(faces.length);
    },
  });
  const office = program.office();
  grids = office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: 's' }, (change) => {
    office
      .prepare('INSERT INTO photo (hash, jpeg, thumbnail, width, height, added_at) VALUES (?, ?, ?, 600, 840, ?)')
      .run(hash, Buffer.from('x'), Buffer.from('x'), '2026-01-01');
    const branchId = insertBranch(change, { name: '第一社区总支', hotline: '0539-2251234' });
    const community = insertCommunity(change, { name: '阳东街社区', branchId });
    const compound = insertCompound(change, { name: '锦绣花园', communityId: community });
    const made = {
      community: insertGrid(change, { placeId: community, name: '第一网格', code: '371323001001001' }),
      compound: insertGrid(change, { placeId: compound, extraDuty: '防溺水：汛期巡查' }),
      vacant: insertGrid(change, { placeId: community, name: '第二网格' }),
    };
    const worker = insertWorker(change, { name: '王秀英', mobile: '13805390001', idNumber: '371323198503075422' });
    change.update('worker', worker, { photo_hash: hash });
    openPosting(change, { workerId: worker, gridId: made.community, firstDay: '2026-01-01', precision: 'day' });
    const other = insertWorker(change, { name: '李\u200b建国', mobile: null });
    openPosting(change, { workerId: other, gridId: made.compound, firstDay: '2026-01-01', precision: 'day' });
    return made;
  }).result;
});
afterEach(() => program.close());

test('a face carries the place, the branch’s hotline and the grid’s own duty, and no ID number', async () => {
  const faces = await program.caller.signboards.faces({ gridIds: [grids.community, grids.compound] });
  expect(faces[0]).toMatchObject({ place: '阳东街社区', gridName: '第一网格', hotline: '0539-2251234', area: '阳东街社区' });
  expect(faces[1]).toMatchObject({ place: '阳东街社区', gridName: '锦绣花园网格', area: '锦绣花园', worker: { name: '李建国' } });
  expect(faces[1]?.duties.at(-1)).toEqual({ label: '防溺水', text: '汛期巡查' });
  expect(JSON.stringify(faces)).not.toContain('371323198503075422');
});

test('the list names what each board lacks, and counts it', async () => {
  const list = await program.caller.signboards.list({ size: '600x900' });
  expect(list.counts).toEqual({ all: 3, printable: 0, held: 3 });
  expect(Object.fromEntries(list.rows.map(({ id, problems }) => [id, problems.map(({ kind }) => kind)]))).toEqual({
    [grids.community]: ['lowPpi'],
    [grids.compound]: ['noMobile', 'noPhoto', 'noCode'],
    [grids.vacant]: ['noWorker', 'noCode'],
  });
  expect((await program.caller.signboards.list({ size: 'a4', show: 'printable' })).rows.map(({ id }) => id)).toEqual([
    grids.community,
  ]);
  expect((await program.caller.signboards.list({ size: 'a4', search: '秀英 13805' })).total).toBe(1);
});

test('printing refuses what is missing by name, whatever the screen says', async () => {
  const print = (gridIds: number[], size: 'a4' | '600x900' = 'a4', acceptLowPpi = false) =>
    program.caller.signboards.print({ gridIds, size, acceptLowPpi });
  await expect(print([grids.community, grids.vacant])).rejects.toThrow(
    '有 1 块指示牌不能打印（阳东街社区 第二网格：空缺，没有网格员）',
  );
  await expect(print([grids.compound])).rejects.toThrow('手机号码未填');
  await expect(print([grids.community], '600x900')).rejects.toThrow('照片偏小');
  await expect(print([grids.community, 999_999])).rejects.toThrow('有 1 个网格已停用或不存在');
});

test('a print is one PDF from the ticket’s page, and its ticket ends with it', async () => {
  const { jobId } = await program.caller.signboards.print({ gridIds: [grids.community], size: 'a4', acceptLowPpi: false });
  await expect.poll(() => program.deps.jobs.state(callerOf(program.deps, tester).owner, jobId).phase).toBe('done');
  const response = await program.fetch(`/files/jobs/${jobId}`);
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('指示牌_第一网格_A4_2026-09-28.pdf');
  expect((await PDFDocument.load(await response.arrayBuffer())).getPageCount()).toBe(1);
  expect(asked).toHaveLength(1);
  const ticket = new URL(asked[0] ?? '', 'http://x').searchParams.get('ticket') ?? '';
  await expect(program.caller.signboards.printPart({ ticket, part: 0 })).rejects.toThrow('这次打印已经结束');
});

test('after a restore nothing is printed or read that was begun before, though it brought the same office back', async () => {
  const { file } = await backUpNow(program.desk, 'manual', silentLog);
  const request = { gridIds: [grids.community], size: 'a4' as const, acceptLowPpi: false };
  const { pages } = await program.caller.signboards.openPages(request);
  const ticket = new URL(pages[0]?.path ?? '', 'http://x').searchParams.get('ticket') ?? '';
  const sent = await program.fetch('/files/uploads?name=a.csv', { method: 'POST', body: 'x' });
  const { id: uploadId } = (await sent.json()) as { id: string };
  expect((await program.caller.signboards.printPart({ ticket, part: 0 })).faces).toHaveLength(1);
  const { jobId } = await program.caller.signboards.print(request);
  await restore(program.desk, file, silentLog);
  await expect(program.caller.signboards.printPart({ ticket, part: 0 })).rejects.toThrow('这次打印已经结束');
  await expect(program.caller.imports.start({ uploadId })).rejects.toThrow('选择的文件已过期，请重新选择文件');
  await expect(program.caller.jobs.state({ id: jobId })).rejects.toThrow('这项工作已经结束');
});
