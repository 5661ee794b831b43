// Every mutation of the program while somebody else writes: it waits its turn or is refused in words, and never runs into the other
// connection. A mutation that is new must be entered here.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { appRouter } from '../../main/app.ts';
import { connect } from '../../main/ground/office/connection.ts';
import { callerOf, type Meta } from '../../main/trpc.ts';
import { reportParameters } from '../../shared/reports.ts';
import { newOfficeSettings } from '../../shared/settings.ts';
import { openProgram, tester, testDay } from '../harness/program.ts';
import { rosterRow, rosterTitles } from '../harness/roster.ts';
import { makeStreet } from '../harness/street.ts';

type Program = ReturnType<typeof openProgram>;
/** `spare`: rows that nothing hangs on, and the act that made one of them. */
type Spare = Record<'community' | 'grid' | 'branch' | 'company' | 'act', number>;
type At = {
  program: Program;
  street: ReturnType<typeof makeStreet>;
  spare: Spare;
  importId: string;
  backup: string;
  uploadId: string;
};
type Mutation = { _def: { type: string; meta?: Meta } };

const day = testDay;
const list = { offset: 0, limit: 10 };
const report = { ...reportParameters.roster.first, asOf: day, idStyle: 'full' };
const unit = { street: '沂城街道', unit: '沂城街道办事处', areaCode: '371323001', phone: '' };
const { quota, board, display } = newOfficeSettings;

