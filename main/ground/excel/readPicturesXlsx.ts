// The pictures of an .xlsx: over its cells (drawings), in its cells as Excel 365 keeps them, and those of WPS' DISPIMG. Reads the
// parts that say where pictures are, and keeps of the others only the pictures themselves.
import {
  type BookPictures,
  noPictures,
  pictureFaults,
  pictureLimits,
  plainLook,
  type PictureSource,
  type SheetPicture,
} from './pictures.ts';
import { readCellImages, readDrawing, type SourceOf } from './readDrawing.ts';
import { picturesInCells } from './readPicturesInCells.ts';
import { readSheetGeometry } from './readSheetGeometry.ts';
import { readXml } from './readXml.ts';
import { partOf, type Relationship, relationshipsOf, type ZipContainer } from './zipParts.ts';

const metafile = /\.(emf|wmf|emz|wmz)$/i;

const ofType = (relationships: readonly Relationship[], type: string): string | undefined =>
  relationships.find((related) => related.type.toLowerCase() === type)?.part;

/** A picture is kept for as long as the import; what it was unpacked with isn't. */
const copyOf = (bytes: Uint8Array | null): Uint8Array | null => bytes && new Uint8Array(bytes);

class XlsxPictures {
  readonly #zip: ZipContainer;
  /** The pictures that were found, by the names of their parts. */
  readonly media = new Map<string, Uint8Array>();
  count = 0;

  constructor(zip: ZipContainer) {
    this.#zip = zip;
  }

  get bytes(): number {
    return [...this.media.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Sheets as the workbook names them, with their parts. */
  sheets(workbook: string): { name: string; part: string }[] {
    const parts = new Map(relationshipsOf(this.#zip, workbook).map(({ id, part }) => [id, part]));
    const sheets: { name: string; part: string }[] = [];
    readXml(this.#read(workbook), {
      open: ({ name, attributes }) => {
        const part = name === 'sheet' ? parts.get(attributes.id ?? '') : undefined;
        if (part !== undefined) sheets.push({ name: attributes.name ?? '', part });
      },
    });
    return sheets;
  }

  ofSheet(part: string, inCells: Map<number, string>, richRelations: string | null): SheetPicture[] {
    const drawing = ofType(relationshipsOf(this.#zip, part), 'drawing');
    const draws = drawing !== undefined && partOf(this.#zip, drawing) !== null;
    if (!draws && inCells.size === 0) return [];
    const { rows, columns, described } = readSheetGeometry(this.#read(part));
    const over = draws ? readDrawing(this.#read(drawing), rows, columns, this.#sourceBeside(drawing)) : [];
    const sourceOf = richRelations === null ? null : this.#sourceBeside(richRelations);
    const within = described.flatMap(({ row, column, metadata }): SheetPicture[] => {
      const embed = inCells.get(metadata);
      return embed === undefined || !sourceOf
        ? []
        : [{ row, otherRow: null, column, inCell: true, source: sourceOf(embed, plainLook) }];
    });
    this.count += over.length + within.length;
    return [...over, ...within];
  }

  byName(workbook: string): Map<string, PictureSource> {
    // Programs that copy such a workbook keep the part and lose the relationship.
    const part = ofType(relationshipsOf(this.#zip, workbook), 'cellimage') ?? 'xl/cellimages.xml';
    if (partOf(this.#zip, part) === null) return new Map();
    const pictures = readCellImages(this.#read(part), this.#sourceBeside(part));
    this.count += pictures.size;
    return pictures;
  }

  /** Pictures as values of cells, by their number in the metadata, and the part whose relationships they name. */
  inCells(workbook: string): { relations: string | null; numbers: Map<number, string> } {
    const related = relationshipsOf(this.#zip, workbook);
    const [metadata, values, structures, relations] = [
      'sheetmetadata',
      'rdrichvalue',
      'rdrichvaluestructure',
      'richvaluerel',
    ].map((type) => ofType(related, type));
    if (!metadata || !values || !structures || !relations) return { relations: null, numbers: new Map() };
    const numbers = picturesInCells({
      metadata: this.#read(metadata),
      values: this.#read(values),
      structures: this.#read(structures),
      relations: this.#read(relations),
    });
    return { relations, numbers };
  }

  /** @throws where there is no such part */
  #read(part: string): Uint8Array {
    const content = partOf(this.#zip, part);
    if (!content) throw new Error(`${part} is missing`);
    return content;
  }

  #sourceBeside(part: string): SourceOf {
    const parts = new Map(relationshipsOf(this.#zip, part).map((related) => [related.id, related.part]));
    return (embed, look) => {
      const media = parts.get(embed);
      const bytes = media === undefined ? null : (this.media.get(media) ?? copyOf(partOf(this.#zip, media)));
      if (media === undefined || !bytes) return { fault: pictureFaults.missing };
      if (metafile.test(media)) return { fault: pictureFaults.drawn };
      this.media.set(media, bytes);
      return { part: media, look };
    };
  }
}

/** @returns what can't be read with its fault, never an error */
export function readPicturesXlsx(zip: ZipContainer): BookPictures {
  try {
    return readParts(zip);
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error;
    // Its XML, or what parts say of each other, is broken in a way that a reader of cells may not mind.
    return noPictures(pictureFaults.unread);
  }
}

const usualWorkbook = 'xl/workbook.xml';

function readParts(zip: ZipContainer): BookPictures {
  const named = ofType(relationshipsOf(zip, ''), 'officedocument') ?? usualWorkbook;
  const workbook = partOf(zip, named) === null ? usualWorkbook : named;
  if (!workbook.toLowerCase().endsWith('.xml') || partOf(zip, workbook) === null) {
    const media = zip.FullPaths.filter((name) => /\/(media|pictures)\/[^/]+$/i.test(name));
    return noPictures(media.length === 0 ? null : pictureFaults.otherKind(media.length));
  }
  const found = new XlsxPictures(zip);
  const { relations, numbers } = found.inCells(workbook);
  const bySheet = new Map(found.sheets(workbook).map(({ name, part }) => [name, found.ofSheet(part, numbers, relations)]));
  const byName = found.byName(workbook);
  if (found.count === 0) return noPictures();
  if (found.count > pictureLimits.count) return noPictures(pictureFaults.tooMany(found.count));
  if (found.bytes > pictureLimits.bytes) return noPictures(pictureFaults.tooMuch);
  const { media } = found;
  return {
    bySheet,
    byName,
    fault: null,
    read(part) {
      const bytes = media.get(part);
      if (!bytes) throw new Error(`${part} is no picture of the file`);
      return bytes;
    },
  };
}
