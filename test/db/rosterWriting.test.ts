// Writing the roster inside an act: what is proposed, what is refused and in which words, and that undo takes it back.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import type { Change } from '../../main/ground/office/office.ts';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { ensureDictionaryEntry, seedDictionaries } from '../../main/rooms/roster/dictionaries.ts';
import { findGridsOfPlace, findPlaceByCode, findPlaces, findPostingsOfWorker } from '../../main/rooms/roster/find.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { changePlace, insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import { closePosting, openPosting, recordAction } from '../../main/rooms/roster/postings.ts';
import { insertWorker, updateWorker } from '../../main/rooms/roster/workers.ts';
import { versionOn } from '../../main/kit/versions.ts';
import { branchVersions, gridVersions } from '../../main/rooms/roster/versions.ts';
import { openProgram, testDay } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const act = <Result>(write: (change: Change) => Result): Result =>
  program.office().change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '试' }, write).result;

const street = (change: Change) => {
  const branchId = insertBranch(change, { name: '幸福社区总支' });
  const communityId = insertCommunity(change, { name: '阳东街居委会', code: '371323001001', branchId });
  const villageId = insertCommunity(change, { name: '东岭村委会', code: '371323001201', branchId });
  const compoundId = insertCompound(change, { name: '锦程花园小区', communityId, developedBy: 'developer' });
  return { branchId, communityId, villageId, compoundId };
};

test('what is left out is proposed: short names, kinds, grid names, pinyin, sex and birth month', () => {
  const office = program.office();
  act((change) => {
    const { branchId, communityId, villageId, compoundId } = street(change);
    expect(versionOn(office, branchVersions, branchId, testDay)).toMatchObject({ short: '幸福总支', sort_order: 1 });
    expect(findPlaceByCode(office, '371323001001', testDay)).toMatchObject({ placeId: communityId, kind: 'urban' });
    expect(findPlaceByCode(office, '371323001201', testDay)).toMatchObject({ placeId: villageId, kind: 'rural' });
    const gridIds = [communityId, villageId, compoundId].map((placeId) => insertGrid(change, { placeId }));
    expect(gridIds.map((id) => ({ ...office.row('grid', id), ...versionOn(office, gridVersions, id, testDay) }))).toMatchObject([
      { name: '阳东街居委会网格', initials: 'ydjjwhwg', kind: 'urban', sort_order: 1 },
      { name: '东岭村委会网格', kind: 'rural', sort_order: 2 },
      { name: '锦程花园小区网格', kind: 'urban', sort_order: 3 },
    ]);
    const workerId = insertWorker(change, { name: '单玉兰', idNumber: '371323196309069659' });
    expect(office.row('worker', workerId)).toMatchObject({ initials: 'syl', sex: 'male', birth_month: '1963-09' });
    updateWorker(change, workerId, { name: '王秀英', sex: 'female', mobile: '' });
    expect(office.row('worker', workerId)).toMatchObject({ initials: 'wxy', sex: 'female', mobile: null });
  });
});

test('a place is found by any spelling, a former name and a code, and never guessed', () => {
  const office = program.office();
  act((change) => {
    const { communityId, compoundId } = street(change);
    insertCommunity(change, { name: '东岭社区' });
    changePlace(change, { placeId: communityId, day: testDay, effective: '2025-01-01', fields: { name: '阳光社区' } });
    const found = (name: string, level: 'community' | 'compound' = 'community') =>
      findPlaces(office, name, level, testDay).map((place) => place.name);
    expect(found('阳东街社区')).toEqual(['阳光社区']);
    expect(found('阳光')).toEqual(['阳光社区']);
    expect(found('东岭社区')).toEqual(['东岭社区']);
    expect(found('东岭')).toEqual(['东岭村委会', '东岭社区']);
    expect(found('锦程花园', 'compound')).toEqual(['锦程花园小区']);
    expect(found('没有的村')).toEqual([]);
    expect(findPlaces(office, '锦程花园', 'compound', testDay, compoundId)).toEqual([]);
  });
});

test('a new name from a day keeps the old one before it; a correction rewrites it', () => {
  const office = program.office();
  const versions = () =>
    office.prepare('SELECT name, first_day, last_day FROM place_version WHERE place_id = ? ORDER BY id').all(communityId);
  const { communityId } = act(street);
  act((change) =>
    changePlace(change, { placeId: communityId, day: testDay, effective: 'correction', fields: { name: '阳东街' } }),
  );
  expect(versions()).toEqual([{ name: '阳东街', first_day: null, last_day: null }]);
  const day = '2026-01-01';
  act((change) => changePlace(change, { placeId: communityId, day: testDay, effective: day, fields: { name: '阳光社区' } }));
  expect(versions()).toEqual([
    { name: '阳东街', first_day: null, last_day: '2025-12-31' },
    { name: '阳光社区', first_day: day, last_day: null },
  ]);
  // Said again of the same day: that is what holds from it.
  act((change) => changePlace(change, { placeId: communityId, day: testDay, effective: day, fields: { name: '三' } }));
  expect(versions().at(-1)).toEqual({ name: '三', first_day: day, last_day: null });
});

