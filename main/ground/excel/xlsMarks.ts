// The marks of an .xls's sheets, out of the BIFF records that the workbook library passes over: fonts struck through, filters
// that are set, formulas without results, the sheet that was active. Records: [MS-XLS]; BIFF5 and BIFF8.
import { markShown, noMarks, type SheetMarks, strike } from './marks.ts';
import { shownText } from './shownText.ts';
import { piecesOf, richCell, type RichText, richTexts } from './xlsRichText.ts';

const record = {
  formula: 0x06,
  eof: 0x0a,
  font: 0x31,
  window1: 0x3d,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  filterMode: 0x9b,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  row: 0x208,
  rk: 0x27e,
  bof: 0x809,
} as const;

/** Records of one cell: row, column and format stand at their start. */
const cells = new Set<number>([
  record.rString,
  record.labelSst,
  record.number,
  record.label,
  record.boolErr,
  record.rk,
  record.formula,
]);

export type XlsMarks = {
  /** As they lie in the stream, sheets of charts too. */
  sheets: (SheetMarks & { filtered: boolean })[];
  /** The index among `sheets` of the one that was active, -1 where the stream doesn't say. */
  active: number;
};

/** @param stream the Workbook stream, not enciphered */
export function xlsMarks(stream: Uint8Array): XlsMarks {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const struckFonts: boolean[] = [];
  const fontOf: number[] = [];
  const places: number[] = [];
  const sheets = new Map<number, SheetMarks & { filtered: boolean }>();
  let active = 0;
  let depth = 0;
  let marks: (SheetMarks & { filtered: boolean }) | null = null;
  let waiting: { row: number; column: number } | null = null;
  let shared: ReadonlyMap<number, RichText> | null = null;
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const from = at + 4;
    const start = at;
    at = from + length;
    if (at > stream.byteLength) break;
    const short = (offset: number): number => (offset + 2 <= length ? view.getUint16(from + offset, true) : 0);
    if (waiting && marks) {
      // The text of a formula follows it.
      if (kind === record.string && short(0) > 0) marks.formulas.calculated++;
      else if (kind === record.string) marks.formulas.emptyText.push(waiting);
      else marks.formulas.without.push(waiting);
    }
    if (kind !== 0x4bc && kind !== 0x221 && kind !== 0x236) waiting = null;
    if (kind === record.bof) {
      depth++;
      if (depth === 1 && short(2) === 0x10) {
        marks = { ...noMarks(), filtered: false };
        sheets.set(start, marks);
      }
    } else if (kind === record.eof) {
      depth--;
      if (depth === 0) marks = null;
    } else if (kind === record.font) struckFonts.push((short(2) & 8) !== 0);
    else if (kind === record.xf) fontOf.push(short(0));
    else if (kind === record.window1) active = short(10);
    else if (kind === record.boundSheet) places.push(view.getUint32(from, true));
    else if (!marks || depth !== 1) continue;
    else if (kind === record.filterMode) marks.filtered = true;
    else if (kind === record.row && (view.getUint8(from + 12) & 0x20) !== 0) marks.hiddenRows.set(short(0), 'hidden');
    else if (kind === record.columnInfo && (short(8) & 1) !== 0)
      for (let column = short(0); column <= Math.min(short(2), 255); column++) marks.hiddenColumns.add(column);
    else if (kind === record.mulRk)
      for (let index = 0; index * 6 + 6 <= length - 6; index++) strikeBy(marks, short(0), short(2) + index, short(4 + index * 6));
    else if (cells.has(kind)) {
      strikeBy(marks, short(0), short(2), short(4), richOf(kind, stream.subarray(from, at)));
      if (kind === record.formula) waiting = noteFormula(marks, stream.subarray(from, at), short(0), short(2));
    }
  }
  // The workbook library gives the sheets as they lie in the stream, charts among them; a bare stream has no list of them.
  const inOrder = places.length > 0 ? places.toSorted((one, other) => one - other) : [...sheets.keys()];
  return {
    sheets: inOrder.map((place) => sheets.get(place) ?? { ...noMarks(), filtered: false }),
    active: inOrder.indexOf(places[active] ?? -1),
  };

  // There is no font of the number 4.
  function isStruck(font: number): boolean {
    return struckFonts[font > 4 ? font - 1 : font] === true;
  }

  function strikeBy(own: SheetMarks, row: number, column: number, format: number, rich: RichText | null = null): void {
    const struck = isStruck(fontOf[format] ?? 0);
    if (rich) markShown(own, row, column, shownText(piecesOf(rich, struck, isStruck)));
    else if (struck) strike(own, row, column);
  }

  /** The cell's text where it is set in several fonts; without a font that strikes through none is looked for. */
  function richOf(kind: number, cell: Uint8Array): RichText | null {
    if (!struckFonts.includes(true)) return null;
    if (kind === record.rString) return richCell(cell);
    if (kind !== record.labelSst || cell.byteLength < 10) return null;
    shared ??= richTexts(stream);
    return shared.get(new DataView(cell.buffer, cell.byteOffset).getUint32(6, true)) ?? null;
  }
}

/** @returns the cell when its text is in the next record */
function noteFormula(
  { formulas }: SheetMarks,
  cell: Uint8Array,
  row: number,
  column: number,
): { row: number; column: number } | null {
  const result = cell.subarray(6, 14);
  const special = result[6] === 0xff && result[7] === 0xff;
  if (special && result[0] === 0) return { row, column };
  if (special && result[0] === 3) formulas.emptyText.push({ row, column });
  else if (!special && result.every((byte) => byte === 0)) formulas.zero.push({ row, column });
  else formulas.calculated++;
  return null;
}
