// People, places and grids of today as the command box finds them: by Chinese, pinyin initials, whole pinyin or any number; places
// and grids by former names too.
import { statusWords, type PlaceLevel, type WorkerStatus } from '../../../shared/roster/words.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { beside, found, type Found } from '../../kit/found.ts';
import { searchWords } from '../../kit/searchTerms.ts';
import { turnTo } from './ofDay.ts';

type WorkerRaw = {
  name: string;
  status: WorkerStatus;
  gridName: string | null;
  branchShort: string | null;
  mobile: string | null;
  idNumber: string | null;
};

const workers = found<WorkerRaw>({
  kind: 'worker',
  unit: '人',
  select: `worker.name, day_worker.status, day_worker.grid_name AS gridName, branch.short AS branchShort, worker.mobile,
    day_worker.id_number AS idNumber`,
  from: `FROM day_worker JOIN worker ON worker.id = day_worker.id LEFT JOIN day_branch AS branch ON branch.id = day_worker.branch_id`,
  id: 'day_worker.id',
  haystack: 'day_worker.haystack',
  whole: 'day_worker.id_number',
  called: ['worker.name', 'worker.initials', 'worker.pinyin', 'worker.mobile'],
  order: `day_worker.status = 'left', day_worker.rank`,
  line: ({ name, status, gridName, branchShort, mobile, idNumber }, text) => ({
    title: name,
    note: beside(
      status === 'onDuty' ? null : statusWords[status],
      gridName,
      branchShort,
      idNumber !== null && searchWords(text).includes(idNumber) ? maskIdNumber(idNumber.toUpperCase()) : mobile,
    ),
    list: {},
  }),
  all: { status: 'every' },
});

type PlaceRaw = {
  level: PlaceLevel;
  name: string;
  communityName: string | null;
  branchShort: string | null;
  code: string | null;
  formerName: string | null;
};

const formerly = (name: string | null): string | null => name && `曾用名 ${name}`;

const places = found<PlaceRaw>({
  kind: 'place',
  unit: '个',
  select: `day_place.level, day_place.name, CASE day_place.level WHEN 'compound' THEN day_place.community_name END AS communityName,
    branch.short AS branchShort, day_place.code,
    CASE WHEN instr(day_place.haystack, @text) > 0 AND instr(concat_ws(char(10), day_place.name, day_place.initials, day_place.pinyin,
      day_place.code), @text) = 0 THEN (SELECT past.name FROM place_version AS past WHERE past.place_id = day_place.id
        AND past.last_day < @today AND instr(past.name || char(10) || past.initials, @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
      END AS formerName`,
  from: `FROM day_place LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id`,
  id: 'day_place.id',
  haystack: 'day_place.haystack',
  called: ['day_place.name', 'day_place.initials', 'day_place.pinyin', 'day_place.code'],
  order: 'day_place.rank',
  line: ({ level, name, communityName, branchShort, code, formerName }) => ({
    title: name,
    note: beside(formerly(formerName), communityName, branchShort, code),
    list: { level },
  }),
});

type GridRaw = {
  name: string;
  code: string | null;
  branchShort: string | null;
  workerName: string | null;
  formerName: string | null;
};

const grids = found<GridRaw>({
  kind: 'grid',
  unit: '个',
  select: `day_grid.name, day_grid.code, branch.short AS branchShort, worker.name AS workerName,
    CASE WHEN instr(searchable(concat_ws(char(10), day_grid.name, day_grid.initials, day_grid.code)), @text) = 0 THEN
      (SELECT past.name FROM grid_version AS past WHERE past.grid_id = day_grid.id AND past.last_day < @today
        AND instr(searchable(concat_ws(char(10), past.name, past.initials, past.code)), @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
      END AS formerName`,
  from: `FROM day_grid LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id
    LEFT JOIN worker ON worker.id = day_grid.worker_id`,
  id: 'day_grid.id',
  haystack: 'day_grid.haystack',
  called: ['day_grid.name', 'day_grid.initials', 'day_grid.code'],
  order: 'day_grid.rank',
  line: ({ name, code, branchShort, workerName, formerName }) => ({
    title: name,
    note: beside(formerly(formerName), workerName ?? '空缺', branchShort, code),
    list: {},
  }),
});

/** The roster is asked as it stands today. */
const today = (kind: Found): Found => ({
  ...kind,
  search(office, text, limit) {
    turnTo(office, office.clock.today());
    return kind.search(office, text, limit);
  },
  named(office, ids) {
    turnTo(office, office.clock.today());
    return kind.named(office, ids);
  },
});

export const rosterFound: readonly Found[] = [workers, places, grids].map(today);
