// The pictures of an .xls (BIFF8): the workbook keeps the bytes, each sheet says which of them lies where. Anchors count in shares of
// a row or column, so that the middle is found by their sizes.
import { CFB } from 'xlsx';
import { Refusal } from '../../../shared/refusal.ts';
import { photoFaults, photoLimits } from '../../../shared/photos.ts';
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

type Part = { name: string; at: number };

/** @returns null where the file holds no workbook of this kind */
export function readPicturesXls(bytes: Uint8Array): BookPictures | null {
  let container: ReturnType<typeof CFB.read>;
  try {
    container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  } catch {
    // What isn't even a container the reader of cells refuses in its own words.
    return null;
  }
  if (CFB.find(container, 'EncryptedPackage')) return noPictures(pictureFaults.encrypted);
  const content = (CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book'))?.content;
  return content ? readStream(new Uint8Array(content as Uint8Array)) : null;
}

function readStream(stream: Uint8Array): BookPictures {
  const { parts, group, encrypted } = readGlobals(stream);
  if (encrypted) return noPictures(pictureFaults.encrypted);
  const blips = blipsOf(group);
  if (blips.length === 0) return noPictures();
  const bySheet = new Map<string, SheetPicture[]>();
  let count = 0;
  const used = new Set<number>();
  for (const { name, at } of parts) {
    const pictures = picturesOfSheet(stream, at, blips);
    count += pictures.length;
    for (const { source } of pictures) if ('part' in source) used.add(Number(source.part));
    bySheet.set(name, pictures);
  }
  if (count > pictureLimits.count) return noPictures(pictureFaults.tooMany(count));
  if ([...used].reduce((sum, index) => sum + bytesOf(blips[index]).byteLength, 0) > pictureLimits.bytes)
    return noPictures(pictureFaults.tooMuch);
  return {
    bySheet,
    byName: new Map(),
    fault: null,
    read(part) {
      const picture = bytesOf(blips[Number(part)]);
      if (picture.byteLength > photoLimits.bytes) throw new Refusal(photoFaults.tooLarge(pictureFaults.nameless));
      return picture;
    },
  };
}

const bytesOf = (blip: Blip | undefined): Uint8Array => (typeof blip === 'object' ? blip.bytes : new Uint8Array());

function readGlobals(stream: Uint8Array): { parts: Part[]; group: Uint8Array; encrypted: boolean } {
  const parts: Part[] = [];
  const pieces = new DrawingPieces(biff.drawingGroup);
  let encrypted = false;
  for (const record of recordsOfPart(stream, 0)) {
    pieces.take(record);
    if (record.type === biff.encrypted) encrypted = true;
    if (record.type === biff.boundSheet && record.data.byteLength >= 8) parts.push(partOf(record.data));
  }
  return { parts, group: pieces.whole(), encrypted };
}

function partOf(data: Uint8Array): Part {
  const wide = ((data[7] ?? 0) & 1) === 1;
  const text = data.subarray(8, 8 + (data[6] ?? 0) * (wide ? 2 : 1));
  return { name: Buffer.from(text).toString(wide ? 'utf16le' : 'latin1'), at: viewOf(data).getUint32(0, true) };
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
  return {
    row: rows.middle(down(from.row, from.rowShare), down(to.row, to.rowShare)),
    column: columns.middle(along(from.column, from.columnShare), along(to.column, to.columnShare)),
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
