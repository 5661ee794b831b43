// `import-10000`: an .xlsx roster of 10,000 people into an empty office: read, check, compare, back up, write. `diff-10000`: the same
// people into an office that has them and 6,200 more. Against the same file through the reader alone, and what ours wrote, audit
// lines and all, by plain prepared statements. `read-10000`: our reader in its worker against SheetJS alone.
import { deepStrictEqual } from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils, write } from 'xlsx';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { importFile } from '../harness/imports.ts';
import { openProgram, temporaryFolder, testDay } from '../harness/program.ts';
import { rosterRow, rosterSheet, rosterTitles } from '../harness/roster.ts';
import { compare, median } from './measure.ts';
import { watchStalls } from './stall.ts';
import { linesOf, strokesOf, writeAgain } from './writtenAgain.ts';

type Program = ReturnType<typeof openProgram>;
type File = { name: string; bytes: Uint8Array };

const people = 10_000;
const runs = 5;
/** A mobile or two look as if people had made them up, and are held for confirming. */
const held = 10;

function workbook(rows: string[][]): File {
  const book = utils.book_new(utils.aoa_to_sheet(rows), '花名册');
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return { name: '花名册.xlsx', bytes };
}

/** Every fifth has a new mobile, every tenth another education, and in every hundredth pair two have changed places. */
function changedSheet(): string[][] {
  const rows = Array.from({ length: people }, (_, number) => rosterRow(number));
  const column = (title: string): number => rosterTitles.indexOf(title);
  const put = (number: number, title: string, from: string[] | undefined): void => {
    const row = rows[number];
    if (row) row[column(title)] = from?.[column(title)] ?? '';
  };
  for (let number = 0; number < people; number += 5) put(number, '联系电话', rosterRow(number + 20_000));
  for (let number = 0; number < people; number += 10) put(number, '文化程度', rosterRow(number + 1));
  for (let number = 0; number < people; number += 200)
    for (const title of ['社区', '小区', '网格编码']) {
      put(number, title, rosterRow(number + 1));
      put(number + 1, title, rosterRow(number));
    }
  return [rosterTitles, ...rows];
}

async function askForList(program: Program): Promise<number> {
  const start = performance.now();
  const response = await program.fetch('/trpc/roster.workers.list', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ asOf: testDay }),
  });
  const text = await response.text();
  if (!response.ok || !text.includes('"rows":[{')) throw new Error(`${response.status} ${text.slice(0, 200)}`);
  return performance.now() - start;
}

/** @param open a fresh office, the same each time, opened before anything is timed */
async function bench(name: string, file: File, least: { added: number; changed: number }, open: () => Program): Promise<void> {
  const opened = Array.from({ length: 2 * (runs + 1) + 2 }, open);
  const next = (): Program => {
    const program = opened.pop();
    if (!program) throw new Error('there is no office left');
    return program;
  };
  const ourWay = async (program: Program): Promise<void> => {
    const { result } = await importFile(program.deps, file.name, file.bytes);
    if (result.added < least.added || result.changed < least.changed)
      throw new Error(`${result.added} people were added and ${result.changed} changed`);
  };
  const sample = next();
  await ourWay(sample);
  const lines = linesOf(sample.office().db);
  const strokes = strokesOf(lines);
  const byHand = (program: Program): void => {
    const { sheets } = readWorkbook(file.name, file.bytes);
    if ((sheets[0]?.rows.length ?? 0) <= people) throw new Error('the reader left people out');
    writeAgain(program.office().db, strokes);
  };

  // Both offices hold the same in every table that was written.
  const check = next();
  byHand(check);
  deepStrictEqual(linesOf(check.office().db), lines);
  for (const entity of new Set(lines.map((line) => line.entity))) {
    const rows = (program: Program): unknown[] => program.office().db.prepare(`SELECT * FROM ${entity} ORDER BY id`).all();
    deepStrictEqual(rows(check), rows(sample));
  }
  check.close();
  sample.close();

  const stalls: number[] = [];
  const rebuilds: number[] = [];
  await compare(
    name,
    async () => {
      const program = next();
      const watch = watchStalls();
      await ourWay(program);
      return async () => {
        // The first list holds the main thread too; what it takes longer than the second is the one rebuild of the day's tables.
        stalls.push(watch.stop());
        const first = await askForList(program);
        rebuilds.push(first - (await askForList(program)));
        program.close();
      };
    },
    async () => {
      const program = next();
      byHand(program);
      return () => program.close();
    },
    { runs, figures: () => ({ stall_ms: median(stalls), rebuild_ms: median(rebuilds) }) },
  );
}

async function diff(): Promise<void> {
  const ground = temporaryFolder();
  const program = openProgram({ folder: ground.folder });
  const { path: office, db } = program.office();
  const whole = workbook(rosterSheet(16_200));
  const { result } = await importFile(program.deps, whole.name, whole.bytes);
  if (result.added < 16_200 - held) throw new Error(`${result.added} people were added instead of 16,200`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  program.close();
  const copies: (() => void)[] = [ground.remove];
  const changed = people / 5 + people / 200 - held;
  await bench('diff-10000', workbook(changedSheet()), { added: 0, changed }, () => {
    const { folder, remove } = temporaryFolder();
    copies.push(remove);
    copyFileSync(office, path.join(folder, path.basename(office)));
    return openProgram({ folder });
  });
  for (const remove of copies) remove();
}

async function reading(): Promise<void> {
  const file = workbook(rosterSheet(people));
  const ours = (): unknown[] => readWorkbook(file.name, file.bytes).sheets[0]?.rows ?? [];
  const alone = (): unknown[] => {
    const book = read(file.bytes, { type: 'array', dense: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    return sheet ? utils.sheet_to_json(sheet, { header: 1 }) : [];
  };
  deepStrictEqual(alone(), ours());
  await compare('read-10000', ours, alone, { runs });
}

export const benches = {
  'read-10000': reading,
  'import-10000': () =>
    bench('import-10000', workbook(rosterSheet(people)), { added: people - held, changed: 0 }, () => openProgram()),
  'diff-10000': diff,
};
