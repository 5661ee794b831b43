// The pictures of the file in the preview's words: what becomes of each, seen small, and their sums.
import { type PhotoOutcome, photoOutcomes, type PhotoSummary, type PreviewPhoto } from '../../../shared/imports/photos.ts';
import { rowWords } from '../../../shared/imports/rowNumber.ts';
import type { Office } from '../../ground/office/office.ts';
import type { JudgedRow } from './judged.ts';
import { presentPhoto } from './photoOutcome.ts';
import type { ImportSession } from './session.ts';

export function previewPhoto(office: Office, session: ImportSession, judged: JudgedRow): PreviewPhoto | null {
  const { picture, photo } = judged;
  if (!picture || photo === null) return null;
  const present = presentPhoto(office, judged);
  if ('fault' in picture) return { outcome: photo, reason: picture.fault, thumbnail: null, present };
  const { thumbnail } = session.pictures.photo(picture.hash);
  return { outcome: photo, reason: '', thumbnail: `data:image/jpeg;base64,${thumbnail.toString('base64')}`, present };
}

/** @param ticked those of the rows that go in */
export function photoSummary(
  session: ImportSession,
  rows: readonly JudgedRow[],
  ticked: readonly JudgedRow[],
): PhotoSummary | null {
  const { found } = session.pictures;
  if (!found) return null;
  const counts = Object.fromEntries(photoOutcomes.map((outcome) => [outcome, 0])) as Record<PhotoOutcome, number>;
  for (const { outcome, photo } of rows) if (outcome !== 'refused' && photo !== null) counts[photo]++;
  const goingIn = (outcome: PhotoOutcome): number => ticked.filter(({ photo }) => photo === outcome).length;
  const unusable = rows.flatMap(({ row, picture }) =>
    picture && 'fault' in picture ? [{ at: rowWords(row, session.labels), reason: picture.fault }] : [],
  );
  const leftOut = [...found.leftOut, ...unusable];
  return { ...found, leftOut, counts, ticked: { added: goingIn('added'), replaces: goingIn('replaces') } };
}
