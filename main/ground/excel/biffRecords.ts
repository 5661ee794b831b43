// The records of an .xls in their order, and in them the pieces of its drawings, which other records interrupt. The one walker of them,
// and the one list of those that the program knows. [MS-XLS] 2.3; BIFF5 and BIFF8.

/** `data` lies in the stream itself. `torn`: the stream ends before the record does. */
export type BiffRecord = { type: number; at: number; data: Uint8Array; torn: boolean };

export const biff = {
  formula: 0x0006,
  endOfFile: 0x000a,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  window: 0x003d,
  codePage: 0x0042,
  usualWidth: 0x0055,
  object: 0x005d,
  columns: 0x007d,
  boundSheet: 0x0085,
  filterMode: 0x009b,
  severalRk: 0x00bd,
  richText: 0x00d6,
  cellFormat: 0x00e0,
  interfaceBegin: 0x00e1,
  interfaceEnd: 0x00e2,
  drawingGroup: 0x00eb,
  drawing: 0x00ec,
  sharedText: 0x00fd,
  revisionHead: 0x0138,
  usersExclusive: 0x0194,
  fileLock: 0x0195,
  revisionInfo: 0x0196,
  textObject: 0x01b6,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  array: 0x0221,
  usualHeight: 0x0225,
  dataTable: 0x0236,
  rk: 0x027e,
  sharedFormula: 0x04bc,
  beginOfFile: 0x0809,
} as const;

export const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** From a place in the stream on. Only the last one may be torn. */
export function* recordsFrom(stream: Uint8Array, start = 0): Generator<BiffRecord> {
  const view = viewOf(stream);
  for (let at = start; at + 4 <= stream.byteLength; ) {
    const [type, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const end = at + 4 + size;
    yield { type, at, data: stream.subarray(at + 4, end), torn: end > stream.byteLength };
    at = end;
  }
}

/** Those of one part of the file that are whole: from its beginning to its own end, whatever charts lie in it. */
export function* recordsOfPart(stream: Uint8Array, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (const record of recordsFrom(stream, start)) {
    if (record.torn) return;
    if (record.type === biff.beginOfFile) depth++;
    if (depth === 1) yield record;
    if (record.type === biff.endOfFile && --depth <= 0) return;
  }
}

/** Gathers a drawing out of its pieces: what continues a drawing, or the object that interrupted it, belongs to it; a text's own doesn't. */
export class DrawingPieces {
  readonly #wanted: number;
  readonly #pieces: Uint8Array[] = [];
  #continues = false;

  constructor(wanted: typeof biff.drawing | typeof biff.drawingGroup) {
    this.#wanted = wanted;
  }

  take({ type, data }: BiffRecord): void {
    const own = type === this.#wanted;
    if (own || (type === biff.continued && this.#continues)) this.#pieces.push(data);
    if (type !== biff.continued) this.#continues = own || (type === biff.object && this.#wanted === biff.drawing);
  }

  whole(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#pieces));
  }
}