/** What each is called with. */
const inputs: Readonly<Record<string, (at: At) => unknown>> = {
  'audit.undo': ({ spare }) => ({ changeSetId: spare.act }),
  'backups.saveSettings': () => ({ folder: null, daily: true, keep: 9 }),
  'backups.check': ({ backup }) => ({ name: backup }),
  'backups.backUpNow': () => undefined,
  'backups.examine': ({ backup }) => ({ from: 'folder', name: backup }),
  'backups.restore': ({ backup }) => ({ from: 'folder', name: backup }),
  'backups.startAfresh': () => undefined,
  'backups.clearSetAside': () => ({ files: [{ place: 'aside', name: '20260928_102600_office.gridledger' }] }),
  'imports.start': ({ uploadId }) => ({ uploadId }),
  'imports.goTo': ({ importId: id }) => ({ id, step: 'columns' }),
  'imports.chooseHeader': ({ importId: id }) => ({ id, sheet: 0, header: null }),
  'imports.viewTable': ({ importId: id }) => ({ id, table: 0 }),
  'imports.chooseTables': ({ importId: id }) => ({ id, tables: [] }),
  'imports.forgetWord': () => ({ field: 'community', word: '没有这个叫法' }),
  'imports.changeRemembered': () => ({ signature: '没有这份表头', columns: null }),
  'imports.chooseColumns': ({ importId: id }) => ({
    id,
    fields: ['name', null],
    options: { mayCreatePlaces: true, startedWorkIsFirstDay: false, effectiveDay: day },
  }),
  'imports.judge': ({ importId: id }) => ({ id }),
  'imports.tick': ({ importId: id }) => ({ id, tab: 'new', rows: null, ticked: true }),
  'imports.decide': ({ importId: id }) => ({ id, row: 2, question: 'mobile', decision: null }),
  'imports.mend': ({ importId: id }) => ({ id, row: 2, field: 'name', text: '何来英', alike: false }),
  'imports.chooseEffectiveDay': ({ importId: id }) => ({ id, effectiveDay: day }),
  'imports.choosePhotos': ({ importId: id }) => ({ id, column: null, replace: false }),
  'imports.commit': ({ importId: id }) => ({ id }),
  'imports.undo': ({ importId: id }) => ({ id }),
  'imports.leaveResult': ({ importId: id }) => ({ id, left: false }),
  'imports.abandon': ({ importId: id }) => ({ id }),
  'imports.markErrors': ({ importId: id }) => ({ id }),
  'imports.template': () => undefined,
  'jobs.cancel': () => ({ id: 'none' }),
  'people.sitDown': () => ({ name: '赵会计' }),
  'photos.save': ({ uploadId, street }) => ({
    uploadId,
    workerId: street.workers.wang,
    crop: { left: 0, top: 0, width: 1, height: 1 },
    turn: 0,
  }),
  'photos.remove': ({ street }) => ({ workerId: street.workers.wang }),
  'photos.accept': ({ street }) => ({ workerId: street.workers.wang }),
  'photos.assign': () => ({ itemId: 1, workerId: null }),
  'photos.drop': () => ({ itemId: 1 }),
  'photos.dropAll': () => undefined,
  'photos.tick': () => ({ itemIds: [1], ticked: true }),
  'photos.write': () => ({ photos: [] }),
  'lists.start': () => ({
    list: 'workers',
    question: { asOf: testDay },
    columns: ['name'],
    ids: null,
    format: 'xlsx',
    narrowed: '',
  }),
  'reports.start': () => ({ request: report, format: 'xlsx' }),
  'roster.workers.add': () => ({ worker: { name: '何来英' }, posting: null }),
  'roster.workers.save': ({ street }) => ({ id: street.workers.wang, worker: { mobile: '13805391234' } }),
  'roster.workers.remove': ({ street }) => ({ id: street.workers.idle }),
  'roster.workers.revealIdNumber': ({ street }) => ({ id: street.workers.wang }),
  'roster.workers.assign': ({ street }) => ({ workerId: street.workers.idle, gridId: street.grids.second, day }),
  'roster.workers.transfer': ({ street }) => ({ workerId: street.workers.wang, gridId: street.grids.second, day }),
  'roster.workers.leave': ({ street }) => ({ workerId: street.workers.wang, kind: 'resignation', day }),
  'roster.workers.endPosting': ({ street }) => ({ postingId: street.postings.wang, day }),
  'roster.workers.swap': ({ street }) => ({ workerId: street.workers.wang, otherWorkerId: street.workers.li, day }),
  'roster.workers.correctPosting': ({ street }) => ({
    postingId: street.postings.zhang,
    firstDay: '2019-05-01',
    precision: 'month',
  }),
  'roster.places.addCommunity': () => ({ name: '新社区', code: '371323001009' }),
  'roster.places.addCompound': ({ street }) => ({ name: '新小区', communityId: street.places.east }),
  'roster.places.saveCommunity': ({ street }) => ({
    id: street.places.east,
    community: { name: '新名社区' },
    effective: 'correction',
  }),
  'roster.places.saveCompound': ({ street }) => ({
    id: street.places.garden,
    compound: { name: '新名花园' },
    effective: 'correction',
  }),
  'roster.places.remove': ({ spare }) => ({ id: spare.community }),
  'roster.branches.add': () => ({ name: '第三社区总支' }),
  'roster.branches.save': ({ street }) => ({
    id: street.branches.first,
    branch: { name: '新名总支' },
    effective: 'correction',
  }),
  'roster.branches.remove': ({ spare }) => ({ id: spare.branch }),
  'roster.branches.reorder': ({ street }) => ({ ids: [street.branches.second, street.branches.first] }),
  'roster.propertyCompanies.add': () => ({ name: '新物业' }),
  'roster.propertyCompanies.save': ({ spare }) => ({ id: spare.company, row: { name: '新物业' } }),
  'roster.grids.add': ({ street }) => ({ placeId: street.places.village, code: '371323001201003', name: '东岭第三网格' }),
  'roster.grids.save': ({ street }) => ({ id: street.grids.second, grid: { boundary: '东至大路' } }),
  'roster.grids.remove': ({ spare }) => ({ id: spare.grid }),
  'roster.grids.close': ({ street }) => ({ id: street.grids.second, lastDay: day }),
  'roster.dictionaries.add': () => ({ dictionary: 'employer', value: '新单位' }),
  'roster.dictionaries.save': () => ({ dictionary: 'employer', value: '街道', newValue: '街道办' }),
  'roster.dictionaries.remove': () => ({ dictionary: 'employer', value: '街道' }),
  'roster.dictionaries.order': () => ({ dictionary: 'employer', values: ['物业公司', '街道'] }),
  'settings.saveOffice': () => unit,
  'settings.saveQuota': () => ({ ...quota, workers: 9 }),
  'settings.saveBoard': () => ({ ...board, hotline: '0539-1234567' }),
  'settings.saveDisplay': () => ({ ...display, large: true }),
  'settings.remember': () => ({ name: 'list.columns', value: list }),
  'signboards.print': ({ street }) => ({ gridIds: [street.grids.east], size: 'a4' }),
  'signboards.openPages': ({ street }) => ({ gridIds: [street.grids.east], size: 'a4' }),
  'welcome.found': () => ({ ...unit, quota }),
  'welcome.openDemo': () => undefined,
  'welcome.leaveDemo': () => undefined,
};

/** Those whose inputs here ask for something that can't be, and what they are told; all others go through. */
const refusedWith: Readonly<Record<string, string>> = {
  'backups.startAfresh': '台账没有损坏',
  'backups.clearSetAside': '有的文件已经不在了',
  'imports.decide': '没有要确认的内容',
  'imports.undo': '这次导入没有写入',
  'jobs.cancel': '这项工作已经结束',
  'photos.save': '不是照片',
  'photos.assign': '已经不在待上传的清单里',
  'photos.tick': '已经不在待上传的清单里',
  'photos.write': '没有可以上传的照片',
  'roster.workers.endPosting': '是王秀英的本职网格',
  'signboards.print': '没有照片',
  'signboards.openPages': '没有照片',
  'welcome.openDemo': '已有名为“第一社区总支”的社区总支',
  'welcome.leaveDemo': '没有换下',
};

