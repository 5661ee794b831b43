// A small street for tests of the roster: two branches, three communities, two compounds, six grids, one of them vacant, and
// seven workers, made by the rooms' own writing functions.
import type { Change, Office } from '../../main/ground/office/office.ts';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { seedDictionaries } from '../../main/rooms/roster/dictionaries.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import { closePosting, openPosting, recordAction } from '../../main/rooms/roster/postings.ts';
import { insertWorker } from '../../main/rooms/roster/workers.ts';

export const idNumbers = {
  wang: '371323196309069659',
  li: '371323197605069180',
  zhang: '371323198811129847',
} as const;

/** Every row of every audited table, for “as it was before”. */
export const dump = (office: Office): Record<string, unknown[]> =>
  Object.fromEntries(
    office.schema.tables.map(({ name }) => [name, office.db.prepare(`SELECT * FROM ${name} ORDER BY id`).all()]),
  );

function fill(change: Change) {
  seedDictionaries(change);
  const first = insertBranch(change, { name: '第一社区总支' });
  const second = insertBranch(change, { name: '第二社区总支' });
  const east = insertCommunity(change, { name: '阳东街社区', code: '371323001001', branchId: first });
  const west = insertCommunity(change, { name: '阳西街社区', code: '371323001002', branchId: second });
  const village = insertCommunity(change, { name: '东岭村', code: '371323001201', branchId: first });
  const garden = insertCompound(change, { name: '锦绣花园', communityId: west, developedBy: 'developer' });
  const manor = insertCompound(change, { name: '沂河名郡', communityId: east });
  const places = { east, west, village, garden, manor };
  const grid = (placeId: number, code: string, name?: string) =>
    insertGrid(change, { placeId, code, ...(name === undefined ? {} : { name }) });
  const grids = {
    east: grid(east, '371323001001001'),
    manor: grid(manor, '371323001001002'),
    west: grid(west, '371323001002001'),
    garden: grid(garden, '371323001002002'),
    village: grid(village, '371323001201001', '东岭第一网格'),
    second: grid(village, '371323001201002', '东岭第二网格'),
  };
  const worker = (name: string, rest: Omit<Parameters<typeof insertWorker>[1], 'name'> = {}) =>
    insertWorker(change, { name, ...rest });
  const workers = {
    wang: worker('王秀英', {
      idNumber: idNumbers.wang,
      sex: 'female',
      mobile: '15035060152',
      hiringSource: '街道招聘',
      education: '高中',
    }),
    li: worker('李建国', {
      idNumber: idNumbers.li,
      mobile: '15391112395',
      hiringSource: '计生专职查访员择优录用',
      education: '大专',
    }),
    zhang: worker('张桂兰', { idNumber: idNumbers.zhang, education: '初中' }),
    shan: worker('单玉红', { mobile: '15034043376', employer: '物业公司' }),
    zhao: worker('赵德清', { mobile: '19932609546', education: '本科' }),
    left: worker('孙立国', { mobile: '13805390001' }),
    idle: worker('周未安', { mobile: '13805390002' }),
  };
  const post = (workerId: number, gridId: number, firstDay: string | null, lastDay: string | null = null) => {
    const openedById = recordAction(change, { workerId, kind: 'hire', day: firstDay });
    const precision = firstDay === null ? 'unknown' : 'day';
    return openPosting(change, { workerId, gridId, firstDay, precision, lastDay, openedById });
  };
  const postings = {
    wang: post(workers.wang, grids.east, '2020-01-01'),
    li: post(workers.li, grids.manor, '2021-06-01'),
    zhang: post(workers.zhang, grids.west, null),
    shan: post(workers.shan, grids.garden, '2024-02-29'),
    zhao: post(workers.zhao, grids.village, '2022-03-01'),
    left: post(workers.left, grids.second, '2019-01-01'),
  };
  const closedById = recordAction(change, {
    workerId: workers.left,
    kind: 'dismissal',
    day: '2026-09-15',
    reason: '不称职',
  });
  closePosting(change, { postingId: postings.left, lastDay: '2026-09-15', closedById });
  return { branches: { first, second }, places, grids, workers, postings };
}

/** One act; the ids by what they are. */
export const makeStreet = (office: Office) =>
  office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '建一个街道' }, fill).result;
