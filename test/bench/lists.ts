// `list-16200`, `search-16200`, `filter-16200`, `asof-16200`: a page of 100 rows over 16,200 workers and ten years of postings,
// through the whole handler as a screen asks, against the same answer by hand-written SQL and JSON. As of a day alternates two
// days, so that our side never finds the day's roster ready.
import { deepStrictEqual } from 'node:assert/strict';
import { type WorkerList, type WorkerListInput, workerListSchema } from '../../shared/roster/workers.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { compare } from './measure.ts';
import { bigOffice, fillOffice } from './offices.ts';
import { listByHand } from './rosterByHand.ts';

type Question = Partial<WorkerListInput>;

const input = (question: Question): WorkerListInput =>
  workerListSchema.parse({ asOf: testDay, sort: { column: 'order', direction: 'ascending' }, ...question });

async function bench(name: string, questions: readonly Question[], times: number): Promise<void> {
  const program = openProgram();
  fillOffice(program.office().db, bigOffice);
  const ask = async (asked: WorkerListInput): Promise<string> => {
    const response = await program.fetch('/trpc/roster.workers.list', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
    return text;
  };
  const byHand = listByHand(program.office().db, testDay);
  for (const asked of questions.map(input)) {
    const { result } = JSON.parse(await ask(asked)) as { result: { data: WorkerList } };
    if (result.data.rows.length === 0) throw new Error('a question without an answer measures nothing');
    deepStrictEqual(byHand(asked), result.data);
  }
  const inputs = Array.from({ length: times }, (_, index) => input(questions[index % questions.length] ?? {}));
  const ours = async (): Promise<void> => {
    for (const asked of inputs) await ask(asked);
  };
  const floor = (): void => {
    for (const asked of inputs) JSON.stringify(byHand(asked));
  };
  await compare(name, ours, floor);
  program.close();
}

/** Each run asks its many questions one after another. */
export const benches = {
  'list-16200': () =>
    bench('list-16200', [{ offset: 0 }, { offset: 8_000 }, { sort: { column: 'name', direction: 'descending' } }], 30),
  'search-16200': () =>
    bench('search-16200', [{ search: 'wxy' }, { search: '王秀' }, { search: '1300000' }, { search: '第77网格' }], 40),
  'filter-16200': () =>
    bench(
      'filter-16200',
      [
        { branchId: 3, education: '高中', hiringSource: '街道招聘' },
        { gap: 'noMobile' },
        { education: '本科', hiringSource: '计生专职查访员择优录用' },
        { branchId: 7, gap: 'noMobile' },
      ],
      40,
    ),
  'asof-16200': () => bench('asof-16200', [{ asOf: '2020-06-30' }, { asOf: '2026-06-30' }], 10),
};
