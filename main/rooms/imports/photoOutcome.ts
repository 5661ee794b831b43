// What becomes of a row's picture: held against the photo that the roster has of the person.
import type { PhotoOutcome } from '../../../shared/imports/photos.ts';
import type { Office } from '../../ground/office/office.ts';
import type { JudgedRow } from './judged.ts';

/** The hash of the photo that the roster has of the row's person, or null. */
export function presentPhoto(office: Office, { workerId }: JudgedRow): string | null {
  const hash = workerId === null ? null : office.row('worker', workerId)?.photo_hash;
  return typeof hash === 'string' ? hash : null;
}

/** Null where the row has no picture. */
export function photoOutcome(office: Office, judged: JudgedRow): PhotoOutcome | null {
  const { picture } = judged;
  if (!picture) return null;
  if ('fault' in picture) return 'unusable';
  const present = presentPhoto(office, judged);
  if (present === null) return 'added';
  if (present === picture.hash) return 'same';
  return picture.mayReplace ? 'replaces' : 'kept';
}

/** The hash of the photo that goes in with the row, or null. */
export const photoOf = ({ picture, photo }: JudgedRow): string | null =>
  picture && 'hash' in picture && (photo === 'added' || photo === 'replaces') ? picture.hash : null;