test('refusals name who holds the grid, the number or the name', () => {
  const { gridId, otherId, workerId, secondId } = act((change) => {
    const { communityId, villageId } = street(change);
    const ids = {
      gridId: insertGrid(change, { placeId: communityId, code: '371323001001001' }),
      otherId: insertGrid(change, { placeId: villageId }),
      workerId: insertWorker(change, { name: '王秀英', idNumber: '371323197605069180' }),
      secondId: insertWorker(change, { name: '李建国' }),
    };
    openPosting(change, { workerId: ids.workerId, gridId: ids.gridId, firstDay: '2024-03-01', precision: 'month' });
    return ids;
  });
  const refuse = (write: (change: Change) => unknown) => expect(() => act(write));
  const post = (worker: number, grid: number) => (change: Change) =>
    openPosting(change, { workerId: worker, gridId: grid, firstDay: null, precision: 'unknown', lastDay: '2024-03-01' });
  refuse(post(secondId, gridId)).toThrow(
    '“阳东街居委会网格”自 2024-03-01 起由王秀英任职，同一时间不能再安排别人。请先办理王秀英的离岗或调整，或改选别的网格；如果是网格长、协管员等，请把身份改成那一种。',
  );
  refuse(post(workerId, otherId)).toThrow('王秀英自 2024-03-01 起在“阳东街居委会网格”任职，同一时间不能再任另一个网格。');
  refuse((change) => insertWorker(change, { name: '假', idNumber: '371323197605069180' })).toThrow('已登记在王秀英名下');
  refuse((change) => insertGrid(change, { placeId: 1, code: '371323001001001' })).toThrow(
    '网格编码 371323001001001 已被“阳东街居委会网格”使用',
  );
  refuse((change) => insertCommunity(change, { name: '又一', code: '371323001001' })).toThrow('已被“阳东街居委会”使用');
  refuse((change) => insertBranch(change, { name: '幸福社区总支' })).toThrow('已有名为“幸福社区总支”的社区总支');
  refuse((change) => insertCompound(change, { name: '三', communityId: 3 })).toThrow('居民小区须挂在一个社区下面');
  refuse((change) => insertWorker(change, { name: '王', mobile: '123' })).toThrow('手机号码的格式不对');
  refuse((change) => insertWorker(change, { name: '王', propertyCompanyId: 99 })).toThrow('它用到的记录已经不在了');
});

test('closing and recording an action are undone as one, unless somebody else holds the grid since', () => {
  const office = program.office();
  const ids = act((change) => {
    const { communityId } = street(change);
    const gridId = insertGrid(change, { placeId: communityId });
    const workerId = insertWorker(change, { name: '王秀英' });
    const nextId = insertWorker(change, { name: '李建国' });
    const postingId = openPosting(change, { workerId, gridId, firstDay: '2024-03-01', precision: 'day' });
    return { gridId, workerId, nextId, postingId };
  });
  const leave = () =>
    office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '王秀英辞职' }, (change) => {
      const closedById = recordAction(change, { workerId: ids.workerId, kind: 'resignation', day: '2026-06-30' });
      closePosting(change, { postingId: ids.postingId, lastDay: '2026-06-30', closedById });
    }).changeSetId ?? 0;
  undo(office, { login: 'a', personId: null }, leave());
  expect(findPostingsOfWorker(office, ids.workerId, testDay)).toMatchObject([{ gridId: ids.gridId, lastDay: null }]);
  expect(office.prepare('SELECT count(*) FROM personnel_action').pluck().get()).toBe(0);
  const left = leave();
  act((change) => openPosting(change, { workerId: ids.nextId, gridId: ids.gridId, firstDay: '2026-07-01', precision: 'day' }));
  expect(() => undo(office, { login: 'a', personId: null }, left)).toThrow('“阳东街居委会网格”自 2026-07-01 起由李建国任职');
  expect(() => act((change) => closePosting(change, { postingId: ids.postingId, lastDay: '2024-01-01' }))).toThrow(
    '王秀英自 2024-03-01 才到“阳东街居委会网格”上岗',
  );
});

test('undo of a place that is in use is refused, not broken', () => {
  const office = program.office();
  const made = office.change({ actor: { login: 'a', personId: null }, kind: 'x', summary: '新增总支' }, street);
  act((change) => insertGrid(change, { placeId: made.result.communityId }));
  expect(() => undo(office, { login: 'a', personId: null }, made.changeSetId ?? 0)).toThrow('别的记录还在用它');
  expect(findGridsOfPlace(office, made.result.communityId, testDay)).toHaveLength(1);
});

test('dictionaries are seeded once, and a short form is read as its entry', () => {
  const office = program.office();
  act((change) => seedDictionaries(change));
  const count = () => office.prepare('SELECT count(*) FROM dictionary_entry').pluck().get();
  const before = count();
  act((change) => {
    seedDictionaries(change);
    const ensure = (value: string) => ensureDictionaryEntry(change, { dictionary: 'hiringSource', value });
    expect(ensure('计生择优')).toBe('计生专职查访员择优录用');
    expect(count()).toBe(before);
    expect(ensure('公益岗')).toBe('公益岗');
  });
  expect(office.prepare(`SELECT count(*) FROM dictionary_entry WHERE dictionary = 'ethnicity'`).pluck().get()).toBe(56);
});
