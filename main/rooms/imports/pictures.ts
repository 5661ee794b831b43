// The pictures of an import: placed when its people are known, made ready as photos when the file is judged, each once, and kept
// until it is written. What can't be taken is kept as its reason.
import { setImmediate } from 'node:timers/promises';
import { type PhotoChoice, type PhotoSummary, type PictureColumn, proposePhotoColumn } from '../../../shared/imports/photos.ts';
import { type Labels, rowsWords, rowWords } from '../../../shared/imports/rowNumber.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { ReadSheet } from '../../ground/excel/book.ts';
import { type BookPictures, pictureFaults, type PictureSource } from '../../ground/excel/pictures.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import { type PreparedPhoto, preparePhoto } from '../photos/process.ts';
import type { FileTables } from './fileTables.ts';
import type { RowPicture } from './judged.ts';
import { masked } from './masked.ts';
import { type PlacedPicture, placePictures } from './picturePlaces.ts';
import { shownPicture } from './shownPicture.ts';

/** Of all pictures of a file, unpacked: five hundred of a telephone's. What is ready is bounded as a batch of photos is. */
const pixelLimit = 6_000_000_000;
const readyLimit = 300 * 1024 * 1024;

const keyOf = (source: PictureSource): string => JSON.stringify(source);

/** Columns of one title are one, on whichever sheet; those without one are told apart by their letters. */
const columnOf = ({ title, letters }: PlacedPicture): string => (title === '' ? letters : title);

export class ImportPictures {
  readonly #book: BookPictures;
  #placed: PlacedPicture[] = [];
  #leftOut: { at: string; reason: string }[] = [];
  #labels: Labels = [];
  #columns: PictureColumn[] = [];
  #choice: PhotoChoice = { column: null, replace: false };
  /** By source: the photo's hash, or why it can't be taken. */
  readonly #outcomes = new Map<string, { hash: string } | { fault: string }>();
  readonly #ready = new Map<string, PreparedPhoto>();
  #rows = new Map<number, RowPicture>();
  #pixels = 0;
  #readyBytes = 0;

  constructor(book: BookPictures) {
    this.#book = book;
  }

  get choice(): PhotoChoice {
    return this.#choice;
  }

