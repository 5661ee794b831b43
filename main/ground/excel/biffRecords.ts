// The records of an .xls in their order, and in them the pieces of its drawings, which other records interrupt.

export type BiffRecord = { type: number; at: number; data: Uint8Array };

export const biff = {
  beginOfFile: 0x0809,
  endOfFile: 0x000a,
  boundSheet: 0x0085,
  continued: 0x003c,
  drawingGroup: 0x00eb,
  drawing: 0x00ec,
  object: 0x005d,
  textObject: 0x01b6,
  row: 0x0208,
  usualHeight: 0x0225,
  columns: 0x007d,
  usualWidth: 0x0055,
} as const;

export const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** From a place in the stream on, as far as whole records reach. */
function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = viewOf(stream);
  let at = start;
  while (at + 4 <= stream.byteLength) {
    const [type, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + size > stream.byteLength) return;
    yield { type, at, data: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

/** Those of one part of the file: from its beginning to its own end, whatever charts lie in it. */
export function* recordsOfPart(stream: Uint8Array, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (const record of recordsFrom(stream, start)) {
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
