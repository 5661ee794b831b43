// The three reports as an office sees them: made by the whole handler from the demo office, opened by LibreOffice, printed. Skipped
// where there is none.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AskedReport, askedReports, producedReport } from '../harness/askedReports.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { whyWithout } from '../harness/tools.ts';

const lacking = whyWithout('soffice', 'pdfinfo', 'pdftotext');

/** Without photos, which nothing here looks at. */
const names = ['roster-full', 'roster-masked', 'communities', 'compounds'] as const satisfies readonly AskedReport[];
type Name = (typeof names)[number];

let program: ReturnType<typeof openProgram>;
let printed: string;

beforeAll(async () => {
  if (lacking) return;
  program = openProgram();
  await program.caller.welcome.openDemo();
  printed = path.join(program.folder, 'printed');
  mkdirSync(printed);
  const books = names.map((name) => path.join(printed, `${name}.xlsx`));
  for (const [index, name] of names.entries()) writeFileSync(books[index] ?? '', await producedReport(program, name, 'xlsx'));
  const profile = pathToFileURL(path.join(program.folder, 'profile')).href;
  const order = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', printed, ...books];
  await promisify(execFile)('soffice', order, { timeout: 150_000 });
}, 180_000);
afterAll(() => {
  if (!lacking) program.close();
});
beforeEach(({ skip }) => skip(lacking !== null, lacking ?? ''));

const pdf = (name: Name): string => path.join(printed, `${name}.pdf`);
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
const run = (tool: string, ...argument: string[]): string => execFileSync(tool, argument, { encoding: 'utf8' });
/** Each page's text, without its blanks: LibreOffice breaks a header's title over lines. */
const pagesOf = (name: Name): string[] => run('pdftotext', '-raw', pdf(name), '-').split('\f').slice(0, -1).map(squeezed);
/** What the workers who served on the day have in a column. */
const served = (column: 'id_number' | 'mobile'): string[] =>
  program
    .office()
    .prepare<{ day: string }, string>(
      `SELECT DISTINCT ${column} FROM worker JOIN posting ON posting.worker_id = worker.id
       WHERE first_day <= @day AND ifnull(last_day, '9999-12-31') >= @day AND ${column} IS NOT NULL`,
    )
    .pluck()
    .all({ day: testDay });

test.each(names)('%s: landscape, one page wide, its header and its number on every page, no cell too narrow', async (name) => {
  const { paper } = askedReports[name];
  const size = /Page\s+size:\s+([\d.]+) x ([\d.]+) pts/.exec(run('pdfinfo', pdf(name)));
  const [width, height] = paper === 'A3' ? [420, 297] : [297, 210];
  expect(Math.abs((Number(size?.[1]) * 25.4) / 72 - width)).toBeLessThan(0.5);
  expect(Math.abs((Number(size?.[2]) * 25.4) / 72 - height)).toBeLessThan(0.5);

  const sheet = await program.caller.reports.preview(askedReports[name]);
  const pages = pagesOf(name);
  expect(pages.length).toBeGreaterThan(1);
  // Were it wider than a page, half of the pages would carry only the later columns.
  for (const [index, page] of pages.entries()) {
    for (const { title } of sheet.header.cells) expect(page).toContain(squeezed(title));
    expect(page).toContain(`第${index + 1}页共${pages.length}页`);
    expect(page).not.toContain('##');
  }
  expect(pages[0]).toContain(squeezed(sheet.title));
  expect(pages.at(-1)).toContain(squeezed(sheet.signatureLine).slice(0, 6));
});

test('phones and ID numbers stand there whole, as text', () => {
  const full = pagesOf('roster-full').join('');
  const masked = pagesOf('roster-masked').join('');
  const idNumbers = served('id_number');
  expect(idNumbers.length).toBeGreaterThan(100);
  for (const idNumber of idNumbers) {
    expect(full).toContain(idNumber);
    expect(masked).toContain(`${idNumber.slice(0, 6)}**********${idNumber.slice(-2)}`);
    expect(masked).not.toContain(idNumber);
  }
  for (const mobile of served('mobile')) for (const text of [full, masked]) expect(text).toContain(mobile);
  for (const text of [full, masked]) expect(text).not.toMatch(/\dE\+\d/);
});
