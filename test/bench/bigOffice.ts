// An office of 16,200 workers with ten years of postings: a hundred streets in one file, made by plain inserts. Repeatable.
import { createHash } from 'node:crypto';
import type { Connection } from '../../main/ground/office/connection.ts';

export const bigOffice = { branches: 10, communities: 9_600, compounds: 6_600, grids: 16_200, workers: 16_200, terms: 4 };

const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const given = Array.from('秀英建国桂兰志强文海燕明玉红庆春维德军清');
const uid = (kind: string, number: number): string => createHash('sha1').update(`${kind}${number}`).digest('hex');
const two = (number: number): string => String(number).padStart(2, '0');

function idNumber(number: number): string {
  const body = `371323${1960 + (number % 40)}${two(1 + (number % 12))}${two(1 + (number % 28))}${String(number % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** First and last day of a term of office; the last one is open. Terms of one worker and of one grid never overlap. */
const terms: [string, string | null][] = [
  ['2016-10-01', '2018-12-31'],
  ['2019-01-01', '2021-06-30'],
  ['2021-07-01', '2024-02-29'],
  ['2024-03-01', null],
];

/** Fills an empty, migrated office file. */
export function fillBigOffice(db: Connection): void {
  const insert = (table: string, columns: string) =>
    db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (${columns
        .split(', ')
        .map((column) => `@${column}`)
        .join(', ')})`,
    );
  db.transaction(() => {
    const branch = insert('branch', 'uid, name, short, sort_order');
    for (let n = 1; n <= bigOffice.branches; n++)
      branch.run({ uid: uid('branch', n), name: `第${n}社区总支`, short: `第${n}`, sort_order: n });
    const place = insert('place', 'uid, level, sort_order');
    const version = insert('place_version', 'uid, place_id, name, initials, pinyin, code, kind, branch_id, parent_id');
    for (let n = 1; n <= bigOffice.communities + bigOffice.compounds; n++) {
      const community = n <= bigOffice.communities;
      place.run({ uid: uid('place', n), level: community ? 'community' : 'compound', sort_order: n });
      version.run({
        uid: uid('version', n),
        place_id: n,
        name: community ? `第${n}社区` : `第${n}小区`,
        initials: community ? `d${n}sq` : `d${n}xq`,
        pinyin: community ? `di${n}shequ` : `di${n}xiaoqu`,
        code: community ? `37132${String(n).padStart(7, '0')}` : null,
        kind: community ? (n % 5 === 0 ? 'urban' : 'rural') : null,
        branch_id: community ? 1 + (n % bigOffice.branches) : null,
        parent_id: community ? null : 1 + (n % bigOffice.communities),
      });
    }
    const grid = insert('grid', 'uid, place_id, code, name, initials, kind, sort_order');
    for (let n = 1; n <= bigOffice.grids; n++)
      grid.run({
        uid: uid('grid', n),
        place_id: n,
        code: String(371_323_000_000_000 + n),
        name: `第${n}网格`,
        initials: `d${n}wg`,
        kind: n % 2 ? 'urban' : 'rural',
        sort_order: n,
      });
    const worker = insert(
      'worker',
      'uid, name, initials, pinyin, sex, birth_month, id_number, education, politics, mobile, hiring_source, employer',
    );
    for (let n = 1; n <= bigOffice.workers; n++) {
      const number = idNumber(n);
      worker.run({
        uid: uid('worker', n),
        name: `${surnames[n % 20] ?? ''}${given[n % 19] ?? ''}${given[(n * 7) % 19] ?? ''}`,
        initials: ['wxy', 'ljg', 'zgl', 'lzq', 'cwh'][n % 5] ?? '',
        pinyin: ['wangxiuying', 'lijianguo', 'zhangguilan', 'liuzhiqiang', 'chenwenhai'][n % 5] ?? '',
        sex: n % 2 ? 'female' : 'male',
        birth_month: `${number.slice(6, 10)}-${number.slice(10, 12)}`,
        id_number: number,
        education: '高中',
        politics: '群众',
        mobile: String(13_000_000_000 + n * 7),
        hiring_source: n % 3 ? '街道招聘' : '计生专职查访员择优录用',
        employer: '街道',
      });
    }
    const posting = insert('posting', 'uid, worker_id, grid_id, first_day, first_day_precision, last_day');
    for (const [term, [first_day, last_day]] of terms.entries())
      for (let n = 1; n <= bigOffice.workers; n++)
        posting.run({
          uid: uid(`posting${term}`, n),
          worker_id: n,
          grid_id: 1 + ((n + term * 7) % bigOffice.grids),
          first_day,
          first_day_precision: 'day',
          last_day,
        });
  })();
  db.exec('ANALYZE');
}
