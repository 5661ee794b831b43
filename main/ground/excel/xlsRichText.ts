// The texts of an .xls that are set in several fonts, which the workbook library reads as one: where each font begins. Excel 97 and
// later keep them in the shared table, whose record goes on in others in the middle of a text; Excel 5 keeps them in their cells.
import { biff, recordsOfPart, viewOf } from './biffRecords.ts';
import type { Piece } from './shownText.ts';

/** Characters count from 0; what stands before the first run is in the cell's own font. */
export type RichText = { text: string; runs: readonly { from: number; font: number }[] };

const sharedTable = 0xfc;

/** The rich ones among the shared texts, by their number. A table that breaks off ends there. @param stream the Workbook stream */
export function richTexts(stream: Uint8Array): ReadonlyMap<number, RichText> {
  const parts: Uint8Array[] = [];
  for (const { type, data } of recordsOfPart(stream, 0))
    if (type === sharedTable || (type === biff.continued && parts.length > 0)) parts.push(data);
    else if (parts.length > 0) break;
  const found = new Map<number, RichText>();
  const table = new SharedTable(parts);
  table.skip(8);
  for (let index = 0; table.hasMore; index++) {
    const rich = table.text();
    if (rich.runs.length > 0) found.set(index, rich);
  }
  return found;
}

/** Reads over the borders of records; only a text's characters say anew, in the next record, how wide they are. */
class SharedTable {
  readonly #parts: readonly Uint8Array[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
  }

  get hasMore(): boolean {
    while (this.#part < this.#parts.length && this.#left === 0) this.#turn();
    return this.#part < this.#parts.length;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0 && this.hasMore; ) {
      const step = Math.min(left, this.#left);
      this.#at += step;
      left -= step;
    }
  }

  text(): RichText {
    const length = this.#short();
    const flags = this.#byte();
    const count = flags & 8 ? this.#short() : 0;
    const beside = flags & 4 ? this.#short() + this.#short() * 65_536 : 0;
    const text = this.#characters(length, (flags & 1) !== 0, count > 0);
    const runs: { from: number; font: number }[] = [];
    for (let run = 0; run < count && this.hasMore; run++) runs.push({ from: this.#short(), font: this.#short() });
    this.skip(beside);
    return { text, runs };
  }

  get #left(): number {
    return (this.#parts[this.#part]?.byteLength ?? 0) - this.#at;
  }

  #turn(): void {
    this.#part++;
    this.#at = 0;
  }

  #byte(): number {
    return this.hasMore ? (this.#parts[this.#part]?.[this.#at++] ?? 0) : 0;
  }

  #short(): number {
    return this.#byte() + this.#byte() * 256;
  }

  #characters(length: number, wideAtFirst: boolean, wanted: boolean): string {
    let [left, wide, text] = [length, wideAtFirst, ''];
    while (left > 0 && this.#part < this.#parts.length) {
      if (this.#left === 0) {
        this.#turn();
        wide = (this.#byte() & 1) !== 0;
        continue;
      }
      const bytes = Math.min(left * (wide ? 2 : 1), this.#left);
      const own = this.#parts[this.#part]?.subarray(this.#at, this.#at + bytes);
      if (own && wanted) text += Buffer.from(own).toString(wide ? 'utf16le' : 'latin1');
      this.#at += bytes;
      left -= Math.ceil(bytes / (wide ? 2 : 1));
    }
    return text;
  }
}

const gbk = new TextDecoder('gb18030');

/** @param cell the content of a record of Excel 5, RSTRING; its runs count bytes */
export function richCell(cell: Uint8Array): RichText {
  if (cell.byteLength < 8) return { text: '', runs: [] };
  const end = 8 + viewOf(cell).getUint16(6, true);
  const bytes = cell.subarray(8, end);
  const runs: { from: number; font: number }[] = [];
  for (let run = 0, at = end + 1; run < (cell[end] ?? 0); run++, at += 2)
    runs.push({ from: gbk.decode(bytes.subarray(0, cell[at] ?? 0)).length, font: cell[at + 1] ?? 0 });
  return { text: gbk.decode(bytes), runs };
}

/** @param isStruck whether a font is, by its number */
export function piecesOf({ text, runs }: RichText, cellIsStruck: boolean, isStruck: (font: number) => boolean): Piece[] {
  const look = (struck: boolean): Piece['look'] => (struck ? 'struck' : 'plain');
  return [
    { text: text.slice(0, runs[0]?.from ?? text.length), look: look(cellIsStruck) },
    ...runs.map(({ from, font }, index) => ({ text: text.slice(from, runs[index + 1]?.from), look: look(isStruck(font)) })),
  ];
}
