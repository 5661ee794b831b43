// The people a photo may belong to, as a batch needs them: what identifies them, and what tells two of one name apart.
import type { BatchPerson } from '../../../shared/photos.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Person } from './match.ts';

export type PhotoPerson = Person & { photoHash: string | null; place: string | null };

const columns = `worker.id, worker.name, worker.id_number AS idNumber, worker.mobile, worker.photo_hash AS photoHash,
  (SELECT iif(instr(grid.name, version.name) = 1, '', version.name || ' ') || grid.name FROM posting JOIN grid ON grid.id = posting.grid_id
    JOIN place_version AS version ON version.place_id = grid.place_id AND version.last_day IS NULL
    WHERE posting.worker_id = worker.id AND posting.role = 'worker' ORDER BY posting.last_day IS NOT NULL, posting.last_day DESC LIMIT 1) AS place`;

export const listPeople = (office: Office): PhotoPerson[] =>
  office.prepare<[], PhotoPerson>(`SELECT ${columns} FROM worker ORDER BY worker.pinyin, worker.id`).all();

/** Up to 20 people by name, pinyin initials or the beginning of a mobile. */
export function findPeople(office: Office, text: string): BatchPerson[] {
  const word = text.trim().toLowerCase();
  return office
    .prepare<{ word: string }, PhotoPerson>(
      `SELECT ${columns} FROM worker WHERE instr(name, @word) > 0 OR initials LIKE @word || '%' OR mobile LIKE @word || '%'
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
