// An import lives in a worker of its own: it belongs to a person and to the office as it stands open, writes behind the gate while
// lists are read, and leaves nothing when it stops.
import { setTimeout as sleep } from 'node:timers/promises';
import { utils, write } from 'xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wasUndone } from '../../main/ground/audit/acts.ts';
import { askedBy, commitSession, judgeSession, readIntoSession } from '../../main/rooms/imports/work.ts';
import { countRoster } from '../../main/rooms/roster/survey.ts';
import { callerOf } from '../../main/trpc.ts';
import { importFile, importing, judgeFile, never } from '../harness/imports.ts';
import { openProgram, silentLog, testDay } from '../harness/program.ts';
import { rosterSheet } from '../harness/roster.ts';
import { dump } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const silent = () => undefined;
const bytesOf = (people: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    write(
      { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rosterSheet(people)) } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  );
const judged = (people: number) => judgeFile(program.deps, '花名册.xlsx', bytesOf(people));
const workers = (): number => countRoster(program.office(), testDay).workers;
type Caller = typeof program.caller;

/** Looks again and again, for twenty seconds at most. */
async function until(come: () => boolean | Promise<boolean>): Promise<void> {
  for (let looked = 0; looked < 4000; looked++) {
    if (await come()) return;
    await sleep(5);
  }
  throw new Error('it did not come');
}

async function finished(caller: Caller, { jobId }: { jobId: string }): Promise<void> {
  for (;;) {
    const state = await caller.jobs.state({ id: jobId });
    if (state.phase === 'done') return;
    if (state.phase !== 'running') throw new Error(`${state.phase}: ${state.error}`);
    await sleep(10);
  }
}

/** Uploads, reads and judges as a user of the system. @returns the import's id */
async function begin(login: string, caller: Caller, people: number): Promise<string> {
  const uploadId = program.deps.uploads.add(callerOf(program.deps, login).owner, '花名册.xlsx', bytesOf(people));
  await finished(caller, await caller.imports.start({ uploadId }));
  const { import: state } = await caller.imports.current();
  if (!state) throw new Error('no import is current');
  await finished(caller, await caller.imports.judge({ id: state.id }));
  return state.id;
}

test('a session answers call after call, those that come together too', async () => {
  const file = await judged(200);
  const tab = 'new' as const;
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      await file.ask('tick', { tab, rows: [index + 2], ticked: false });
      return (await file.ask('rows', { tab, offset: index, limit: 1 }))[0]?.row;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
  expect((await file.summary()).ticked.new).toBe(140);
  await expect(file.ask('chooseHeader', { sheet: 7, header: null })).rejects.toThrow('文件里没有这张工作表');
  expect(await file.commit()).toMatchObject({ added: 140, leftOut: 60 });
});

test('two people have an import each, and neither can touch the other’s', async () => {
  const other = program.as('other', '赵会计');
  const [own, theirs] = [await begin('tester', program.caller, 3), await begin('other', other, 5)];
  expect((await program.caller.imports.current()).import).toMatchObject({ id: own, people: 3 });
  expect((await other.imports.current()).import).toMatchObject({ id: theirs, people: 5 });
  for (const [caller, id] of [
    [program.caller, theirs],
    [other, own],
  ] as const) {
    await expect(caller.imports.summary({ id })).rejects.toThrow('这次导入已经结束或被放弃');
    await expect(caller.imports.tick({ id, tab: 'new', rows: null, ticked: false })).rejects.toThrow('已经结束或被放弃');
    await expect(caller.imports.commit({ id })).rejects.toThrow('已经结束或被放弃');
    await expect(caller.imports.abandon({ id })).rejects.toThrow('已经结束或被放弃');
  }
  await finished(other, await other.imports.commit({ id: theirs }));
  expect(workers()).toBe(5);
  expect((await other.audit.list({})).rows[0]).toMatchObject({ actor: '赵会计' });
  await expect(program.caller.imports.undo({ id: own })).rejects.toThrow('这次导入没有写入');
});

test('a restore between preview and writing drops the import, and nothing is written', async () => {
  const { caller } = program;
  await importFile(program.deps, '花名册.xlsx', bytesOf(4));
  const jobId = await caller.backups.backUpNow();
  await finished(caller, { jobId });
  const backup = (await caller.backups.list()).find(({ kind }) => kind === 'manual');
  const id = await begin('tester', caller, 9);
  const before = dump(program.office());
  await finished(caller, { jobId: await caller.backups.restore({ from: 'folder', name: backup?.name ?? '' }) });
  expect((await caller.imports.current()).import).toBeNull();
  for (const call of [caller.imports.summary({ id }), caller.imports.commit({ id }), caller.imports.undo({ id })])
    await expect(call).rejects.toThrow('这次导入已经结束或被放弃，请重新选择文件');
  expect(dump(program.office())).toEqual(before);
});

