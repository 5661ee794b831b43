// The marks of an .xls's sheets, out of the BIFF records that the workbook library passes over: fonts struck through, filters
// that are set, formulas without results, the sheet that was active.
import { biff, recordsFrom, viewOf } from './biffRecords.ts';
import { markShown, noMarks, type SheetMarks, strike } from './marks.ts';
import { shownText } from './shownText.ts';
import { piecesOf, richCell, type RichText, richTexts } from './xlsRichText.ts';

/** Records of one cell: row, column and format stand at their start. */
const cells = new Set<number>([
  biff.richText,
  biff.sharedText,
  biff.number,
  biff.text,
  biff.booleanOrError,
  biff.rk,
  biff.formula,
]);

/** What may stand between a formula and its text. */
const betweenFormulaAndText = new Set<number>([biff.sharedFormula, biff.array, biff.dataTable]);

export type XlsMarks = {
  /** As they lie in the stream, sheets of charts too. */
  sheets: (SheetMarks & { filtered: boolean })[];
  /** The index among `sheets` of the one that was active, -1 where the stream doesn't say. */
  active: number;
};

/** @param stream the Workbook stream, not enciphered */
export function xlsMarks(stream: Uint8Array): XlsMarks {
  const struckFonts: boolean[] = [];
  const fontOf: number[] = [];
  const places: number[] = [];
  const sheets = new Map<number, SheetMarks & { filtered: boolean }>();
  let active = 0;
  let depth = 0;
  let marks: (SheetMarks & { filtered: boolean }) | null = null;
  let waiting: { row: number; column: number } | null = null;
  let shared: ReadonlyMap<number, RichText> | null = null;
  for (const { type, at, data, torn } of recordsFrom(stream)) {
    if (torn) break;
    const view = viewOf(data);
    const short = (offset: number): number => (offset + 2 <= data.byteLength ? view.getUint16(offset, true) : 0);
    if (waiting && marks) {
      // The text of a formula follows it.
      if (type === biff.formulaText && short(0) > 0) marks.formulas.calculated++;
      else if (type === biff.formulaText) marks.formulas.emptyText.push(waiting);
      else marks.formulas.without.push(waiting);
    }
    if (!betweenFormulaAndText.has(type)) waiting = null;
    if (type === biff.beginOfFile) {
      depth++;
      if (depth === 1 && short(2) === 0x10) {
        marks = { ...noMarks(), filtered: false };
        sheets.set(at, marks);
      }
    } else if (type === biff.endOfFile) {
      depth--;
      if (depth === 0) marks = null;
    } else if (type === biff.font) struckFonts.push((short(2) & 8) !== 0);
    else if (type === biff.cellFormat) fontOf.push(short(0));
    else if (type === biff.window) active = short(10);
    else if (type === biff.boundSheet) places.push(short(0) + short(2) * 65_536);
    else if (!marks || depth !== 1) continue;
    else if (type === biff.filterMode) marks.filtered = true;
    else if (type === biff.row && (short(12) & 0x20) !== 0) marks.hiddenRows.set(short(0), 'hidden');
    else if (type === biff.columns && (short(8) & 1) !== 0)
      for (let column = short(0); column <= Math.min(short(2), 255); column++) marks.hiddenColumns.add(column);
    else if (type === biff.severalRk)
      for (let index = 0; index * 6 + 6 <= data.byteLength - 6; index++)
        strikeBy(marks, short(0), short(2) + index, short(4 + index * 6));
    else if (cells.has(type)) {
      strikeBy(marks, short(0), short(2), short(4), richOf(type, data));
      if (type === biff.formula) waiting = noteFormula(marks, data, short(0), short(2));
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
    if (kind === biff.richText) return richCell(cell);
    if (kind !== biff.sharedText || cell.byteLength < 10) return null;
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
