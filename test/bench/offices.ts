// Offices of any size for the benches, made by plain inserts. Repeatable. Nothing else in this folder writes a table by its name:
// whoever changes the schema changes `tables` here, and the reading in rosterByHand.ts.
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../../main/ground/office/connection.ts';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';

export type OfficeSize = {
  branches: number;
  communities: number;
  compounds: number;
  /** As many grids, and one more posting of each for every term. */
  workers: number;
  /** How many of the terms of office there have been, up to four: the last ones. */
  terms: number;
};

/** A hundred streets in one file, with ten years of postings. */
export const bigOffice: OfficeSize = { branches: 10, communities: 9_600, compounds: 6_600, workers: 16_200, terms: 4 };

const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const given = Array.from('秀英建国桂兰志强文海燕明玉红庆春维德军清');
const uid = (kind: string, number: number): string => createHash('sha1').update(`${kind}${number}`).digest('hex');
const two = (number: number): string => String(number).padStart(2, '0');
const pick = <Item>(items: readonly Item[], number: number): Item | null => items[number % items.length] ?? null;

/** Right ones, and each only once below 840,000. */
function idNumber(number: number): string {
  const birthDay = `${1960 + (number % 40)}${two(1 + (number % 12))}${two(1 + (number % 28))}`;
  const digits = `371323${birthDay}${String(Math.floor(number / 840)).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
}

/** First and last day of a term of office; the last one is open. Terms of one worker and of one grid never overlap. */
const terms: [string, string | null][] = [
  ['2016-10-01', '2018-12-31'],
  ['2019-01-01', '2021-06-30'],
  ['2021-07-01', '2024-02-29'],
  ['2024-03-01', null],
];

type Values = Readonly<Record<string, string | number | null>>;

/** Every table as this file writes it; each of these functions writes one thing of the office, `number` from 1. */
function tables(db: Connection, size: OfficeSize) {
  const insert = (table: string, columns: string) =>
    db.prepare<[Values]>(`INSERT INTO ${table} (${columns}) VALUES (${columns.replaceAll(/\w+/g, '@$&')})`);
  const branch = insert('branch', 'uid');
  const branchVersion = insert('branch_version', 'uid, branch_id, name, short, sort_order');
  const place = insert('place', 'uid, level, sort_order');
  const version = insert('place_version', 'uid, place_id, name, initials, pinyin, code, kind, branch_id, parent_id');
  const grid = insert('grid', 'uid, sort_order');
  const gridVersion = insert('grid_version', 'uid, grid_id, name, initials, code, kind, place_id');
  const worker = insert(
    'worker',
    'uid, name, initials, pinyin, sex, ethnicity, birth_month, id_number, education, politics, mobile, hiring_source, employer, note',
  );
  const posting = insert('posting', 'uid, worker_id, grid_id, first_day, first_day_precision, last_day, ended');
  const places = size.communities + size.compounds;
  return {
    branch: (number: number) => {
      branch.run({ uid: uid('branch', number) });
      branchVersion.run({
        uid: uid('branchVersion', number),
        branch_id: number,
        name: `第${number}社区总支`,
        short: `第${number}`,
        sort_order: number,
      });
    },
    /** First the communities, then the compounds in them. */
    place: (number: number) => {
      const community = number <= size.communities;
      place.run({ uid: uid('place', number), level: community ? 'community' : 'compound', sort_order: number });
      version.run({
        uid: uid('version', number),
        place_id: number,
        name: community ? `第${number}社区` : `第${number}小区`,
        initials: community ? `d${number}sq` : `d${number}xq`,
        pinyin: community ? `di${number}shequ` : `di${number}xiaoqu`,
        code: community ? `37132${String(number).padStart(7, '0')}` : null,
        kind: community ? (number % 5 === 0 ? 'urban' : 'rural') : null,
        branch_id: community ? 1 + (number % size.branches) : null,
        parent_id: community ? null : 1 + (number % size.communities),
      });
    },
    grid: (number: number) => {
      grid.run({ uid: uid('grid', number), sort_order: number });
      gridVersion.run({
        uid: uid('gridVersion', number),
        grid_id: number,
        name: `第${number}网格`,
        initials: `d${number}wg`,
        code: String(371_323_000_000_000 + number),
        kind: number % 2 ? 'urban' : 'rural',
        place_id: 1 + ((number - 1) % places),
      });
    },
    /** Every 47th has no mobile, every 61st no education, every fortieth a note. */
    worker: (number: number) => {
      const id = idNumber(number);
      worker.run({
        uid: uid('worker', number),
        name: `${pick(surnames, number)}${pick(given, number)}${pick(given, number * 7)}`,
        initials: pick(['wxy', 'ljg', 'zgl', 'lzq', 'cwh'], number),
        pinyin: pick(['wangxiuying', 'lijianguo', 'zhangguilan', 'liuzhiqiang', 'chenwenhai'], number),
        sex: number % 2 ? 'female' : 'male',
        ethnicity: '汉族',
        birth_month: `${id.slice(6, 10)}-${id.slice(10, 12)}`,
        id_number: id,
        education: number % 61 ? pick(['初中', '高中', '大专', '本科'], Math.floor(number / 7)) : null,
        politics: '群众',
        mobile: number % 47 ? String(13_000_000_000 + number * 7) : null,
        hiring_source: number % 3 ? '街道招聘' : '计生专职查访员择优录用',
        employer: '街道',
        note: number % 40 ? null : '片区联络员',
      });
    },
    /** Everybody has moved on by seven grids with each term. */
    posting: (term: number, number: number) => {
      const [firstDay = null, lastDay = null] = terms[term] ?? [];
      posting.run({
        uid: uid(`posting${term}`, number),
        worker_id: number,
        grid_id: 1 + ((number + term * 7) % size.workers),
        first_day: firstDay,
        first_day_precision: 'day',
        last_day: lastDay,
        ended: lastDay === null ? null : 1,
      });
    },
  };
}

const times = (count: number, act: (number: number) => void): void => {
  for (let number = 1; number <= count; number++) act(number);
};

/** Fills an empty, migrated office file. */
export function fillOffice(db: Connection, size: OfficeSize): void {
  const write = tables(db, size);
  db.transaction(() => {
    times(size.branches, write.branch);
    times(size.communities + size.compounds, write.place);
    times(size.workers, write.grid);
    times(size.workers, write.worker);
    for (let term = terms.length - size.terms; term < terms.length; term++)
      times(size.workers, (number) => write.posting(term, number));
  })();
  db.exec('ANALYZE');
}

/** Adds photos that no compression makes smaller, until the file holds so many bytes more. */
export function fillPhotos(db: Connection, bytes: number): void {
  const photo = db.prepare(
    `INSERT INTO photo (hash, jpeg, thumbnail, width, height, added_at) VALUES (?, ?, ?, 600, 840, '2026-09-28T02:26:00.000Z')`,
  );
  const one = { jpeg: 96_000, thumbnail: 6_000 };
  const count = Math.ceil(bytes / (one.jpeg + one.thumbnail));
  for (let done = 0; done < count; done += 500)
    db.transaction(() => {
      times(Math.min(500, count - done), () => {
        const jpeg = randomBytes(one.jpeg);
        photo.run(createHash('sha256').update(jpeg).digest('hex'), jpeg, randomBytes(one.thumbnail));
      });
    })();
}
