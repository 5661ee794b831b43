// Fills an unfounded office with the demo: real places, made-up people with drawn portraits, ten years of history, and a few
// gaps left on purpose. Everything is one act; the portraits are drawn before it begins, so that the act itself never waits.
import { createHash } from 'node:crypto';
import type { Desk } from '../../ground/office/desk.ts';
import type { Actor, Change, Office } from '../../ground/office/office.ts';
import type { PreparedPhoto } from '../photos/process.ts';
import { addPhoto } from '../photos/store.ts';
import { openPosting, recordAction } from '../roster/postings.ts';
import { insertWorker } from '../roster/workers.ts';
import { chance } from './chance.ts';
import { type DemoGround, insertGround } from './demoGround.ts';
import { type DemoHistory, demoHistory, type DemoWorker } from './demoHistory.ts';
import { demoStreet } from './demoPlaces.ts';
import { foundInside, refuseFounded } from './founding.ts';
import { portrait } from './portrait.ts';

/** What the office of the report counts: 17 + 79 communities, 66 compounds, 83 + 79 grids, a worker in each. */
const quota = {
  communities: 96,
  compounds: 66,
  urbanGrids: 83,
  ruralGrids: 79,
  workers: 162,
  workersCountedBy: 'person',
} as const;

/** Already in the ledger's form, so they need no preparing: drawn once, kept as JPEG and as thumbnail. */
async function drawPortraits(workers: readonly DemoWorker[], today: string): Promise<(PreparedPhoto | null)[]> {
  const { default: sharp } = await import('sharp');
  return Promise.all(
    workers.map(async ({ sex, birthDay, missing }, index) => {
      if (missing.includes('photo')) return null;
      const drawing = portrait(chance(index), { sex, age: Number(today.slice(0, 4)) - Number(birthDay.slice(0, 4)) });
      const { data, info } = await sharp(Buffer.from(drawing)).flatten().raw().toBuffer({ resolveWithObject: true });
      const { width, height, channels } = info;
      const drawn = sharp(data, { raw: { width, height, channels } });
      const jpeg = await drawn.clone().jpeg({ quality: 86 }).toBuffer();
      const thumbnail = await drawn.resize(88, 124, { fit: 'fill' }).jpeg({ quality: 82 }).toBuffer();
      return { hash: createHash('sha256').update(jpeg).digest('hex'), jpeg, thumbnail, width, height, toCrop: false };
    }),
  );
}

function insertPeople(
  change: Change,
  history: DemoHistory,
  { grids, companies }: DemoGround,
  photos: readonly (PreparedPhoto | null)[],
): void {
  const workers = history.workers.map((worker, index) => {
    const photo = photos[index];
    const missing = new Set(worker.missing);
    return insertWorker(change, {
      name: worker.name,
      ethnicity: worker.ethnicity,
      idNumber: worker.idNumber,
      education: missing.has('education') ? null : worker.education,
      politics: worker.politics,
      mobile: missing.has('mobile') ? null : worker.mobile,
      startedWork: missing.has('firstDay') ? null : worker.hired.slice(0, 7),
      hiringSource: worker.hiringSource,
      employer: worker.employer,
      formerFamilyPlanning: worker.formerFamilyPlanning,
      propertyCompanyId: worker.company === null ? null : (companies[worker.company] ?? null),
      photoHash: photo ? addPhoto(change.office, photo) : null,
    });
  });
  const unknown = (worker: number, day: string): boolean =>
    history.workers[worker]?.missing.includes('firstDay') === true && history.workers[worker]?.hired === day;
  const id = (worker: number): number => workers[worker] ?? 0;
  const actions = history.actions.map(({ worker, kind, day, reason, documentNumber }) =>
    recordAction(change, {
      workerId: id(worker),
      kind,
      day: unknown(worker, day) ? null : day,
      reason,
      documentNumber,
    }),
  );
  for (const { worker, grid, firstDay, lastDay, opened, closed } of history.postings) {
    const nobodyKnows = unknown(worker, firstDay);
    // Rosters of the first years gave only a month.
    const monthOnly = firstDay < '2019-01-01' && firstDay.endsWith('-01');
    openPosting(change, {
      workerId: id(worker),
      gridId: grids[grid] ?? 0,
      firstDay: nobodyKnows ? null : firstDay,
      precision: nobodyKnows ? 'unknown' : monthOnly ? 'month' : 'day',
      lastDay,
      openedById: actions[opened] ?? null,
      closedById: closed === null ? null : (actions[closed] ?? null),
    });
  }
}

type Demo = { history: DemoHistory; photos: (PreparedPhoto | null)[] };

/** Draws all that the demo needs. @throws Refusal when the office is founded already. */
export async function drawDemo(office: Office): Promise<Demo> {
  refuseFounded(office);
  const today = office.clock.today();
  const history = demoHistory(today);
  return { history, photos: await drawPortraits(history.workers, today) };
}

/** @throws Refusal when the office is founded already. */
export function foundDemo(change: Change, { history, photos }: Demo): void {
  change.say(`打开示范数据：${history.grids.length} 个网格`);
  const { street, unit, areaCode, phone, hotline } = demoStreet;
  foundInside(change, { office: { street, unit, areaCode, phone, demo: true }, quota, board: { hotline } });
  insertPeople(change, history, insertGround(change, history.grids), photos);
}

/** Both, for a program that starts with the demo. */
export async function openDemo(desk: Desk, actor: Actor): Promise<void> {
  const office = desk.office();
  const demo = await drawDemo(office);
  await desk.write(office, () =>
    office.change({ actor, kind: 'office.found', summary: '' }, (change) => foundDemo(change, demo)),
  );
}
