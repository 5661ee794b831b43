// `import-10000`: an .xlsx roster of 10,000 people into an empty office – read, check, compare, back up, write – against the same
// file through the reader alone and its rows by plain prepared inserts.
import { randomUUID } from 'node:crypto';
import { readInWorker } from '../../main/ground/excel/readInWorker.ts';
import { utils, write } from 'xlsx';
import { importFile, never } from '../harness/imports.ts';
import { openProgram } from '../harness/program.ts';
import { rosterSheet } from '../harness/roster.ts';
import { compare } from './measure.ts';

const people = 10_000;
const runs = 5;

function workbook(rows: string[][]): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet(rows), '花名册');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
}

export const benches = {
  async 'import-10000'(): Promise<void> {
    const file = { name: '花名册.xlsx', bytes: workbook(rosterSheet(people)) };
    // One empty office for each run and its warming up, opened beforehand on both sides.
    const empty = Array.from({ length: 2 * (runs + 1) }, () => openProgram());
    const next = () => {
      const program = empty.pop();
      if (!program) throw new Error('there is no empty office left');
      return program;
    };
    const ours = async (): Promise<void> => {
      const program = next();
      const { result } = await importFile(program.deps, file.name, file.bytes);
      // A mobile or two look as if people had made them up, and are held for confirming.
      if (result.added < people - 5) throw new Error(`${result.added} people were added instead of ${people}`);
      program.close();
    };
    const floor = async (): Promise<void> => {
      const program = next();
      const { db } = program.office();
      const rows = (await readInWorker(file.name, file.bytes, never)).sheets[0]?.rows.slice(1) ?? [];
      const place = db
        .prepare(`INSERT INTO place (uid, level, sort_order) VALUES (?, 'community', 1)`)
        .run(randomUUID()).lastInsertRowid;
      const grid = db.prepare(`INSERT INTO grid (uid, place_id, code, name, initials, sort_order) VALUES (?, ?, ?, ?, '', 1)`);
      const worker = db.prepare(
        `INSERT INTO worker (uid, name, initials, pinyin, id_number, mobile, education, hiring_source) VALUES (?, ?, '', '', ?, ?, ?, ?)`,
      );
      const posting = db.prepare(
        `INSERT INTO posting (uid, worker_id, grid_id, first_day_precision) VALUES (?, ?, ?, 'unknown')`,
      );
      db.transaction(() => {
        for (const [name, idNumber, mobile, , compound, code, , education, source] of rows) {
          const gridId = grid.run(randomUUID(), place, code, compound).lastInsertRowid;
          const workerId = worker.run(randomUUID(), name, idNumber, mobile, education, source).lastInsertRowid;
          posting.run(randomUUID(), workerId, gridId);
        }
      })();
      program.close();
    };
    await compare('import-10000', ours, floor, runs);
  },
};
