// What the drawings of an .xls are made of: records within records. Gives the pictures that the workbook keeps, and the shapes of a
// sheet that show one, with the cells they are anchored to.
import { viewOf } from './biffRecords.ts';

const art = {
  store: 0xf001,
  shapeGroup: 0xf003,
  shape: 0xf004,
  entry: 0xf007,
  properties: 0xf00b,
  clientAnchor: 0xf010,
  drawing: 0xf002,
  drawings: 0xf000,
} as const;

type ArtRecord = { type: number; instance: number; data: Uint8Array };

/** The records that lie side by side in some bytes; broken ones end it. */
function* recordsIn(bytes: Uint8Array): Generator<ArtRecord> {
  const view = viewOf(bytes);
  let at = 0;
  while (at + 8 <= bytes.byteLength) {
    const size = view.getUint32(at + 4, true);
    const end = Math.min(at + 8 + size, bytes.byteLength);
    yield {
      type: view.getUint16(at + 2, true),
      instance: view.getUint16(at, true) >> 4,
      data: bytes.subarray(at + 8, end),
    };
    at = end;
  }
}

function* within(bytes: Uint8Array, type: number): Generator<Uint8Array> {
  for (const record of recordsIn(bytes)) if (record.type === type) yield record.data;
}

/** A picture that the workbook keeps: its bytes as a file of its own, or null where it is drawn (EMF, WMF, PICT) or missing. */
export type Blip = { bytes: Uint8Array } | 'drawn' | 'missing';

const rasters = new Set([0xf01d, 0xf01e, 0xf01f, 0xf029, 0xf02a]);
const bitmap = 0xf01f;
const metafiles = new Set([0xf01a, 0xf01b, 0xf01c]);

/** A bitmap is kept without the header that makes it a file. */
function bitmapFile(kept: Uint8Array): Uint8Array {
  if (kept.byteLength < 40) return kept;
  const view = viewOf(kept);
  const [headerSize, bits, used] = [view.getUint32(0, true), view.getUint16(14, true), view.getUint32(32, true)];
  const colours = bits <= 8 ? used || 2 ** bits : 0;
  const header = Buffer.alloc(14);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(14 + kept.byteLength, 2);
  header.writeUInt32LE(14 + headerSize + colours * 4, 10);
  return new Uint8Array(Buffer.concat([header, kept]));
}

function blipOf({ type, instance, data }: ArtRecord): Blip {
  if (metafiles.has(type)) return 'drawn';
  if (!rasters.has(type)) return 'missing';
  // One identity of 16 bytes, two where the instance is odd, and a mark.
  const before = 16 * (instance & 1 ? 2 : 1) + 1;
  const bytes = data.subarray(before);
  return { bytes: type === bitmap ? bitmapFile(bytes) : bytes };
}

/** The pictures of a workbook, in the order in which shapes count them from 1. */
export function blipsOf(group: Uint8Array): Blip[] {
  const blips: Blip[] = [];
  for (const drawings of within(group, art.drawings))
    for (const store of within(drawings, art.store))
      for (const record of recordsIn(store)) {
        // An entry has 36 bytes and a name before its picture; some programs leave the entry out.
        const own = record.type === art.entry ? [...recordsIn(record.data.subarray(36 + (record.data[33] ?? 0)))][0] : record;
        blips.push(own ? blipOf(own) : 'missing');
      }
  return blips;
}

/** A corner: how far into the row or column it lies, as a share of it. */
export type Corner = { row: number; rowShare: number; column: number; columnShare: number };

/** `blip` counts from 1; `turn` in degrees clockwise; `cut` as shares of the picture. */
export type ArtPicture = {
  blip: number;
  turn: number;
  mirrored: boolean;
  cut: { left: number; top: number; right: number; bottom: number };
  from: Corner;
  to: Corner;
  grouped: boolean;
};

const property = {
  turn: 0x0004,
  cutTop: 0x0100,
  cutBottom: 0x0101,
  cutLeft: 0x0102,
  cutRight: 0x0103,
  picture: 0x0104,
  fill: 0x0186,
};

function propertiesOf(data: Uint8Array, count: number): Map<number, number> {
  const view = viewOf(data);
  const found = new Map<number, number>();
  for (let index = 0; index < count && index * 6 + 6 <= data.byteLength; index++)
    found.set(view.getUint16(index * 6, true) & 0x3fff, view.getInt32(index * 6 + 2, true));
  return found;
}

function anchorOf(data: Uint8Array): Pick<ArtPicture, 'from' | 'to'> | null {
  if (data.byteLength < 18) return null;
  const view = viewOf(data);
  const corner = (at: number): Corner => ({
    column: view.getUint16(at, true),
    columnShare: view.getUint16(at + 2, true) / 1024,
    row: view.getUint16(at + 4, true),
    rowShare: view.getUint16(at + 6, true) / 256,
  });
  return { from: corner(2), to: corner(10) };
}

const deepestGroup = 50;
const fixedPoint = 65_536;
const flipped = { horizontally: 0x40, vertically: 0x80 };

type Shape = { flags: number; properties: Map<number, number>; anchor: Pick<ArtPicture, 'from' | 'to'> | null };

function shapeOf(bytes: Uint8Array): Shape {
  const shape: Shape = { flags: 0, properties: new Map(), anchor: null };
  for (const { type, instance, data } of recordsIn(bytes)) {
    if (type === 0xf00a && data.byteLength >= 8) shape.flags = viewOf(data).getUint32(4, true);
    if (type === art.properties) shape.properties = propertiesOf(data, instance);
    if (type === art.clientAnchor) shape.anchor = anchorOf(data);
  }
  return shape;
}

/** The shapes of a sheet's drawing that show a picture. */
export function picturesOfDrawing(drawing: Uint8Array): ArtPicture[] {
  const pictures: ArtPicture[] = [];
  const walk = (group: Uint8Array, anchor: Shape['anchor'], depth: number): void => {
    let own = anchor;
    let first = true;
    for (const { type, data } of recordsIn(group)) {
      if (type === art.shapeGroup && depth < deepestGroup) walk(data, own, depth + 1);
      if (type !== art.shape) continue;
      const shape = shapeOf(data);
      // The first shape of a group is the group itself.
      if (first) own = shape.anchor ?? own;
      first = false;
      const place = shape.anchor ?? own;
      const blip = shape.properties.get(property.picture) ?? shape.properties.get(property.fill) ?? 0;
      if (blip > 0 && place) pictures.push({ blip, ...lookOf(shape), ...place, grouped: shape.anchor === null });
    }
  };
  for (const content of within(drawing, art.drawing)) for (const group of within(content, art.shapeGroup)) walk(group, null, 0);
  return pictures;
}

function lookOf({ flags, properties }: Shape): Pick<ArtPicture, 'turn' | 'mirrored' | 'cut'> {
  const share = (of: number): number => Math.max((properties.get(of) ?? 0) / fixedPoint, 0);
  const [horizontally, vertically] = [(flags & flipped.horizontally) !== 0, (flags & flipped.vertically) !== 0];
  const turn = Math.round((properties.get(property.turn) ?? 0) / fixedPoint) + (vertically ? 180 : 0);
  return {
    turn: ((turn % 360) + 360) % 360,
    mirrored: horizontally !== vertically,
    cut: {
      left: share(property.cutLeft),
      top: share(property.cutTop),
      right: share(property.cutRight),
      bottom: share(property.cutBottom),
    },
  };
}
