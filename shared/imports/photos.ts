// What becomes of the pictures of a roster file: each person's row has one that goes in, one that doesn't and why, or none.
import { z } from 'zod';

/**
 * added: the person has no photo yet. replaces: it takes the place of another. kept: there is another, and it stays. same: it is
 * the one the roster has. unusable: it can't be taken.
 */
export const photoOutcomes = ['added', 'replaces', 'kept', 'same', 'unusable'] as const;
export type PhotoOutcome = (typeof photoOutcomes)[number];

export const photoWords: Record<PhotoOutcome, string> = {
  added: '随表写入',
  replaces: '换掉现有照片',
  kept: '已有照片，不换',
  same: '与台账相同',
  unusable: '不能用',
};

/**
 * `thumbnail` is an address that an image can show, null where there is nothing to show; `present` the hash of the photo that the
 * person has. `reason` says why it is unusable.
 */
export type PreviewPhoto = { outcome: PhotoOutcome; reason: string; thumbnail: string | null; present: string | null };

/** A column beside whose people pictures lie, on one sheet or several; `column` names it, `letters` as Excel calls it. */
export type PictureColumn = { column: string; letters: string; title: string; count: number };

/** Which column holds the photos, null for none; and whether they take the place of photos that are there. */
export const photoChoiceSchema = z.object({ column: z.string().max(1000).nullable(), replace: z.boolean() });
export type PhotoChoice = z.infer<typeof photoChoiceSchema>;

export type PhotoSummary = {
  /** Why the file's pictures weren't read, in words. */
  fault: string | null;
  columns: PictureColumn[];
  choice: PhotoChoice;
  /** Of the rows that aren't refused. */
  counts: Record<PhotoOutcome, number>;
  /** Of the ticked rows. */
  ticked: { added: number; replaces: number };
  /** Pictures that don't go in, by row in words: those that are no person's, and those that can't be used. */
  leftOut: { at: string; reason: string }[];
};

/** A title that says that photos stand below it. */
const photoTitle = /照片|相片|头像|图片|[寸件冠记近准身]照/;
/** Pictures that are of no face. */
const otherPicture = /身份证|户口|证书|签|章|二维码|现场|房|门/;

/**
 * The column that holds the photos: the one whose title says so, else the only one there is, if it has no title. Null where that
 * isn't plain; it is then asked.
 */
export function proposePhotoColumn(columns: readonly PictureColumn[]): string | null {
  const titled = columns.filter(({ title }) => photoTitle.test(title) && !otherPicture.test(title));
  if (titled.length > 0) return titled.length === 1 ? (titled[0]?.column ?? null) : null;
  const [only] = columns;
  return columns.length === 1 && only?.title === '' ? only.column : null;
}
