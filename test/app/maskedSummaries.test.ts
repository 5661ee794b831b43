// What is said of an act stands in the status bar, the list of acts and every refusal of an undo: nobody's number is read there in
// full, whatever it was typed as; a code of the ground, a mobile and a day stay readable.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import { nobody, openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const number = '371323197605069180';
const hidden = '371323**********80';
const last = async () => (await program.caller.audit.latest()).act;
const told = async (): Promise<string[]> => (await program.caller.audit.list({})).rows.map(({ summary }) => summary);

test('an ID number typed as a name is masked in the act, its undo and what refuses one', async () => {
  const { roster, audit } = program.caller;
  const { id, changeSetId } = await roster.places.addCommunity({ name: number });
  expect((await last())?.summary).toBe(`新增社区 ${hidden}`);
  await roster.places.saveCommunity({ id, community: { secretary: '王' }, effective: 'correction' });
  await expect(audit.undo({ changeSetId: changeSetId ?? 0 })).rejects.toThrow(`“新增社区 ${hidden}”之后同一条记录`);
  const undone = await audit.undo({ changeSetId: (await last())?.id ?? 0 });
  expect(undone.summary).toContain(hidden);
  await roster.branches.add({ name: '3713231976０５０６9180' });
  await roster.propertyCompanies.add({ name: '物业 371323 19760506 9180' });
  await roster.dictionaries.add({ dictionary: 'employer', value: '371323760506918' });
  expect(JSON.stringify(await told())).not.toMatch(/19760506|０５０６|760506|19760506/);
  const kept = program.office().db.prepare('SELECT summary FROM change_set').pluck().all();
  expect(JSON.stringify(kept)).not.toMatch(/19760506|０５０６|760506|19760506/);
});

test('what an older program said of an act is masked when it is read', async () => {
  const office = program.office();
  const { changeSetId } = office.change({ actor: nobody, kind: 'x', summary: '新增物业公司' }, (change) =>
    change.insert('property_company', { name: number }),
  );
  office.db.exec(`UPDATE change_set SET summary = '新增物业公司 ${number}'`);
  expect(await told()).toEqual([`新增物业公司 ${hidden}`]);
  expect(undo(office, nobody, changeSetId ?? 0).summary).toBe(`撤销：新增物业公司 ${hidden}`);
  expect(() => undo(office, nobody, changeSetId ?? 0)).toThrow(`“新增物业公司 ${hidden}”已经撤销过了`);
});

test.each([
  '停用网格 371323001001001（用到 2026-09-30）',
  '新增网格 阳东街371323101011201网格',
  '新增社区 371323001001',
  '增加“15391112398 15035060152”',
  '更正王秀英的上岗日期 2026-09-28 2026-09-30',
  '导入“花名册_20260928_092653.xlsx”：新增 10000 人、变更 20000 人',
])('%s is said as it is', async (summary) => {
  program.office().change({ actor: nobody, kind: 'x', summary: '' }, (change) => {
    change.insert('property_company', { name: '一' });
    change.say(summary);
  });
  expect(await told()).toEqual([summary]);
});
