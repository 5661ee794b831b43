// What each constraint of the schema means to the person whose act ran into it: SQLite's text becomes a Chinese refusal that
// names who or what stands in the way and what to do. The schema is the only place where the rules are enforced.
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/refusal.ts';
import type { Connection } from './connection.ts';

type Columns = Readonly<Record<string, string | number | null>>;
type Held = { worker: string; grid: string; firstDay: string | null; lastDay: string | null };

const period = (firstDay: string | null, lastDay: string | null): string =>
  `${firstDay === null ? '起始日不详' : `自 ${firstDay} 起`}${lastDay === null ? '' : `至 ${lastDay}`}`;

const heldPosting = (db: Connection, id: number): Held | undefined =>
  db
    .prepare<[number], Held>(
      `SELECT worker.name AS worker, grid.name AS grid, posting.first_day AS firstDay, posting.last_day AS lastDay FROM posting
       JOIN worker ON worker.id = posting.worker_id JOIN grid ON grid.id = posting.grid_id WHERE posting.id = ?`,
    )
    .get(id);

const nameOf = (db: Connection, sql: string, value: string | number | null | undefined): string | undefined =>
  db
    .prepare<[string | number | null], string>(sql)
    .pluck()
    .get(value ?? null);

function overlap(db: Connection, what: string, id: number): string {
  if (what === 'place version')
    return '同一个地方在同一天不能有两个名称、代码或归属。请检查生效日期：它不能早于上一次变更的生效日期。';
  const held = heldPosting(db, id);
  if (!held) return '任职时间与已有的任职重叠，请核对起止日期。';
  const when = period(held.firstDay, held.lastDay);
  return what === 'grid'
    ? `“${held.grid}”${when}由${held.worker}任职，同一时间不能再安排别人。请先办理${held.worker}的离岗或调整，或改选别的网格。`
    : `${held.worker}${when}在“${held.grid}”任职，同一时间不能再任另一个网格。请先结束那段任职，或用“调整”。`;
}

const taken: Record<string, (db: Connection, row: Columns) => string> = {
  'worker.id_number': (db, row) => {
    const name = nameOf(db, 'SELECT name FROM worker WHERE id_number = ?', row.id_number);
    return `这个身份证号已登记在${name ?? '另一名网格员'}名下，没有重复登记。请核对号码，或直接修改${name ?? '那个人'}的资料。`;
  },
  'grid.code': (db, row) => {
    const name = nameOf(db, 'SELECT name FROM grid WHERE code = ?', row.code);
    return `网格编码 ${row.code} 已被“${name ?? '另一个网格'}”使用，请核对编码。`;
  },
  'place_version.code': (db, row) => {
    const name = nameOf(db, 'SELECT name FROM place_version WHERE code = ? AND last_day IS NULL', row.code);
    return `区划代码 ${row.code} 已被“${name ?? '另一个社区'}”使用，请核对代码。`;
  },
  'place_version.place_id': () => '这个地方已有现行的名称，请先结束它，再登记新的。',
  'branch.name': (_db, row) => `已有名为“${row.name}”的社区总支，请换一个名称，或修改原来那个。`,
  'property_company.name': (_db, row) => `已有名为“${row.name}”的物业公司，请直接选用它。`,
  'dictionary_entry.dictionary, dictionary_entry.value': (_db, row) => `已有“${row.value}”这一项，不用重复新增。`,
};

/** The columns a person fills in, in the words of the screens. */
const columnWords: Record<string, string> = {
  id_number: '身份证号',
  mobile: '手机号码',
  birth_month: '出生年月',
  started_work: '参加工作时间',
  code: '编码',
  name: '名称',
  first_day: '起始日期',
  last_day: '结束日期',
  day: '日期',
  household_count: '户数',
  population: '人口',
  building_count: '楼栋数',
};

function checkFailed(message: string): string {
  if (/first_day <= last_day/.test(message)) return '结束日期早于起始日期，请核对日期。';
  const column = Object.keys(columnWords).find((name) => new RegExp(`\\b${name}\\b`).test(message));
  return `${column ? columnWords[column] : '填写的内容'}的格式不对，没有保存，请核对后再试。`;
}

/**
 * @param row the row that was being written, by column
 * @returns the refusal to throw instead of `error`, or null when the error is no constraint of the schema
 */
export function explainConstraint(db: Connection, row: Columns, error: unknown): Refusal | null {
  if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return null;
  const { code, message } = error;
  const overlapped = /^(posting|place version) overlaps(?: on (grid|worker))? (\d+)$/.exec(message);
  if (overlapped) return new Refusal(overlap(db, overlapped[2] ?? 'place version', Number(overlapped[3])));
  if (message.startsWith('place version does not fit'))
    return new Refusal('社区不能挂在别的社区下面；居民小区须挂在一个社区下面，总支和代码随社区。请重新选择所属社区。');
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new Refusal(
      '别的记录还在用它，或它用到的记录已经不在了，所以没有做。请先处理有关的记录，或先撤销后来的操作，再试一次。',
    );
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') {
    const columns = message.replace('UNIQUE constraint failed: ', '');
    return new Refusal(taken[columns]?.(db, row) ?? '已有相同的记录，没有重复保存。');
  }
  if (code === 'SQLITE_CONSTRAINT_CHECK') return new Refusal(checkFailed(message));
  if (code === 'SQLITE_CONSTRAINT_NOTNULL') {
    const column = /\.(\w+)$/.exec(message)?.[1] ?? '';
    return new Refusal(`${columnWords[column] ?? '必填的内容'}没有填写，请补上后再保存。`);
  }
  return null;
}
