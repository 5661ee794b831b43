// The diary may be sent to whoever looks after the program: nobody's number stands in it whole, however it was typed.
import { expect, test } from 'vitest';
import { redact } from '../../main/ground/log.ts';

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
