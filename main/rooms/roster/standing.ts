// Who stands where today, for whoever has only words to tell people by: everybody with what identifies them and their place in words,
// and every name that a place, a branch or a grid has or had, with the people who stand there.
import type { Sex } from '../../../shared/rules/idNumber.ts';
import { searchable } from '../../../shared/rules/text.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from './ofDay.ts';

/** `place`: the grid they stand in today in words, behind the name of its place where it doesn't begin with it. */
export type StandingWorker = {
  id: number;
  name: string;
  idNumber: string | null;
  mobile: string | null;
  sex: Sex | null;
  photoHash: string | null;
  place: string | null;
};

const columns = `worker.id, worker.name, worker.id_number AS idNumber, worker.mobile, worker.sex, worker.photo_hash AS photoHash,
  iif(day_place.name IS NULL OR instr(day_worker.grid_name, day_place.name) = 1, '', day_place.name || ' ') || day_worker.grid_name AS place
  FROM worker JOIN day_worker ON day_worker.id = worker.id LEFT JOIN day_place ON day_place.id = day_worker.place_id`;

/** Everybody, also who has left, as of today. */
export function listStandingWorkers(office: Office): StandingWorker[] {
  turnTo(office, office.clock.today());
  return office.prepare<[], StandingWorker>(`SELECT ${columns} ORDER BY worker.pinyin, worker.id`).all();
}

/** Up to 20 people by name, pinyin initials or the beginning of a mobile, as of today. */
export function findStandingWorkers(office: Office, text: string): StandingWorker[] {
  const word = searchable(text).trim();
  turnTo(office, office.clock.today());
  return office
    .prepare<{ word: string }, StandingWorker>(
      `SELECT ${columns} WHERE instr(searchable(worker.name), @word) > 0 OR worker.initials LIKE @word || '%' OR worker.mobile LIKE @word || '%'
       ORDER BY worker.pinyin, worker.id LIMIT 20`,
    )
    .all({ word: word.replaceAll(/[%_]/g, '') });
}

/** A name that a place, a branch or a grid has or had, and who stands there today. */
export type StandingGround = { level: PlaceLevel | 'branch' | 'grid'; name: string; workerIds: readonly number[] };

type GroundRow = { level: StandingGround['level']; id: number; name: string };

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

/** Every name of the ground, as of today. */
export function listStandingGrounds(office: Office): StandingGround[] {
  turnTo(office, office.clock.today());
  const standing = Map.groupBy(
    office.prepare<[], { workerId: number; level: string; id: number }>(whoStands).all(),
    ({ level, id }) => `${level} ${id}`,
  );
  return office
    .prepare<[], GroundRow>(namesOfGround)
    .all()
    .map(({ level, id, name }) => ({
      level,
      name,
      workerIds: (standing.get(`${level} ${id}`) ?? []).map(({ workerId }) => workerId),
    }));
}
