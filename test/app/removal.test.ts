// A row of the roster says whether it may be removed just as the act does: what is offered never fails, and what would go is offered.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertBranch } from '../../main/rooms/roster/branches.ts';
import { insertGrid } from '../../main/rooms/roster/grids.ts';
import { changePlace, insertCommunity, insertCompound } from '../../main/rooms/roster/places.ts';
import { keptBecause } from '../../shared/roster/removal.ts';
import { nobody, openProgram, testDay as asOf } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeAll(() => {
  program = openProgram();
  const office = program.office();
  makeStreet(office);
  office.change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
    insertBranch(change, { name: '新建社区总支' });
    // It has none any more, but had one.
    const former = insertBranch(change, { name: '从前的社区总支' });
    const moved = insertCommunity(change, { name: '迁走村', branchId: former });
    changePlace(change, { placeId: moved, day: asOf, effective: '2026-01-01', fields: { branchId: null } });
    const bare = insertCommunity(change, { name: '空村' });
    insertCompound(change, { name: '空小区', communityId: bare });
    insertGrid(change, { placeId: moved, name: '从未有人的网格' });
  });
});
afterAll(() => program.close());

test.each(['grid', 'worker', 'place', 'branch'] as const)('%s', async (kind) => {
  const { grids, workers, places, branches } = program.caller.roster;
  const page = { asOf, limit: 500 } as const;
  const kinds = {
    grid: { rows: async () => (await grids.list(page)).rows, remove: grids.remove },
    worker: { rows: async () => (await workers.list(page)).rows, remove: workers.remove },
    place: { rows: async () => (await places.list(page)).rows, remove: places.remove },
    branch: { rows: () => branches.list({ asOf }), remove: branches.remove },
  };
  const { rows, remove } = kinds[kind];
  const [may, mayNot] = [true, false].map((wanted) => rows().then((all) => all.filter(({ removable }) => removable === wanted)));
  expect((await mayNot)?.length).toBeGreaterThan(0);
  expect((await may)?.length).toBeGreaterThan(0);
  // oxlint-disable no-await-in-loop -- one act after the other
  for (const { id } of (await mayNot) ?? []) await expect(remove({ id })).rejects.toThrow(keptBecause[kind]);
  for (const { id } of (await may) ?? []) {
    await remove({ id });
    expect((await rows()).map((row) => row.id)).not.toContain(id);
  }
  // oxlint-enable no-await-in-loop
});
