// Workbooks that only forbid editing are opened; those with a password of their own say so, and damaged ciphers are no password.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CFB } from 'xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../fixtures', name));

test.each([
  'locked-edit-agile.xlsx',
  'locked-edit-standard.xlsx',
  'locked-edit-rc4.xls',
  'locked-edit-cryptoapi.xls',
  'locked-edit-xor.xls',
])('%s opens without a password, with all that stands beside its cells', (name) => {
  const [sheet] = readWorkbook(name, fixture(name)).sheets;
  expect(sheet?.rows).toEqual([
    ['社区', '姓名', '身份证号', '联系电话'],
    ['甲社区', '钱磊军', '371323196602020037', '13953912345'],
    ['乙社区', '孙涛艳', '371323196703030058', '13953920264'],
    ['丙社区', '李桂', '371323196804040079', '13953928183'],
  ]);
  expect([...(sheet?.struck.keys() ?? [])]).toEqual([2]);
});
test.each(['locked-own-agile.xlsx', 'locked-own-rc4.xls', 'locked-own-cryptoapi.xls'])('%s is told to be locked', (name) => {
  expect(() => readWorkbook(name, fixture(name))).toThrow(`“${name}”加了密码，读不了`);
});
test('a cipher that is damaged is told to be damage', () => {
  const container = CFB.read(fixture('locked-edit-agile.xlsx'), { type: 'buffer' }) as object;
  const info = CFB.find(container, '/EncryptionInfo') as { content: Uint8Array; size: number };
  info.content = info.content.slice(0, 60);
  info.size = 60;
  const bytes = CFB.write(container, { type: 'buffer' }) as Buffer;
  expect(() => readWorkbook('坏.xlsx', bytes)).toThrow('“坏.xlsx”读不出来，可能已损坏');
});
