// `export-162`, `export-10000`, `export-100000`: the roster through the handler (worker, reading, measuring, frame, zip) against the
// same rows as a hand-built sheet's XML through zlib.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createDeflateRaw } from 'node:zlib';
import { Office } from '../../main/ground/office/office.ts';
import { reportNamed } from '../../main/rooms/reports/catalogue.ts';
import type { ReportRequest } from '../../shared/reports.ts';
import { openProgram, testClock, testDay } from '../harness/program.ts';
import { compare } from './measure.ts';

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

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** As many workers as asked for, each in a grid of one of forty communities. Plain inserts: this is no part of what is measured. */
function fill({ db }: Office, count: number): void {
  db.transaction(() => {
    db.exec(`INSERT INTO branch (uid, name, short, sort_order) VALUES ('b', '幸福社区总支', '幸福总支', 1)`);
    const place = db.prepare(`INSERT INTO place (uid, level, sort_order) VALUES (?, 'community', ?)`);
    const version = db.prepare(
      `INSERT INTO place_version (uid, place_id, name, initials, pinyin, code, kind, branch_id) VALUES (?, ?, ?, '', '', ?, 'urban', 1)`,
    );
    for (let n = 1; n <= 40; n++) {
      place.run(`p${n}`, n);
      version.run(`v${n}`, n, `第${n}社区`, `371323001${digits(n, 3)}`);
    }
    const grid = db.prepare(
      `INSERT INTO grid (uid, place_id, code, name, initials, kind, sort_order) VALUES (?, ?, ?, ?, '', 'urban', ?)`,
    );
    const worker = db.prepare(
      `INSERT INTO worker (uid, name, initials, pinyin, sex, ethnicity, birth_month, id_number, education, politics, mobile, hiring_source, employer, note)
       VALUES (?, ?, '', '', 'female', '汉族', '1974-12', ?, '高中', '群众', ?, ?, '街道', ?)`,
    );
    const posting = db.prepare(
      `INSERT INTO posting (uid, worker_id, grid_id, first_day, first_day_precision) VALUES (?, ?, ?, '2019-05-01', 'day')`,
    );
    for (let n = 1; n <= count; n++) {
      grid.run(`g${n}`, 1 + (n % 40), digits(371_323_000_000_000 + n, 15), `第${n}网格`, n);
      const source = n % 3 ? '街道招聘' : '计生专职查访员择优录用';
      worker.run(
        `w${n}`,
        `王秀英${n % 97}`,
        `37132319741${digits(n, 7)}`,
        String(13_000_000_000 + n),
        source,
        n % 50 ? null : '片区联络员',
      );
      posting.run(`t${n}`, n, n);
    }
  })();
  db.exec('ANALYZE');
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same rows with nothing around them: one sheet's XML, deflated as it comes. */
async function handBuilt(office: Office): Promise<number> {
  const deflate = createDeflateRaw();
  let bytes = 0;
  deflate.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
  });
  let xml = '<worksheet><sheetData>';
  let number = 0;
  for (const { cells } of reportNamed('roster').rows(office, request)) {
    number++;
    const written = cells.map((cell) => {
      if (typeof cell === 'number') return `<c s="1"><v>${cell}</v></c>`;
      return typeof cell === 'string' ? `<c s="2" t="inlineStr"><is><t>${escape(cell)}</t></is></c>` : '<c s="2"/>';
    });
    xml += `<row r="${number}" ht="22" customHeight="1">${written.join('')}</row>`;
    if (number % 500 === 0) {
      if (!deflate.write(xml)) await once(deflate, 'drain');
      xml = '';
    }
  }
  deflate.end(`${xml}</sheetData></worksheet>`);
  await once(deflate, 'end');
  return bytes;
}

async function bench(count: number, runs: number): Promise<void> {
  const program = openProgram();
  try {
    fill(program.office(), count);
    // What is measured reads the file as any reading connection does: nothing is left in a journal.
    program.office().db.pragma('wal_checkpoint(TRUNCATE)');
    const floorOffice = new Office(program.office().path, program.office().db, testClock);
    await compare(
      `export-${count}`,
      async () => {
        const id = await program.caller.reports.start(request);
        while ((await program.caller.jobs.state({ id })).phase === 'running') await setTimeout(5);
        if (!(await program.fetch(`/files/jobs/${id}`)).ok) throw new Error('the export failed');
      },
      () => handBuilt(floorOffice),
      runs,
    );
  } finally {
    program.close();
  }
}

export const benches: Record<string, () => Promise<void>> = {
  'export-162': () => bench(162, 5),
  'export-10000': () => bench(10_000, 5),
  'export-100000': () => bench(100_000, 3),
};
