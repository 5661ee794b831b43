// The address of 网格员 becomes a question: whatever somebody typed into it, the question stays one the roster understands.
import { expect, test } from 'vitest';
import { workersSearch } from '../../renderer/rooms/roster/links.ts';
import { workerQuestion } from '../../renderer/rooms/roster/workers/workerQuestion.ts';
import { workerFilterSchema } from '../../shared/roster/workers.ts';

const today = '2026-09-28';
const ordinary = { asOf: today, status: 'serving', sort: { column: 'order', direction: 'ascending' } };
const asked = (address: Record<string, unknown>) => workerQuestion(workersSearch(address), today);

test.each([
  [{}, ordinary],
  [{ status: 'every' }, { asOf: today, sort: ordinary.sort }],
  [
    { status: 'left', branch: '3' },
    { ...ordinary, status: 'left', branchId: 3 },
  ],
  [
    { gap: 'noMobile', asOf: '2026-06-30' },
    { ...ordinary, gap: 'noMobile', asOf: '2026-06-30' },
  ],
  [{ search: 13_800_138_000 }, { ...ordinary, search: '13800138000' }],
  [
    { sort: 'age', descending: 1 },
    { ...ordinary, sort: { column: 'age', direction: 'descending' } },
  ],
  [{ gap: 'nonsense', asOf: '2026-02-30', branch: 'x', kind: 'sea' }, ordinary],
])('%j', (address, question) => {
  expect(asked(address)).toEqual(question);
  expect(workerFilterSchema.safeParse(asked(address)).success).toBe(true);
});
