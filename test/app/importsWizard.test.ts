// The wizard's calls from the file to the undo, as the screen makes them: what it remembers, what it hides, what it refuses.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProgram } from '../harness/program.ts';

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures', name)));

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

async function finished({ jobId }: { jobId: string }): Promise<void> {
  for (;;) {
    const state = await program.caller.jobs.state({ id: jobId });
    if (state.phase === 'done') return;
    if (state.phase !== 'running') throw new Error(`${state.phase}: ${state.error}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

async function begin(name: string, body: BodyInit = fixture(name)): Promise<string> {
  const answer = await program.fetch(`/files/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body });
  const { id } = (await answer.json()) as { id: string };
  await finished(await program.caller.imports.start({ uploadId: id }));
  const { import: state } = await program.caller.imports.current();
  if (!state) throw new Error('no import is current');
  return state.id;
}

const current = async () => (await program.caller.imports.current()).import;

test('from file to undo, and no ID number leaves unmasked', async () => {
  const { imports } = program.caller;
  const answers: unknown[] = [];
  const id = await begin('roster-two-row-header.xls');
  answers.push(await current(), await imports.grid({ id }));
  expect(await current()).toMatchObject({
    step: 'header',
    header: { firstRow: 4, lastRow: 5 },
    people: 162,
    officeIsEmpty: true,
  });
  await imports.goTo({ id, step: 'columns' });
  await finished(await imports.judge({ id }));
  answers.push(await imports.summary({ id }), await imports.rows({ id, tab: 'new', offset: 0, limit: 200 }));
  await imports.tick({ id, tab: 'new', rows: null, ticked: false });
  await expect(imports.commit({ id })).rejects.toThrow('没有勾选要写入的行');
  const [first, second] = await imports.rows({ id, tab: 'new', offset: 0, limit: 2 });
  expect([first?.at, second?.at]).toEqual(['第 6 行', '第 7 行']);
  await imports.tick({ id, tab: 'new', rows: [first?.row ?? 0, second?.row ?? 0], ticked: true });
  expect((await imports.summary({ id })).ticked).toMatchObject({ new: 2 });
  await finished(await imports.commit({ id }));
  expect(await current()).toMatchObject({ step: 'result', result: { added: 2, leftOut: 160, undone: false } });
  await program.caller.audit.undo({ changeSetId: (await current())?.result?.changeSetId ?? 0 });
  expect(await current()).toMatchObject({ result: { undone: true } });
  await expect(imports.undo({ id })).rejects.toThrow('已经撤销过了');
  expect(JSON.stringify(answers)).not.toMatch(/\d{17}[\dXx]|[０-９]{18}/);
});

test('no ID number leaves whole from a shifted column, a remark or the name of the file', async () => {
  const { imports } = program.caller;
  const number = '371323197605069180';
  const old = '371323760506918';
  const rows = [
    '姓名,身份证号,手机号,网格编码,所属社区,备注',
    `${number},371323196309069659,15035060152,371323001001001,阳东街社区,`,
    `武德文,高中,${number},371323001002001,阳西街社区,`,
    `李永建,,15391112395,${number},阳西街社区,`,
    `王秀英,,15391112396,371323001003001,${old},原号 ${old}`,
    `赵建国,${number}号,15391112397,371323001004001,南关社区,`,
    `孙立,,15391112398,371323001005001,北关社区,15391112398 15035060152 371323 19760506 9180`,
    `合计,,,,,${number}`,
  ];
  const id = await begin(`武德文${number}.csv`, rows.join('\n'));
  const answers: unknown[] = [await current(), await imports.grid({ id })];
  await finished(await imports.judge({ id }));
  answers.push(await imports.summary({ id }));
  for (const tab of ['new', 'changed', 'same', 'held', 'refused'] as const)
    answers.push(await imports.rows({ id, tab, offset: 0, limit: 50 }));
  const { jobId } = await imports.markErrors({ id });
  await finished({ jobId });
  answers.push((await program.caller.jobs.state({ id: jobId })).title);
  await finished(await imports.commit({ id }));
  answers.push(await current(), await program.caller.audit.list({}));
  const told = JSON.stringify(answers);
  for (const hidden of ['19760506', old, '19630906']) expect(told).not.toContain(hidden);
  expect(told).toContain('371323**********80');
  expect(told).toContain('371323001003001');
  expect(told).toContain('15391112398 15035060152 371323 ******** **80');
});

test('what was chosen for a header is chosen again the next time', async () => {
  const { imports } = program.caller;
  const id = await begin('roster-gbk.csv');
  const state = await current();
  expect(state?.remembered).toBe(false);
  const fields = state?.columns.map(({ field }) => (field === 'education' ? null : field)) ?? [];
  await imports.chooseColumns({
    id,
    fields,
    options: { mayCreatePlaces: true, startedWorkIsFirstDay: true, effectiveDay: '2026-09-01' },
  });
  await finished(await imports.judge({ id }));
  await imports.abandon({ id });
  expect(await current()).toBeNull();
  await begin('roster-gbk.csv');
  const again = await current();
  expect(again).toMatchObject({ remembered: true, options: { startedWorkIsFirstDay: true, mayCreatePlaces: false } });
  expect(again?.columns.map(({ field }) => field)).toEqual(fields);
});

test('a header said by hand, and a file given up, are told apart', async () => {
  const { imports } = program.caller;
  const id = await begin('roster-damaged.xlsx');
  await imports.chooseHeader({ id, sheet: 0, header: { firstRow: 3, lastRow: 3 } });
  expect(await current()).toMatchObject({ header: { firstRow: 3, lastRow: 3 }, people: 58 });
  await expect(imports.judge({ id })).rejects.toThrow('还没有指定哪一列是“姓名”');
  await imports.chooseHeader({ id, sheet: 0, header: null });
  expect(await current()).toMatchObject({ header: { firstRow: 1, lastRow: 1 }, people: 60 });
  await imports.abandon({ id });
  await expect(imports.summary({ id })).rejects.toThrow('这次导入已经结束或被放弃');
});
