// The pictures of an .xlsx: over its cells (drawings), in its cells as Excel 365 keeps them, and those of WPS' DISPIMG. Reads the
// parts that say where pictures are; the pictures themselves stay packed until they are asked for.
import { Refusal } from '../../../shared/refusal.ts';
import { photoFaults, photoLimits } from '../../../shared/photos.ts';
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
import { type Relationship, ZipParts } from './zipParts.ts';

/** Of a part that says where pictures are, unpacked; of a sheet's own part. */
const partLimit = 40 * 1024 * 1024;
const sheetLimit = 200 * 1024 * 1024;

const metafile = /\.(emf|wmf|emz|wmz)$/i;

const ofType = (relationships: Map<string, Relationship>, ending: string): Relationship | undefined =>
  [...relationships.values()].find(({ type, external }) => !external && type.toLowerCase().endsWith(ending));

class XlsxPictures {
  readonly #zip: ZipParts;
  readonly #parts = new Set<string>();
  count = 0;

  constructor(zip: ZipParts) {
    this.#zip = zip;
  }

  /** The bytes of all the pictures that were found, each part once, as the zip declares them. */
  get bytes(): number {
    return [...this.#parts].reduce((sum, part) => sum + (this.#zip.size(part) ?? 0), 0);
  }

  /** Sheets as the workbook names them, with their parts. */
  sheets(workbook: string): { name: string; part: string }[] {
    const relationships = this.#related(workbook);
    const sheets: { name: string; part: string }[] = [];
    readXml(this.#zip.read(workbook, partLimit), {
      open: ({ name, attributes }) => {
        const part = name === 'sheet' ? relationships.get(attributes.id ?? '')?.target : undefined;
        if (part !== undefined) sheets.push({ name: attributes.name ?? '', part });
      },
    });
    return sheets;
  }

  ofSheet(part: string, inCells: Map<number, string>, richRelations: string | null): SheetPicture[] {
    const drawing = ofType(this.#related(part), '/drawing')?.target;
    const draws = drawing !== undefined && this.#zip.size(drawing) !== null;
    if (!draws && inCells.size === 0) return [];
    const { rows, columns, described } = readSheetGeometry(this.#zip.read(part, sheetLimit));
    const over = draws ? readDrawing(this.#zip.read(drawing, partLimit), rows, columns, this.#sourceBeside(drawing)) : [];
    const sourceOf = richRelations === null ? null : this.#sourceBeside(richRelations);
    const within = described.flatMap(({ row, column, metadata }): SheetPicture[] => {
      const embed = inCells.get(metadata);
      return embed === undefined || !sourceOf ? [] : [{ row, column, inCell: true, source: sourceOf(embed, plainLook) }];
    });
    this.count += over.length + within.length;
    return [...over, ...within];
  }

  byName(workbook: string): Map<string, PictureSource> {
    // Programs that copy such a workbook keep the part and lose the relationship.
    const part = ofType(this.#related(workbook), '/cellimage')?.target ?? 'xl/cellimages.xml';
    if (this.#zip.size(part) === null) return new Map();
    const pictures = readCellImages(this.#zip.read(part, partLimit), this.#sourceBeside(part));
    this.count += pictures.size;
    return pictures;
  }

  /** Pictures as values of cells, by their number in the metadata, and the part whose relationships they name. */
  inCells(workbook: string): { relations: string | null; numbers: Map<number, string> } {
    const related = this.#related(workbook);
    const [metadata, values, structures, relations] = [
      '/sheetmetadata',
      '/rdrichvalue',
      '/rdrichvaluestructure',
      '/richvaluerel',
    ].map((ending) => ofType(related, ending)?.target);
    if (!metadata || !values || !structures || !relations) return { relations: null, numbers: new Map() };
    const read = (part: string): Uint8Array => this.#zip.read(part, partLimit);
    const numbers = picturesInCells({
      metadata: read(metadata),
      values: read(values),
      structures: read(structures),
      relations: read(relations),
    });
    return { relations, numbers };
  }

  #related(part: string): Map<string, Relationship> {
    return this.#zip.relationships(part, partLimit);
  }

  #sourceBeside(part: string): SourceOf {
    const relationships = this.#related(part);
    return (embed, look) => {
      const related = relationships.get(embed);
      if (related?.external) return { fault: pictureFaults.linked };
      if (!related || this.#zip.size(related.target) === null) return { fault: pictureFaults.missing };
      if (metafile.test(related.target)) return { fault: pictureFaults.drawn };
      this.#parts.add(related.target);
      return { part: related.target, look };
    };
  }
}

/** @returns what can't be read with its fault, never an error */
export function readPicturesXlsx(bytes: Uint8Array): BookPictures {
  try {
    return readParts(new ZipParts(bytes));
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error;
    // The zip, its XML or what they say of each other is broken in a way that a reader of cells may not mind.
    return noPictures(pictureFaults.unread);
  }
}

function readParts(zip: ZipParts): BookPictures {
  const workbook = ofType(zip.relationships('', partLimit), '/officedocument')?.target ?? 'xl/workbook.xml';
  if (!workbook.endsWith('.xml') || zip.size(workbook) === null || workbook === 'content.xml') {
    const media = zip.names().filter((name) => /(^|\/)(media|pictures)\/[^/]+$/.test(name));
    return noPictures(media.length === 0 ? null : pictureFaults.otherKind(media.length));
  }
  const found = new XlsxPictures(zip);
  const { relations, numbers } = found.inCells(workbook);
  const bySheet = new Map(found.sheets(workbook).map(({ name, part }) => [name, found.ofSheet(part, numbers, relations)]));
  const byName = found.byName(workbook);
  if (found.count === 0) return noPictures();
  if (found.count > pictureLimits.count) return noPictures(pictureFaults.tooMany(found.count));
  if (found.bytes > pictureLimits.bytes) return noPictures(pictureFaults.tooMuch);
  return {
    bySheet,
    byName,
    fault: null,
    read(part) {
      if ((zip.size(part) ?? 0) > photoLimits.bytes) throw new Refusal(photoFaults.tooLarge(pictureFaults.nameless));
      return zip.read(part, photoLimits.bytes);
    },
  };
}
