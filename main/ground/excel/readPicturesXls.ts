// The pictures of an .xls (BIFF8): the workbook keeps the bytes, each sheet says which of them lies where. Anchors count in shares of
// a row or column, so that the middle is found by their sizes.
import { biff, DrawingPieces, recordsOfPart, viewOf } from './biffRecords.ts';
import { rowLimit } from './book.ts';
import { type ArtPicture, type Blip, blipsOf, picturesOfDrawing } from './officeArt.ts';
import { Axis } from './pictureAnchors.ts';
import {
  type BookPictures,
  noPictures,
  pictureFaults,
  pictureLimits,
  type PictureSource,
  type SheetPicture,
} from './pictures.ts';

/** In twentieths of a point, and in 256ths of a character. */
const usual = { height: 300, width: 8 * 256 + 110 };
const columnsOfXls = 256;

/**
 * @param stream the records, not enciphered
 * @param names of the sheets, in the order of the file
 */
export function readPicturesXls(stream: Uint8Array, names: readonly string[]): BookPictures {
  const { places, group } = readGlobals(stream);
  const blips = blipsOf(group);
  if (blips.length === 0) return noPictures();
  const bySheet = new Map<string, SheetPicture[]>();
  let count = 0;
  const used = new Set<number>();
  for (const [index, at] of places.entries()) {
    const pictures = picturesOfSheet(stream, at, blips);
    count += pictures.length;
    for (const { source } of pictures) if ('part' in source) used.add(Number(source.part));
    bySheet.set(names[index] ?? '', pictures);
  }
  if (count > pictureLimits.count) return noPictures(pictureFaults.tooMany(count));
  if ([...used].reduce((sum, index) => sum + bytesOf(blips[index]).byteLength, 0) > pictureLimits.bytes)
    return noPictures(pictureFaults.tooMuch);
  return {
    bySheet,
    byName: new Map(),
    fault: null,
    read: (part) => bytesOf(blips[Number(part)]),
  };
}

const bytesOf = (blip: Blip | undefined): Uint8Array => (typeof blip === 'object' ? blip.bytes : new Uint8Array());

/** Where each sheet begins, and what the workbook keeps of drawings. */
function readGlobals(stream: Uint8Array): { places: number[]; group: Uint8Array } {
  const places: number[] = [];
  const pieces = new DrawingPieces(biff.drawingGroup);
  for (const record of recordsOfPart(stream, 0)) {
    pieces.take(record);
    if (record.type === biff.boundSheet && record.data.byteLength >= 8) places.push(viewOf(record.data).getUint32(0, true));
  }
  return { places, group: pieces.whole() };
}

function picturesOfSheet(stream: Uint8Array, at: number, blips: readonly Blip[]): SheetPicture[] {
  const pieces = new DrawingPieces(biff.drawing);
  const heights = new Map<number, number>();
  const widths = new Map<number, number>();
  let [height, width] = [usual.height, usual.width];
  for (const record of recordsOfPart(stream, at)) {
    pieces.take(record);
    const { type, data } = record;
    const view = viewOf(data);
    if (type === biff.row && data.byteLength >= 14) {
      const hidden = (view.getUint16(12, true) & 0x20) !== 0;
      heights.set(view.getUint16(0, true), hidden ? 0 : view.getUint16(6, true) & 0x7fff);
    } else if (type === biff.usualHeight && data.byteLength >= 4) height = view.getUint16(2, true);
    else if (type === biff.usualWidth && data.byteLength >= 2) width = view.getUint16(0, true) * 256 + 110;
    else if (type === biff.columns && data.byteLength >= 10) {
      const hidden = (view.getUint16(8, true) & 1) !== 0;
      const last = Math.min(view.getUint16(2, true), columnsOfXls);
      for (let column = view.getUint16(0, true); column <= last; column++)
        widths.set(column, hidden ? 0 : view.getUint16(4, true));
    }
  }
  const rows = new Axis(height, heights, rowLimit);
  const columns = new Axis(width, widths, columnsOfXls);
  return picturesOfDrawing(pieces.whole()).map((picture) => placed(picture, rows, columns, blips));
}

function placed(picture: ArtPicture, rows: Axis, columns: Axis, blips: readonly Blip[]): SheetPicture {
  const { from, to } = picture;
  const down = (row: number, share: number) => ({ index: row, offset: share * rows.size(row) });
  const along = (column: number, share: number) => ({ index: column, offset: share * columns.size(column) });
  const row = rows.middle(down(from.row, from.rowShare), down(to.row, to.rowShare));
  return {
    row: row.index,
    otherRow: row.neighbour,
    column: columns.middle(along(from.column, from.columnShare), along(to.column, to.columnShare)).index,
    inCell: false,
    source: sourceOf(picture, blips),
  };
}

function sourceOf({ blip, turn, mirrored, cut, grouped, from, to }: ArtPicture, blips: readonly Blip[]): PictureSource {
  if (grouped && from.row !== to.row) return { fault: pictureFaults.grouped };
  const kept = blips[blip - 1];
  if (kept === 'drawn') return { fault: pictureFaults.drawn };
  if (kept === undefined || kept === 'missing') return { fault: pictureFaults.missing };
  const isCut = cut.left + cut.top + cut.right + cut.bottom > 0;
  return { part: String(blip - 1), look: { turn, mirrored, cut: isCut ? cut : null } };
}
