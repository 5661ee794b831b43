// What an import gives to be handed on, the marked copy of a sheet and the template, holds what was asked for and nothing besides: no other
// sheet of the file, nobody's number, nothing of who made it and where.
import { userInfo } from 'node:os';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { templateFile } from '../../main/rooms/imports/template.ts';
import { insertWorker } from '../../main/rooms/roster/workers.ts';
import { judgeFile } from '../harness/imports.ts';
import { nobody, openProgram } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
  makeStreet(program.office());
});
afterEach(() => program.close());

/** Everything that stands in a workbook, part by part. */
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));

const properties = (parts: Record<string, string>): string =>
  Object.keys(parts)
    .filter((name) => name.startsWith('docProps/'))
    .map((name) => parts[name])
    .join('');

test('a marked copy is the chosen sheet and what became of its rows', async () => {
  program.office().change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
    insertWorker(change, { name: '钱多多', mobile: '15035060133', note: '住东关', birthMonth: '1981-02' });
  });
  const number = '371323198811129847';
  const source = {
    SheetNames: ['花名册', '工资'],
    Props: { Author: '张三丰', LastAuthor: '李四光', Company: '某某公司', Comments: '内部' },
    Workbook: { Names: [{ Name: '秘密名称', Ref: '工资!$A$1' }] },
    Sheets: {
      花名册: utils.aoa_to_sheet([
        ['姓名', '身份证号', '手机号码', '社区'],
        ['王秀英', idNumbers.wang, '15035060152', '阳东街社区'],
        ['孙立', '371323', '1', '阳东街社区'],
      ]),
      工资: utils.aoa_to_sheet([['工资表', number]]),
    },
  };
  const bytes = new Uint8Array(write(source, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const file = await judgeFile(program.deps, '花名册.xlsx', bytes);
  const parts = partsOf((await file.marked()).bytes);
  const whole = Object.values(parts).join('\n');
  expect(Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(1);
  expect(whole).toContain(idNumbers.wang);
  for (const other of ['工资', number, '张三丰', '李四光', '某某公司', '内部', '秘密名称', '钱多多', '15035060133', '住东关'])
    expect(whole, other).not.toContain(other);
  for (const of of [userInfo().username, program.folder]) expect(properties(parts)).not.toContain(`>${of}<`);
  expect(whole).not.toContain(program.folder);
});

test('a template holds titles and the office’s words, and nobody of the office', async () => {
  const { roster } = program.caller;
  await roster.dictionaries.add({ dictionary: 'employer', value: `王秀英${idNumbers.wang}` });
  await roster.dictionaries.add({ dictionary: 'employer', value: '街道劳务公司' });
  await roster.places.addCommunity({ name: `社区371323760506918` });
  const parts = partsOf((await templateFile(program.office())).bytes);
  const whole = Object.values(parts).join('\n');
  for (const word of ['街道劳务公司', '阳东街社区', '锦绣花园']) expect(whole).toContain(word);
  for (const other of [...Object.values(idNumbers), '371323760506918', '王秀英', '李建国', '15035060152', '物业', program.folder])
    expect(whole.replaceAll('物业公司', ''), other).not.toContain(other);
  expect(properties(parts)).not.toContain(`>${userInfo().username}<`);
});
