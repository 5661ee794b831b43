// The pictures of an import: placed when its people are known, made ready as photos when the file is judged, each once, and kept
// until it is written. What can't be taken is kept as its reason.
import { setImmediate } from 'node:timers/promises';
import { type PhotoChoice, type PhotoSummary, type PictureColumn, proposePhotoColumn } from '../../../shared/imports/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';
import type { ReadSheet } from '../../ground/excel/book.ts';
import { type BookPictures, pictureFaults, type PictureSource } from '../../ground/excel/pictures.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import { type PreparedPhoto, preparePhoto } from '../photos/process.ts';
import type { RowPicture } from './judged.ts';
import { masked } from './masked.ts';
import { type PlacedPictures, placePictures } from './picturePlaces.ts';
import { shownPicture } from './shownPicture.ts';

/** Of all pictures of a file, unpacked: five hundred of a telephone's. What is ready is bounded as a batch of photos is. */
const pixelLimit = 6_000_000_000;
const readyLimit = 300 * 1024 * 1024;

const keyOf = (source: PictureSource): string => JSON.stringify(source);

export class ImportPictures {
  readonly #book: BookPictures;
  #placed: PlacedPictures = { byColumn: new Map(), leftOut: [] };
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

  /** Says anew which rows are people; proposes the column of photos. */
  place(sheet: ReadSheet, people: readonly number[], titles: readonly string[]): void {
    this.#placed = placePictures(sheet, people, this.#book);
    this.#columns = [...this.#placed.byColumn]
      .map(([column, rows]) => ({
        column,
        letters: columnLetters(column + sheet.firstColumn),
        title: titles[column]?.split('/').at(-1) ?? '',
        count: [...rows.values()].reduce((sum, sources) => sum + sources.length, 0),
      }))
      .sort((one, other) => one.column - other.column);
    this.#choice = { column: proposePhotoColumn(this.#columns), replace: false };
    this.#settle();
  }

  /** @throws Refusal where no pictures lie in that column */
  choose(choice: PhotoChoice): void {
    if (choice.column !== null && !this.#placed.byColumn.has(choice.column))
      throw new Refusal('这一列没有图片，请重新选择照片所在的列。');
    this.#choice = choice;
    this.#settle();
  }

  /** Makes every person's picture ready, whichever column is chosen. @throws the signal's reason when cancelled */
  async prepare(signal: AbortSignal, progress: Progress): Promise<void> {
    const sources = new Map<string, PictureSource>();
    for (const rows of this.#placed.byColumn.values())
      for (const own of rows.values()) for (const source of own) sources.set(keyOf(source), source);
    let done = 0;
    for (const [key, source] of sources) {
      await setImmediate();
      signal.throwIfAborted();
      progress(done++, sources.size, '正在处理表中的图片');
      if (!this.#outcomes.has(key)) this.#outcomes.set(key, await this.#outcome(source));
    }
    this.#settle();
  }

  /** The photo of a person's row as the sheet numbers it, from 1; null where it has none. */
  ofRow(row: number): RowPicture | null {
    return this.#rows.get(row - 1) ?? null;
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
    if (fault === null && this.#columns.length === 0 && this.#placed.leftOut.length === 0) return null;
    const beside = [...this.#placed.byColumn].flatMap(([column, rows]) => {
      if (column === this.#choice.column) return [];
      const letters = this.#columns.find((own) => own.column === column)?.letters ?? '';
      return [...rows].map(([row]) => ({ row, reason: `在 ${letters} 列，不是照片列` }));
    });
    return {
      fault,
      columns: this.#columns.map((column) => ({ ...column, title: masked(null, column.title) })),
      choice: this.#choice,
      leftOut: [...this.#placed.leftOut, ...(this.#choice.column === null ? [] : beside)]
        .map(({ row, reason }) => ({ row: row + 1, reason }))
        .sort((one, other) => one.row - other.row),
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

  /** Whose rows have which photo: none that is several people's, and one of each. */
  #settle(): void {
    const { column, replace } = this.#choice;
    const rows = column === null ? undefined : this.#placed.byColumn.get(column);
    const holders = new Map<string, number[]>();
    this.#rows = new Map();
    for (const [row, sources] of rows ?? []) {
      const different = [...new Set(sources.map(keyOf))];
      const outcome = this.#outcomes.get(different[0] ?? '');
      if (different.length > 1) this.#rows.set(row, { fault: `这一行有 ${different.length} 张图片，分不清用哪一张，请只留一张` });
      else if (outcome && 'fault' in outcome) this.#rows.set(row, outcome);
      else if (outcome) holders.set(outcome.hash, [...(holders.get(outcome.hash) ?? []), row]);
    }
    for (const [hash, own] of holders)
      for (const row of own) {
        const others = own.filter((other) => other !== row).map((other) => other + 1);
        this.#rows.set(
          row,
          others.length === 0
            ? { hash, mayReplace: replace }
            : { fault: `与第 ${others.slice(0, 5).join('、')} 行是同一张图片，分不清是谁的` },
        );
      }
  }
}
