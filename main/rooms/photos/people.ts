// The people a photo may belong to, as a batch needs them: what identifies them, and what tells two of one name apart.
import type { BatchPerson } from '../../../shared/photos.ts';
import { searchable } from '../../../shared/rules/text.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';
import type { Ground, Person } from './match.ts';

export type PhotoPerson = Person & { photoHash: string | null; place: string | null };

const columns = `worker.id, worker.name, worker.id_number AS idNumber, worker.mobile, worker.sex, worker.photo_hash AS photoHash,
  iif(day_place.name IS NULL OR instr(day_worker.grid_name, day_place.name) = 1, '', day_place.name || ' ') || day_worker.grid_name AS place
  FROM worker JOIN day_worker ON day_worker.id = worker.id LEFT JOIN day_place ON day_place.id = day_worker.place_id`;

/** Changes whenever people or places may read otherwise: a day begins, or something is written. */
export const ledgerMark = (office: Office): string =>
  `${office.clock.today()} ${office.prepare<[], number>('SELECT ifnull(max(id), 0) FROM audit_line').pluck().get() ?? 0}`;

/** As of today. */
export function listPeople(office: Office): PhotoPerson[] {
  turnTo(office, office.clock.today());
  return office.prepare<[], PhotoPerson>(`SELECT ${columns} ORDER BY worker.pinyin, worker.id`).all();
}

type GroundRow = { level: Ground['level']; id: number; name: string };

const namesOfGround = `
SELECT place.level, place.id, place_version.name FROM place JOIN place_version ON place_version.place_id = place.id
UNION SELECT 'branch', branch_id, name FROM branch_version
UNION SELECT 'branch', branch_id, short FROM branch_version
UNION SELECT 'grid', grid_id, name FROM grid_version`;

/** Who has left still stands where they stood last; who holds several grids stands in each. */
const whoStands = `
SELECT id AS workerId, 'branch' AS level, branch_id AS id FROM day_worker WHERE branch_id IS NOT NULL
UNION SELECT id, 'community', community_id FROM day_worker WHERE community_id IS NOT NULL
UNION SELECT id, 'compound', place_id FROM day_worker WHERE place_id IS NOT NULL
UNION SELECT id, 'grid', grid_id FROM day_worker WHERE grid_id IS NOT NULL
UNION SELECT day_posting.worker_id, 'grid', day_posting.grid_id FROM day_posting WHERE role = 'worker'
UNION SELECT day_posting.worker_id, 'compound', day_grid.place_id FROM day_posting JOIN day_grid ON day_grid.id = day_posting.grid_id WHERE role = 'worker'
UNION SELECT day_posting.worker_id, 'community', day_grid.community_id FROM day_posting JOIN day_grid ON day_grid.id = day_posting.grid_id WHERE role = 'worker'
UNION SELECT day_posting.worker_id, 'branch', day_grid.branch_id FROM day_posting JOIN day_grid ON day_grid.id = day_posting.grid_id WHERE role = 'worker'`;

/** Every name that a place, branch or grid has or had, with who stands there today. */
export function listGrounds(office: Office): Ground[] {
  turnTo(office, office.clock.today());
  const standing = new Map<string, number[]>();
  for (const { workerId, level, id } of office.prepare<[], { workerId: number; level: string; id: number }>(whoStands).all()) {
    const key = `${level} ${id}`;
    const there = standing.get(key);
    if (there) there.push(workerId);
    else standing.set(key, [workerId]);
  }
  return office
    .prepare<[], GroundRow>(namesOfGround)
    .all()
    .map(({ level, id, name }) => ({ level, name, workerIds: standing.get(`${level} ${id}`) ?? [] }));
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
