// The records of a text with delimiters. A quoted cell may hold delimiters, line breaks and doubled quotes; a quote that doesn't
// pair would swallow the rows after it, so there the quotes of its line are read as written, and the record says so. papaparse
// reports such a quote only after it has swallowed the rows, so it isn't used. What Excel couldn't hold ends the reading: such a cell
// or row is cut behind the bound, where whoever cuts the sheet to its table refuses it.
import { excelBounds } from './excelBounds.ts';

export type CsvRecord = {
  cells: string[];
  /** Where the record starts in the text. */
  start: number;
  /** A quote didn't pair: this line's quotes were read as ordinary characters. */
  strayQuote: boolean;
};

/**
 * @param text with any line ends
 * @param limit at most so many records are read
 */
export function csvRecords(text: string, delimiter: string, limit: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  const width = usualParts(text, delimiter);
  for (let at = 0; at < text.length && records.length < limit; ) {
    const quoted = readRecord(text, at, delimiter, width);
    const { cells, next } = quoted ?? readLine(text, at, delimiter);
    records.push({ cells, start: at, strayQuote: quoted === null });
    if (cells.length > excelBounds.columns || cells.some(({ length }) => length > excelBounds.characters)) break;
    at = next;
  }
  return records;
}

type Read = { cells: string[]; next: number };

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

const within = (cell: string): string => cell.slice(0, excelBounds.characters + 1);

/** The cells of a line without quotes. */
const split = (line: string, delimiter: string): string[] => line.split(delimiter, excelBounds.columns + 1).map(within);

const afterLine = (text: string, end: number): number => end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);

/** Into how many parts the delimiter cuts most lines; lines without quotes tell, where there are any. */
function usualParts(text: string, delimiter: string): number {
  const lines = text.slice(0, 200_000).split(/\r\n|[\r\n]/);
  const unquoted = lines.filter((line) => !line.includes('"') && line.includes(delimiter));
  const counts = new Map<number, number>();
  for (const line of unquoted.length > 0 ? unquoted : lines) {
    const parts = line.split(delimiter).length;
    counts.set(parts, (counts.get(parts) ?? 0) + 1);
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 1;
}

/** A record by the rules of CSV; null when a quote in it doesn't pair. */
function readRecord(text: string, start: number, delimiter: string, width: number): Read | null {
  const firstEnd = lineEnd(text, start);
  const line = text.slice(start, firstEnd);
  if (!line.includes('"')) return { cells: split(line, delimiter), next: afterLine(text, firstEnd) };
  const cells: string[] = [];
  let end = firstEnd;
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, delimiter);
      if (quoted === null) return null;
      cells.push(quoted.value);
      at = quoted.next;
    } else {
      if (at > end) end = lineEnd(text, at);
      const found = text.indexOf(delimiter, at);
      const stop = found === -1 ? end : Math.min(found, end);
      cells.push(within(text.slice(at, stop)));
      at = stop;
    }
    if (at < text.length && text[at] === delimiter && cells.length <= excelBounds.columns) continue;
    return at > firstEnd && holdsRecords(text.slice(start, at), delimiter, width) ? null : { cells, next: afterLine(text, at) };
  }
}

/** @param start at the opening quote; `next` is the delimiter or line end after the closing one */
function readQuoted(text: string, start: number, delimiter: string): { value: string; next: number } | null {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    // Whatever is quoted for longer was never closed.
    if (at === -1 || at - start > excelBounds.characters) return null;
    if (text[at + 1] === '"') continue;
    let next = at + 1;
    while (text[next] === ' ') next++;
    if (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') return null;
    return { value: text.slice(start + 1, at).replaceAll('""', '"'), next };
  }
}

/**
 * Two stray quotes pair with each other across whole records. A cell with line breaks leaves a part of its record on the first
 * line and a part on the last; where two lines have as many parts as a record has, each is a record.
 */
function holdsRecords(text: string, delimiter: string, width: number): boolean {
  const [first = '', ...rest] = text.split(/\r\n|[\r\n]/);
  const isWhole = (line: string): boolean => partsOf(line, delimiter) === width;
  return width > 2 && isWhole(first) && rest.some(isWhole);
}

/** How many cells a line has by itself; one that is quoted to its end within the line counts as one. */
function partsOf(line: string, delimiter: string): number {
  let parts = 1;
  for (let at = 0; at < line.length; at++) {
    const quoted = line[at] === '"' ? readQuoted(line, at, delimiter) : null;
    const found = line.indexOf(delimiter, quoted?.next ?? at);
    if (found === -1) break;
    parts++;
    at = found;
  }
  return parts;
}

/** One line as written; a cell that is quoted properly within it loses its quotes all the same. */
function readLine(text: string, start: number, delimiter: string): Read {
  const end = lineEnd(text, start);
  const cells = split(text.slice(start, end), delimiter).map((cell) => /^"([^"]*)"$/.exec(cell)?.[1] ?? cell);
  return { cells, next: afterLine(text, end) };
}