const mutations = Object.entries(appRouter['_def'].procedures as unknown as Record<string, Mutation>).filter(
  ([, { _def: own }]) => own.type === 'mutation',
);

async function call(program: Program, name: string, input: unknown): Promise<unknown> {
  let found: unknown = program.caller;
  for (const part of name.split('.')) found = (found as Record<string, unknown>)[part];
  return (found as (given: unknown) => Promise<unknown>)(input);
}

/** Until the job that an answer names has ended. @returns what it says of its failure */
async function endOf(program: Program, answer: unknown): Promise<string | null> {
  const id = typeof answer === 'string' ? answer : (answer as { jobId?: string } | undefined)?.jobId;
  if (id === undefined) return null;
  for (let looked = 0; looked < 3000; looked++) {
    const { phase, error } = await program.caller.jobs.state({ id });
    if (phase !== 'running') return error;
    await sleep(10);
  }
  throw new Error('the job has not ended');
}

async function prepared(name: string): Promise<At> {
  const program = openProgram();
  const upload = (): string => {
    const rows = [rosterTitles, rosterRow(900), rosterRow(901)].map((row) => row.join(',')).join('\n');
    return program.deps.uploads.add(callerOf(program.deps, tester).owner, '花名册.csv', new TextEncoder().encode(rows));
  };
  const street = makeStreet(program.office());
  const { roster } = program.caller;
  const community = (await roster.places.addCommunity({ name: '空社区' })).id;
  const company = await roster.propertyCompanies.add({ name: '旧物业' });
  const spare: Spare = {
    community,
    grid: (await roster.grids.add({ placeId: street.places.village, name: '空网格' })).id,
    branch: (await roster.branches.add({ name: '空总支' })).id,
    company: company.id,
    act: company.changeSetId ?? 0,
  };
  let importId = '';
  if (name.startsWith('imports.') && name !== 'imports.start') {
    await endOf(program, await program.caller.imports.start({ uploadId: upload() }));
    const { import: state } = await program.caller.imports.current();
    importId = state?.id ?? '';
    const fields = state?.columns.map(({ field }) => field) ?? [];
    const options = { mayCreatePlaces: true, startedWorkIsFirstDay: false, effectiveDay: day };
    await program.caller.imports.chooseColumns({ id: importId, fields, options });
    await endOf(program, await program.caller.imports.judge({ id: importId }));
  }
  let backup = '没有这个备份.gridledger';
  if (name.startsWith('backups.')) {
    await endOf(program, await program.caller.backups.backUpNow());
    backup = (await program.caller.backups.list())[0]?.name ?? '';
  }
  return { program, street, spare, importId, backup, uploadId: upload() };
}

/** Takes the gate with a connection that writes, as a worker does. @returns how it is let go */
function holdGate(program: Program): () => Promise<void> {
  const other = connect(program.office().path);
  let letGo = (): void => undefined;
  const held = program.desk.writing.pass(async () => {
    other.exec('BEGIN IMMEDIATE');
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    other.exec('ROLLBACK');
    other.close();
  });
  return async () => {
    letGo();
    await held;
  };
}

test('each has an entry here, and no entry is left over', () => {
  expect(Object.keys(inputs).sort()).toEqual(mutations.map(([name]) => name).sort());
});

test.each(mutations)('%s waits, and then goes through or is refused for its own reason', async (name, { _def: own }) => {
  const at = await prepared(name);
  const { program } = at;
  try {
    const input = inputs[name]?.(at);
    const release = holdGate(program);
    let early = false;
    const outcome = call(program, name, input)
      .then(
        (answer) => ({ answer, refusal: null }),
        (error: unknown) => ({ answer: undefined, refusal: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => {
        early = true;
      });
    await sleep(150);
    const waited = !early;
    await release();
    const { answer, refusal } = await outcome;
    const told = refusal ?? (await endOf(program, answer));
    if (refusedWith[name] === undefined) expect(told).toBeNull();
    else expect(told).toContain(refusedWith[name]);
    // What is declared as an act writes: it can't be done before the gate is free, save where a job does it.
    if (own.meta?.act !== undefined && refusal === null && name !== 'imports.commit') expect(waited).toBe(true);
  } finally {
    program.close();
  }
});
