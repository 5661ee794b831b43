// The people a photo may belong to, as a batch needs them: what identifies them, and what tells two of one name apart.
import type { BatchPerson } from '../../../shared/photos.ts';
import { searchable } from '../../../shared/rules/text.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';
import type { Person } from './match.ts';

export type PhotoPerson = Person & { photoHash: string | null; place: string | null };

const columns = `worker.id, worker.name, worker.id_number AS idNumber, worker.mobile, worker.photo_hash AS photoHash,
  iif(day_place.name IS NULL OR instr(day_worker.grid_name, day_place.name) = 1, '', day_place.name || ' ') || day_worker.grid_name AS place
  FROM worker JOIN day_worker ON day_worker.id = worker.id LEFT JOIN day_place ON day_place.id = day_worker.place_id`;

/** As of today. */
export function listPeople(office: Office): PhotoPerson[] {
  turnTo(office, office.clock.today());
  return office.prepare<[], PhotoPerson>(`SELECT ${columns} ORDER BY worker.pinyin, worker.id`).all();
}

/** Up to 20 people by name, pinyin initials or the beginning of a mobile, as of today. */
export function findPeople(office: Office, text: string): BatchPerson[] {
  const word = searchable(text).trim();
  turnTo(office, office.clock.today());
  return office
    .prepare<{ word: string }, PhotoPerson>(
      `SELECT ${columns} WHERE instr(searchable(worker.name), @word) > 0 OR worker.initials LIKE @word || '%' OR worker.mobile LIKE @word || '%'
       ORDER BY worker.pinyin, worker.id LIMIT 20`,
    )
    .all({ word: word.replaceAll(/[%_]/g, '') })
    .map(batchPerson);
}

export const batchPerson = ({ id, name, mobile, place, photoHash }: PhotoPerson): BatchPerson => ({
  id,
  name,
  mobile,
  place,
  hasPhoto: photoHash !== null,
});
