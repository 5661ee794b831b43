// What becomes of a row's picture: held against the photo that the roster has of the person.
import type { PhotoOutcome } from '../../../shared/imports/photos.ts';
import type { Office } from '../../ground/office/office.ts';
import type { JudgedRow } from './judged.ts';

/** Null where the row has no picture. */
export function photoOutcome(office: Office, { picture, workerId }: JudgedRow): PhotoOutcome | null {
  if (!picture) return null;
  if ('fault' in picture) return 'unusable';
  const present = workerId === null ? null : (office.row('worker', workerId)?.photo_hash ?? null);
  if (present === null) return 'added';
  if (present === picture.hash) return 'same';
  return picture.mayReplace ? 'replaces' : 'kept';
}

/** The hash of the photo that goes in with the row, or null. */
export const photoOf = ({ picture, photo }: JudgedRow): string | null =>
  picture && 'hash' in picture && (photo === 'added' || photo === 'replaces') ? picture.hash : null;