  /** Says anew who the people are; proposes the column of photos. */
  place(tables: FileTables): void {
    const { read } = tables;
    const sheets = new Set<ReadSheet>(read.map(({ sheet }) => sheet));
    this.#labels = tables.labels;
    this.#placed = [];
    this.#leftOut = [];
    for (const sheet of sheets) {
      const own = read.flatMap(
        ({ number: index, sheet: of, table: { firstColumn, lastColumn }, layout: { titles }, sorted: { people } }) =>
          of === sheet ? [{ index, firstColumn, lastColumn, titles, people }] : [],
      );
      const { placed, leftOut } = placePictures(sheet, own, this.#book);
      const label = sheets.size > 1 ? `“${masked(null, sheet.name)}”` : '';
      this.#placed.push(...placed);
      this.#leftOut.push(...leftOut.map(({ row, reason }) => ({ at: rowWords(row, { 0: label }), reason })));
    }
    this.#columns = [...Map.groupBy(this.#placed, columnOf)].map(([column, pictures]) => ({
      column,
      letters: [...new Set(pictures.map(({ letters }) => letters))].join('、'),
      title: pictures[0]?.title ?? '',
      count: pictures.length,
    }));
    this.#choice = { column: proposePhotoColumn(this.#columns), replace: false };
    this.#settle();
  }

  /** @throws Refusal where no pictures lie in that column */
  choose(choice: PhotoChoice): void {
    if (choice.column !== null && !this.#columns.some(({ column }) => column === choice.column))
      throw new Refusal('这一列没有图片，请重新选择照片所在的列。');
    this.#choice = choice;
    this.#settle();
  }

  /** Makes every person's picture ready, whichever column is chosen. @throws the signal's reason when cancelled */
  async prepare(signal: AbortSignal, progress: Progress): Promise<void> {
    const sources = new Map(this.#placed.map(({ source }) => [keyOf(source), source]));
    let done = 0;
    for (const [key, source] of sources) {
      await setImmediate();
      signal.throwIfAborted();
      progress(done++, sources.size, '正在处理表中的图片');
      if (!this.#outcomes.has(key)) this.#outcomes.set(key, await this.#outcome(source));
    }
    this.#settle();
  }

  /** The photo of a person's row, by its number in the import; null where it has none. */
  ofRow(row: number): RowPicture | null {
    return this.#rows.get(row) ?? null;
  }

  /** Where the pictures of a row lie that could be photos, by the sheet's columns from 0. */
  columnOfRow(row: number): number | null {
    return this.#placed.find((own) => own.row === row && columnOf(own) === this.#choice.column)?.column ?? null;
  }

  /** What was made ready. */
  photo(hash: string): PreparedPhoto {
    const photo = this.#ready.get(hash);
    if (!photo) throw new Error(`no picture ${hash} was made ready`);
    return photo;
  }

  /** What the file has of pictures; null where it has none. */
  get found(): Pick<PhotoSummary, 'fault' | 'columns' | 'choice' | 'leftOut'> | null {
    const { fault } = this.#book;
    if (fault === null && this.#placed.length === 0 && this.#leftOut.length === 0) return null;
    const beside =
      this.#choice.column === null
        ? []
        : this.#placed
            .filter((own) => columnOf(own) !== this.#choice.column)
            .map(({ row, letters }) => ({ at: rowWords(row, this.#labels), reason: `在 ${letters} 列，不是照片列` }));
    return {
      fault,
      columns: this.#columns.map((column) => ({ ...column, title: masked(null, column.title) })),
      choice: this.#choice,
      leftOut: [...this.#leftOut, ...beside],
    };
  }

  async #outcome(source: PictureSource): Promise<{ hash: string } | { fault: string }> {
    if ('fault' in source) return source;
    if (this.#pixels > pixelLimit || this.#readyBytes > readyLimit) return { fault: '表里的图片太多太大，这一张没有处理' };
    try {
      const { bytes, turn, pixels } = await shownPicture(this.#book.read(source.part), source.look);
      this.#pixels += pixels;
      const photo = await preparePhoto(pictureFaults.nameless, bytes, { turn });
      this.#ready.set(photo.hash, photo);
      this.#readyBytes += photo.jpeg.byteLength;
      return { hash: photo.hash };
    } catch (error) {
      if (error instanceof Refusal) return { fault: error.message };
      throw error;
    }
  }

  /** Whose rows have which photo: none that is in several rows, and one in each. */
  #settle(): void {
    const { column, replace } = this.#choice;
    const own = Map.groupBy(
      this.#placed.filter((picture) => columnOf(picture) === column),
      ({ row }) => row,
    );
    const holders = new Map<string, number[]>();
    this.#rows = new Map();
    for (const [row, pictures] of own) {
      const different = [...new Set(pictures.map(({ source }) => keyOf(source)))];
      const outcome = this.#outcomes.get(different[0] ?? '');
      if (different.length > 1) this.#rows.set(row, { fault: `这一行有 ${different.length} 张图片，分不清用哪一张，请只留一张` });
      else if (outcome && 'fault' in outcome) this.#rows.set(row, outcome);
      else if (outcome) holders.set(outcome.hash, [...(holders.get(outcome.hash) ?? []), row]);
    }
    for (const [hash, rows] of holders)
      for (const row of rows) {
        const others = rows.filter((other) => other !== row).slice(0, 5);
        this.#rows.set(
          row,
          others.length === 0
            ? { hash, mayReplace: replace }
            : { fault: `与${rowsWords(others, this.#labels)}是同一张图片，分不清是谁的` },
        );
      }
  }
}
