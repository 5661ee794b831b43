// `export-162`, `export-10000`, `export-100000`: the roster out of the built program, as a screen asks its host for it (worker,
// reading, measuring, frame, zip, download), against the same rows read by hand-written SQL into one sheet's XML through zlib.
// `sheet-pdf-162`, `sheet-pdf-10000`: the same as a PDF, against the same words set by pdfkit at places fixed beforehand.
import { deepStrictEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createDeflateRaw } from 'node:zlib';
import PdfKit from 'pdfkit';
import { read, utils } from 'xlsx';
import { type Connection, connectForReading } from '../../main/ground/office/connection.ts';
import { fontFile } from '../../main/ground/pdf/fonts.ts';
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

/** The words with nothing around them but lines, 55 rows of an A3 page: in the program's font, each glyph looked up once. */
async function handSet(db: Connection): Promise<number> {
  const pdf = new PdfKit({ autoFirstPage: false, font: fontFile(400), fontLayoutCache: false, margin: 0 });
  let bytes = 0;
  pdf.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
  });
  const font = Reflect.get(pdf, '_font') as { id: string; encode(text: string): [string[], unknown]; ref(): unknown };
  const glyphs = new Map<string, string>();
  const glyphOf = (character: string): string => {
    const glyph = font.encode(character)[0].join('');
    glyphs.set(character, glyph);
    return glyph;
  };
  let number = 0;
  for (const cells of rosterByHand(db, testDay, testDay)) {
    const line = number++ % 55;
    if (line === 0) {
      pdf.addPage({ size: 'A3', layout: 'landscape', margin: 0 });
      pdf.page.fonts[font.id] = font.ref();
      for (let column = 0; column <= 23; column++) pdf.moveTo(30 + column * 48, 60).lineTo(30 + column * 48, 775);
      for (let row = 0; row <= 55; row++) pdf.moveTo(30, 60 + row * 13).lineTo(1134, 60 + row * 13);
      pdf.lineWidth(0.4).stroke();
    }
    for (const [column, cell] of [number, ...cells].entries()) {
      if (cell === null) continue;
      let encoded = '';
      for (const character of String(cell)) encoded += glyphs.get(character) ?? glyphOf(character);
      pdf.addContent(`BT /${font.id} 6 Tf 1 0 0 -1 ${32 + column * 48} ${69 + line * 13} Tm <${encoded}> Tj ET`);
    }
  }
  pdf.end();
  await once(pdf, 'end');
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

/** @throws where the PDF lacks a row of the floor. */
function compareWords(pdf: Uint8Array, db: Connection): void {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 2 ** 28 })
    .toString()
    .replaceAll(/\s/g, '');
  for (const [index, cells] of [...rosterByHand(db, testDay, testDay)].entries())
    ok(text.includes([index + 1, ...cells].join('').replaceAll(/\s/g, '')), `row ${index + 1} is missing`);
}

const kinds = {
  xlsx: {
    name: 'export',
    floor: handBuilt,
    check: compareRows,
  },
  pdf: { name: 'sheet-pdf', floor: handSet, check: compareWords },
};

async function bench(format: keyof typeof kinds, count: number, runs: number): Promise<void> {
  const temporary = temporaryFolder();
  const program = openProgram({ folder: temporary.folder });
  const file = program.office().path;
  fillOffice(program.office().db, { branches: 10, communities: 40, compounds: 20, workers: count, terms: 1 });
  // What is measured reads the file as any reading connection does: nothing is left in a journal.
  program.office().db.pragma('wal_checkpoint(TRUNCATE)');
  program.close();
  const host = await startHost([], temporary.folder);
  const db = connectForReading(file);
  const { name, floor, check } = kinds[format];
  try {
    const { api, origin, cookie } = await enterHost(host);
    const download = async (): Promise<Uint8Array> => {
      const id = await api.reports.start.mutate({ request, format });
      while ((await api.jobs.state.query({ id })).phase === 'running') await setTimeout(5);
      const response = await fetch(`${origin}/files/jobs/${id}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`the export failed: ${await response.text()}`);
      return response.bytes();
    };
    check(await download(), db, count);
    await compare(`${name}-${count}`, download, () => floor(db), { runs, peakMb: () => peakMemory(host.process.pid ?? 0) });
  } finally {
    db.close();
    await host.stop();
    temporary.remove();
  }
}

export const benches: Record<string, () => Promise<void>> = {
  'export-162': () => bench('xlsx', 162, 5),
  'export-10000': () => bench('xlsx', 10_000, 5),
  'export-100000': () => bench('xlsx', 100_000, 3),
  'sheet-pdf-162': () => bench('pdf', 162, 5),
  'sheet-pdf-10000': () => bench('pdf', 10_000, 5),
};
