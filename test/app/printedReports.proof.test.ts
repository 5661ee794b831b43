// The reports as pages, made by the whole handler from the demo office and read by other programs: paper, fonts, words, photos; and
// word for word what their workbooks hold. Skipped where there is no reader.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import type { SheetFormat } from '../../shared/kit/sheetFormat.ts';
import { type AskedReport, askedReports, producedReport } from '../harness/askedReports.ts';
import { openProgram } from '../harness/program.ts';
import { whyWithout } from '../harness/tools.ts';

const lacking = whyWithout('pdfinfo', 'pdftotext', 'pdffonts', 'pdfimages', 'pdftoppm');

const names = Object.keys(askedReports) as AskedReport[];

let program: ReturnType<typeof openProgram>;
let folder: string;

const produced = (name: AskedReport, format: SheetFormat): Promise<Uint8Array> => producedReport(program, name, format);
const pdf = (name: AskedReport): string => path.join(folder, `${name}.pdf`);
const run = (tool: string, ...argument: string[]): string => execFileSync(tool, argument, { encoding: 'utf8' });
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
/** The text of each page, as it stands in the content: a wrapped cell's lines one after the other. */
const pagesOf = (name: AskedReport): string[] => run('pdftotext', '-raw', pdf(name), '-').split('\f').slice(0, -1).map(squeezed);

beforeAll(async () => {
  if (lacking) return;
  program = openProgram();
  await program.caller.welcome.openDemo();
  folder = path.join(program.folder, 'printed');
  mkdirSync(folder);
  for (const name of names) writeFileSync(pdf(name), await produced(name, 'pdf'));
}, 120_000);
afterAll(() => {
  if (!lacking) program.close();
});
beforeEach(({ skip }) => skip(lacking !== null, lacking ?? ''));

test.each(names)('%s: paper to half a millimetre, fonts embedded as subsets, title and language', (name) => {
  const info = run('pdfinfo', pdf(name));
  const [width, height] = askedReports[name].paper === 'A3' ? [420, 297] : [297, 210];
  const size = /Page\s+size:\s+([\d.]+) x ([\d.]+) pts/.exec(info);
  expect(Math.abs((Number(size?.[1]) * 25.4) / 72 - width)).toBeLessThan(0.5);
  expect(Math.abs((Number(size?.[2]) * 25.4) / 72 - height)).toBeLessThan(0.5);
  expect(info).toMatch(/^Title:\s+沂城街道/m);
  const fonts = run('pdffonts', pdf(name)).split('\n').slice(2).filter(Boolean);
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(font).toMatch(/SourceHanSansSC-(Regular|Bold)\s+CID Type 0C\s+Identity-H\s+yes yes yes/);
});

test.each(names)('%s: the header and the page’s number on every page, title first, signatures last', async (name) => {
  const sheet = await program.caller.reports.preview(askedReports[name]);
  const pages = pagesOf(name);
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, page] of pages.entries()) {
    for (const { title } of sheet.header.cells) expect(page).toContain(squeezed(title));
    expect(page).toContain(`第${index + 1}页共${pages.length}页`);
    expect(page.includes(sheet.title)).toBe(index === 0);
    expect(page.includes('单位负责人：')).toBe(index === pages.length - 1);
  }
});

test.each(names)('%s: word for word what its workbook holds', async (name) => {
  const book = read(await produced(name, 'xlsx'), { type: 'array' });
  const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: '' });
  const first = rows.findIndex((row) => row[0] === '序号') + 1;
  const text = pagesOf(name).join('');
  const written = rows.slice(first).filter((row) => typeof row[0] === 'number');
  expect(written.length).toBeGreaterThan(20);
  for (const row of written) expect(text).toContain(squeezed(row.join('')));
  const sums = rows.filter((row) => /(?:小|合)计$/.test(String(row[0])));
  for (const row of sums) expect(text).toContain(squeezed(row.join('')));
  const asked = askedReports[name];
  expect(sums.length > 2).toBe('subtotals' in asked && asked.subtotals);
});

test('photos stand there byte for byte, as many as in the workbook', async () => {
  const parts = unzipSync(await produced('roster-photos', 'xlsx'));
  const anchors = new TextDecoder().decode(parts['xl/drawings/drawing1.xml']).match(/<xdr:oneCellAnchor/g);
  run('pdfimages', '-j', pdf('roster-photos'), path.join(folder, 'photo'));
  const files = readdirSync(folder).filter((file) => file.startsWith('photo-'));
  expect(files.length).toBe(anchors?.length);
  const kept = new Set(
    program
      .office()
      .prepare<[], Buffer>('SELECT thumbnail FROM photo')
      .pluck()
      .all()
      .map((bytes) => bytes.toString('latin1')),
  );
  for (const file of files) expect(kept.has(readFileSync(path.join(folder, file), 'latin1'))).toBe(true);
});

test('a page is drawn: ink where the table stands, none in the margins', () => {
  const file = path.join(folder, 'page');
  run('pdftoppm', '-r', '50', '-gray', '-f', '1', '-l', '1', '-singlefile', pdf('roster-masked'), file);
  const picture = readFileSync(`${file}.pgm`);
  const [, width = '', height = ''] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.subarray(0, 40).toString('latin1')) ?? [];
  const pixels = picture.subarray(picture.length - Number(width) * Number(height));
  const inked = (fromX: number, toX: number): number => {
    let dark = 0;
    for (const [index, value] of pixels.entries()) {
      const x = index % Number(width);
      if (x >= fromX && x < toX && value < 160) dark++;
    }
    return dark;
  };
  const margin = Math.floor((9.5 / 25.4) * 50);
  expect(inked(0, margin)).toBe(0);
  expect(inked(Number(width) - margin, Number(width))).toBe(0);
  expect(inked(margin, Number(width) - margin)).toBeGreaterThan(5000);
});
