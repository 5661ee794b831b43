// Joins PDFs into one, part by part as they come, writing to disk while only one part is in memory: 5,000 boards are most of
// a gigabyte. Each part keeps its own page tree, hung under a common root, with its objects renumbered; streams (photos, fonts)
// are copied byte for byte.
import { type FileHandle, open } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

const catalogNumber = 1;
const rootNumber = 2;

/** Adds `offset` to every reference inside an object. */
function renumber(object: PDFObject, offset: number): void {
  if (object instanceof PDFStream) renumber(object.dict, offset);
  else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(key, PDFRef.of(value.objectNumber + offset, value.generationNumber));
      else renumber(value, offset);
    }
  } else if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      if (value instanceof PDFRef) object.set(index, PDFRef.of(value.objectNumber + offset, value.generationNumber));
      else renumber(value, offset);
    }
  }
}

const bytesOf = (object: PDFObject): Uint8Array => {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
};

class Writer {
  readonly #file: FileHandle;
  readonly #offsets: number[] = [];
  #at = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async text(text: string): Promise<void> {
    await this.#bytes(Buffer.from(text, 'latin1'));
  }

  async object(number: number, body: Uint8Array): Promise<void> {
    this.#offsets[number] = this.#at;
    await this.#bytes(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }

  async end(size: number): Promise<void> {
    const start = this.#at;
    const entries = Array.from({ length: size - 1 }, (_, index) => this.#offsets[index + 1]).map((offset) =>
      offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    await this.text(`xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`);
    await this.text(`trailer\n<</Size ${size}/Root ${catalogNumber} 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  }

  async #bytes(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes);
    this.#at += bytes.byteLength;
  }
}

let folder: string | undefined;

/** Joined files live until the program ends. */
function joinFolder(): string {
  if (!folder) {
    const made = mkdtempSync(path.join(tmpdir(), 'grid-ledger-prints-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

async function writeJoined(parts: AsyncIterable<Uint8Array>, file: FileHandle): Promise<void> {
  const writer = new Writer(file);
  await writer.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const trees: { root: number; count: number }[] = [];
  let used = rootNumber;
  for await (const bytes of parts) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false });
    const offset = used;
    // Counted before the references are renumbered: afterwards the part no longer holds together by itself.
    const count = part.getPageCount();
    const root = part.catalog.get(PDFName.of('Pages'));
    if (!(root instanceof PDFRef)) throw new Error('the part has no page tree');
    part.catalog.Pages().set(PDFName.of('Parent'), PDFRef.of(rootNumber - offset));
    for (const [reference, object] of part.context.enumerateIndirectObjects()) {
      used = Math.max(used, reference.objectNumber + offset);
      if (object === part.catalog) continue;
      renumber(object, offset);
      await writer.object(reference.objectNumber + offset, bytesOf(object));
    }
    trees.push({ root: root.objectNumber + offset, count });
  }
  const kids = trees.map(({ root }) => `${root} 0 R`).join(' ');
  const count = trees.reduce((sum, tree) => sum + tree.count, 0);
  await writer.object(catalogNumber, Buffer.from(`<</Type/Catalog/Pages ${rootNumber} 0 R>>`));
  await writer.object(rootNumber, Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${count}>>`));
  await writer.end(used + 1);
}

let joined = 0;

/** One PDF of all parts, in order: the part's own bytes when there is one, else a file. */
export async function joinPdfs(
  parts: AsyncIterable<Uint8Array>,
  partCount: number,
): Promise<{ bytes: Uint8Array } | { path: string }> {
  if (partCount === 1) for await (const bytes of parts) return { bytes };
  const target = path.join(joinFolder(), `${++joined}.pdf`);
  const file = await open(target, 'w');
  try {
    await writeJoined(parts, file);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path: target };
}
