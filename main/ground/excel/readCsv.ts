// CSV as offices save it, with commas, tabs, semicolons or bars, and Excel's “Unicode 文本”. Which character parts the cells is
// found, never asked. Every row that had to be repaired, or whose cells may stand in the wrong columns, says so.
import { type Book, plainSheet, rowLimit } from './book.ts';
import { noPictures } from './pictures.ts';
import { type CsvRecord, csvRecords } from './csvRecords.ts';
import type { DecodedText } from './decodeText.ts';

const delimiters = [',', '\t', ';', '|'];
/** So many records tell which delimiter it is. */
const sampled = 200;

/** `="00123"` is how some programs keep Excel from eating zeros. */
const unquoted = (cell: string): string => /^="(.*)"$/s.exec(cell)?.[1] ?? cell;

export function readCsv({ text, encoding, foreignLines }: DecodedText): Book {
  // Excel doesn't count a line that names the delimiter as a row.
  const named = /^"?sep=([^"\r\n])"?(?:\r\n|[\r\n]|$)/i.exec(text);
  const start = named?.[0].length ?? 0;
  const body = text.slice(start);
  const delimiter = named?.[1] ?? guessDelimiter(body);
  const records = csvRecords(body, delimiter, rowLimit + 1);
  const kept = records.slice(0, rowLimit);
  const rows = kept.map(({ cells }) => cells.map((cell) => unquoted(cell) || null));
  const usual = usualWidth(kept);
  const foreign = foreignRows(kept, foreignLines, start);
  const remarks = kept.flatMap((record, row) =>
    remarksOn(record, foreign.has(row), delimiter, usual).map((words) => ({ row, words })),
  );
  return {
    kind: 'csv',
    encoding,
    pictures: noPictures(),
    sheets: [plainSheet('CSV', rows, { active: true, remarks, cutShort: records.length > rowLimit })],
  };
}

function remarksOn({ cells, strayQuote }: CsvRecord, foreign: boolean, delimiter: string, usual: number | null): string[] {
  const remarks: string[] = [];
  if (strayQuote) remarks.push('双引号不成对，已按原样读入，请核对这一行');
  if (foreign) remarks.push('文字编码和其他行不一样，已分别识别，请核对这一行');
  if (cells.some((cell) => cell.includes('\ufffd'))) remarks.push('有损坏的文字（�），请对照原表改正');
  if (usual !== null && cells.length > usual)
    remarks.push(`有 ${cells.length} 格，其他行是 ${usual} 格，可能多了${delimiterWords[delimiter] ?? '分隔符'}，请核对各列`);
  return remarks;
}

const delimiterWords: Record<string, string> = { ',': '逗号', '\t': '制表符', ';': '分号', '|': '竖线' };

/** How many cells most rows have; null when there is no such number. */
function usualWidth(records: readonly CsvRecord[]): number | null {
  const { width, count, rows } = commonest(records);
  return width > 1 && count * 2 > rows ? width : null;
}

function commonest(records: readonly CsvRecord[]): { width: number; count: number; rows: number } {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of records) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows++;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [width, count] = [...counts].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [0, 0];
  return { width, count, rows };
}

/** The one that parts the most rows alike, and into the most cells. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { width, count } = commonest(csvRecords(text, delimiter, sampled));
    const score = count * (width - 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The rows on which lines of another encoding lie. @param skipped characters of the text before the first record */
function foreignRows(records: readonly CsvRecord[], lines: readonly number[], skipped: number): ReadonlySet<number> {
  const rows = new Set<number>();
  let row = 0;
  for (const line of lines) {
    while (row + 1 < records.length && (records[row + 1]?.start ?? 0) + skipped <= line) row++;
    if (records.length > 0 && line >= skipped) rows.add(row);
  }
  return rows;
}
