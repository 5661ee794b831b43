// The diary may be sent to whoever looks after the program: nobody's number stands in it whole, however it was typed.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openLog, redact } from '../../main/ground/log.ts';
import { temporaryFolder } from '../harness/program.ts';

test.each([
  ['no worker 371323197412031234 found', 'no worker 371*************34 found'],
  ['37132319741203123X', '371*************3X'],
  ['371323197412031x', '371***********1x'],
  ['13805390001', '138******01'],
  ['371323 19741203 1234', '371***************34'],
  ['138 0539 0001', '138********01'],
  ['138\u30000539\u30000001', '138********01'],
  ['３７１３２３１９７４１２０３１２３４', '３７１*************３４'],
  ['１３８０５３９０００１', '１３８******０１'],
])('%s is written as %s', (text, written) => {
  expect(redact(text)).toBe(written);
});

test.each([
  'backup daily: 台账_20260928-102600.db, 1234567 bytes',
  'restored from 2026-09-28 10:26: 162 workers, audit line 1234',
  'at main/app.ts:82:9\n    at main/trpc.ts:1204:15',
  '371323001\n002003004',
])('%s stays', (text) => {
  expect(redact(text)).toBe(text);
});

test('a diary that can’t be written hinders nobody', () => {
  const { folder, remove } = temporaryFolder();
  const complaint = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const log = openLog(folder);
    mkdirSync(path.join(folder, 'grid-ledger.log'));
    log.info('a');
    log.error('b', new Error('c'));
    expect(complaint.mock.calls.map(([text]) => String(text))).toEqual(Array(2).fill(expect.stringContaining('EISDIR')));
  } finally {
    complaint.mockRestore();
    remove();
  }
});
