// `list-16200`, `search-16200`, `asof-16200`: a page of 100 rows over 16,200 workers and ten years of postings, through the whole
// handler as a screen asks, against the same SQL and JSON in a bare function. As of a day alternates two days, so that neither
// side finds the day's roster ready.
import { listWorkers } from '../../main/rooms/roster/workersList.ts';
import { type WorkerListInput, workerListSchema } from '../../shared/roster/workers.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { fillBigOffice } from './bigOffice.ts';
import { compare } from './measure.ts';

type Question = Partial<WorkerListInput>;

const input = (question: Question): WorkerListInput =>
  workerListSchema.parse({ asOf: testDay, sort: { column: 'order', direction: 'ascending' }, ...question });

async function bench(name: string, questions: readonly Question[], times: number): Promise<void> {
  const program = openProgram();
  fillBigOffice(program.office().db);
  const inputs = Array.from({ length: times }, (_, index) => input(questions[index % questions.length] ?? {}));
  const ours = async (): Promise<void> => {
    for (const asked of inputs) {
      const response = await program.fetch('/trpc/roster.workers.list', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      });
      const text = await response.text();
      if (!response.ok || !text.includes('"rows":[{')) throw new Error(`${response.status} ${text.slice(0, 200)}`);
    }
  };
  const floor = async (): Promise<void> => {
    for (const asked of inputs) await Response.json({ result: { data: listWorkers(program.office(), asked) } }).text();
  };
  await compare(name, ours, floor);
  program.close();
}

/** Each run asks `times` questions one after another. */
export const benches = {
  'list-16200': () =>
    bench('list-16200', [{ offset: 0 }, { offset: 8_000 }, { sort: { column: 'name', direction: 'descending' } }], 30),
  'search-16200': () =>
    bench('search-16200', [{ search: 'wxy' }, { search: '王秀' }, { search: '1300000' }, { search: '第77网格' }], 40),
  'asof-16200': () => bench('asof-16200', [{ asOf: '2020-06-30' }, { asOf: '2026-06-30' }], 10),
};