test('an import that waits while the office is put aside is not written into the next one', async () => {
  const file = await judged(9);
  const old = importing(program.deps);
  let release = silent as () => void;
  const swapping = program.desk.writing.pass(async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    program.desk.startAfresh();
  });
  const writing = commitSession(old, file.session, never, (_done, _total, text) => {
    // The backup is taken: now it waits for the gate.
    if (text === '正在写入') setTimeout(release, 50);
  });
  await expect(writing).rejects.toThrow('台账已经换过一份，这一步没有保存');
  await swapping;
  expect(workers()).toBe(0);
  await expect(file.summary()).rejects.toThrow('请重新选择文件');
});

test('while 10,000 rows are written lists are answered, and an act that comes goes in after them', async () => {
  const { caller } = program;
  const file = await judged(10_000);
  let writing = false;
  const commit = commitSession(importing(program.deps), file.session, never, (_done, _total, text) => {
    writing ||= text.startsWith('正在写入第');
  });
  await until(() => writing);
  let done = false;
  const act = caller.roster.dictionaries.add({ dictionary: 'employer', value: '新单位' }).finally(() => {
    done = true;
  });
  let answered = 0;
  await until(async () => {
    const response = await program.fetch('/trpc/roster.workers.list', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ asOf: testDay }),
    });
    expect(response.status).toBe(200);
    answered++;
    return done;
  });
  const { changeSetId, added } = await commit;
  expect(answered).toBeGreaterThan(5);
  expect(added).toBeGreaterThan(9_900);
  expect(workers()).toBe(added);
  expect((await act).changeSetId).toBe((changeSetId ?? 0) + 1);
});

test('a worker that is ended amid the writing leaves nothing and frees the gate', async () => {
  const file = await judged(3000);
  const before = dump(program.office());
  const writing = commitSession(importing(program.deps), file.session, never, (done) => {
    if (done > 1000) void file.session.terminate();
  });
  await expect(writing).rejects.toThrow('请重新选择文件');
  expect(dump(program.office())).toEqual(before);
  expect(program.office().db.pragma('integrity_check', { simple: true })).toBe('ok');
  await program.caller.roster.dictionaries.add({ dictionary: 'employer', value: '新单位' });
  expect((await importFile(program.deps, '花名册.xlsx', bytesOf(5))).result.added).toBe(5);
});

test('a worker that stops by itself answers whoever waits in words, and is written down', async () => {
  program.close();
  const logged: string[] = [];
  program = openProgram({ log: { ...silentLog, error: (text) => void logged.push(text) } });
  const file = await judged(3);
  const waiting = [file.summary(), file.session.ask('grid', null, null as never), file.commit()];
  for (const answer of waiting.slice(1)) await expect(answer).rejects.toThrow('导入程序意外停止，没有写入。请重新选择文件');
  await expect(file.summary()).rejects.toThrow('导入程序意外停止');
  expect(logged).toEqual(['import worker']);
  await expect(waiting[0]).resolves.toBeDefined();
});

test('giving an import up while it is written lets it be written to its end', async () => {
  const { caller } = program;
  const id = await begin('tester', caller, 2000);
  const { jobId } = await caller.imports.commit({ id });
  await until(async () => (await caller.jobs.state({ id: jobId })).text.startsWith('正在写入第'));
  await caller.imports.abandon({ id });
  await finished(caller, { jobId });
  expect(workers()).toBeGreaterThan(1900);
  expect((await caller.imports.current()).import).toBeNull();
});

test('an import of thousands is undone and done again away from the main thread, and all is as it was', async () => {
  const { caller } = program;
  await importFile(program.deps, '花名册.xlsx', bytesOf(20));
  const before = dump(program.office());
  const file = await judged(2000);
  await file.choose({ mayCreatePlaces: true });
  await file.judge();
  const result = await file.commit();
  const after = dump(program.office());
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  await caller.audit.undo({ changeSetId: result.changeSetId ?? 0 });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
  expect(dump(program.office())).toEqual(before);
  expect((await file.ask('state', null)).result).toMatchObject({ undone: true });
  await expect(file.undo()).rejects.toThrow('已经撤销过了');
  const { undo } = await caller.audit.latest();
  await caller.audit.undo({ changeSetId: undo?.id ?? 0 });
  expect(dump(program.office())).toEqual(after);
  expect(wasUndone(program.office(), result.changeSetId ?? 0)).toBe(false);
  expect((await file.ask('state', null)).result).toMatchObject({ undone: false });
});

test('reading can be given up, and judging too', async () => {
  const reading = new AbortController();
  const file = { name: '花名册.xlsx', bytes: bytesOf(2000) };
  const given = readIntoSession(importing(program.deps), file, reading.signal, silent);
  reading.abort();
  await expect(given).rejects.toThrow(/abort/i);
  const session = await readIntoSession(importing(program.deps), file, never, silent);
  const judging = new AbortController();
  await expect(
    judgeSession(importing(program.deps), session, judging.signal, (done) => {
      if (done > 100) judging.abort();
    }),
  ).rejects.toThrow(/abort/i);
  expect(await session.state(askedBy(importing(program.deps)))).toMatchObject({ step: 'header' });
});
