// What becomes of a row's picture: held against the photo that the roster has of the person, and the pictures of their other rows.
import type { PhotoOutcome } from '../../../shared/imports/photos.ts';
import { type Labels, rowsWords } from '../../../shared/imports/rowNumber.ts';
import type { Office } from '../../ground/office/office.ts';
import { identityOf } from '../roster/find.ts';
import type { JudgedRow } from './judged.ts';

/** The hash of the photo that the roster has of the row's person, or null. */
export const presentPhoto = (office: Office, { workerId }: JudgedRow): string | null =>
  workerId === null ? null : (identityOf(office, workerId)?.photoHash ?? null);

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

const personOf = ({ workerId, comesWith, row }: JudgedRow): string =>
  workerId === null ? `row ${comesWith ?? row}` : `worker ${workerId}`;

/** Of somebody with several rows no photo is taken while more than one of them has a picture: each of them names the others. */
export function namePhotos(rows: readonly JudgedRow[], labels: Labels): void {
  const pictured = rows.filter(({ picture }) => picture !== null && 'hash' in picture);
  for (const own of Map.groupBy(pictured, personOf).values()) {
    if (own.length < 2) continue;
    for (const judged of own) {
      const others = own.filter((other) => other !== judged).map(({ row }) => row);
      judged.picture = { fault: `这个人在${rowsWords(others.slice(0, 5), labels)}还有照片，分不清用哪一张，请只留一张` };
    }
  }
}
