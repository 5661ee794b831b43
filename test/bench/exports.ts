// `export-162`, `export-10000`, `export-100000`: the roster out of the built program, as a screen asks its host for it (worker,
// reading, measuring, frame, zip, download), against the same rows read by hand-written SQL into one sheet's XML through zlib.
import { deepStrictEqual } from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createDeflateRaw } from 'node:zlib';
import { read, utils } from 'xlsx';
import { type Connection, connectForReading } from '../../main/ground/office/connection.ts';
import type { ReportRequest } from '../../shared/reports.ts';
import { enterHost } from '../harness/boards.ts';
import { startHost } from '../harness/host.ts';
import { peakMemory } from '../harness/processes.ts';
import { openProgram, temporaryFolder, testDay } from '../harness/program.ts';
import { compare } from './measure.ts';
import { fillOffice } from './offices.ts';
import { rosterByHand } from './rosterByHand.ts';

const request: ReportRequest = {
  report: 'roster',
  asOf: testDay,
  title: '',
  paper: 'A3',
  idStyle: 'masked',
  photo: false,
  scope: 'serving',
  branchIds: null,
  kind: null,
  workerIds: null,
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The rows with nothing around them: one sheet's XML, deflated as it comes. */
async function handBuilt(db: Connection): Promise<number> {
  const deflate = createDeflateRaw();
  let bytes = 0;
  deflate.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
  });
  let xml = '<worksheet><sheetData>';
  let number = 0;
  for (const cells of rosterByHand(db, testDay, testDay)) {
    number++;
    let row = `<row r="${number}" ht="22" customHeight="1"><c s="1"><v>${number}</v></c>`;
    for (const cell of cells) {
      if (typeof cell === 'string') row += `<c s="2" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
      else row += cell === null ? '<c s="2"/>' : `<c s="1"><v>${cell}</v></c>`;
    }
    xml += `${row}</row>`;
    if (number % 500 === 0) {
      if (!deflate.write(xml)) await once(deflate, 'drain');
      xml = '';
    }
  }
  deflate.end(`${xml}</sheetData></worksheet>`);
  await once(deflate, 'end');
  return bytes;
}

/** @throws where the workbook's rows aren't those of the floor. */
function compareRows(workbook: Uint8Array, db: Connection, count: number): void {
  const book = read(workbook, { dense: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = sheet ? utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' }) : [];
  const first = rows.findIndex((row) => row[0] === '序号') + 1;
  const byHand = Array.from(rosterByHand(db, testDay, testDay), (cells, index) => [
    index + 1,
    ...cells.map((cell) => cell ?? ''),
  ]);
  deepStrictEqual(byHand.length, count);
  deepStrictEqual(rows.slice(first, first + count), byHand);
}

async function bench(count: number, runs: number): Promise<void> {
  const temporary = temporaryFolder();
  const program = openProgram({ folder: temporary.folder });
  const file = program.office().path;
  fillOffice(program.office().db, { branches: 10, communities: 40, compounds: 20, workers: count, terms: 1 });
  // What is measured reads the file as any reading connection does: nothing is left in a journal.
  program.office().db.pragma('wal_checkpoint(TRUNCATE)');
  program.close();
  const host = await startHost([], temporary.folder);
  const db = connectForReading(file);
  try {
    const { api, origin, cookie } = await enterHost(host);
    const download = async (): Promise<Uint8Array> => {
      const id = await api.reports.start.mutate({ ...request, format: 'xlsx' });
      while ((await api.jobs.state.query({ id })).phase === 'running') await setTimeout(5);
      const response = await fetch(`${origin}/files/jobs/${id}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`the export failed: ${await response.text()}`);
      return response.bytes();
    };
    compareRows(await download(), db, count);
    await compare(`export-${count}`, download, () => handBuilt(db), { runs, peakMb: () => peakMemory(host.process.pid ?? 0) });
  } finally {
    db.close();
    await host.stop();
    temporary.remove();
  }
}

export const benches: Record<string, () => Promise<void>> = {
  'export-162': () => bench(162, 5),
  'export-10000': () => bench(10_000, 5),
  'export-100000': () => bench(100_000, 3),
};
