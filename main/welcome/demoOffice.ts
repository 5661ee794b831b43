// Fills an unfounded office with the demo: real places, made-up people with drawn portraits, ten years of history, and a few
// gaps left on purpose. Everything is one act; the portraits are drawn before it begins, so that the act itself never waits.
import { createHash } from 'node:crypto';
import type { Change, Office } from '../office/office.ts';
import type { PreparedPhoto } from '../photos/process.ts';
import { addPhoto } from '../photos/store.ts';
import { ensurePropertyCompany, insertBranch } from '../roster/branches.ts';
import { insertGrid } from '../roster/grids.ts';
import { insertCommunity, insertCompound } from '../roster/places.ts';
import { openPosting, recordAction } from '../roster/postings.ts';
import { insertWorker } from '../roster/workers.ts';
import { chance } from './chance.ts';
import { type DemoGrid, type DemoHistory, demoHistory, type DemoWorker } from './demoHistory.ts';
import { type DemoCommunity, demoBranches, demoCommunities, demoPropertyCompanies, demoStreet } from './demoPlaces.ts';
import { foundInside, refuseFounded } from './founding.ts';
import { portrait } from './portrait.ts';

/** What the office of the report counts: 17 + 79 communities, 66 compounds, 83 + 79 grids, a worker in each. */
const quota = { communities: 96, compounds: 66, urbanGrids: 83, ruralGrids: 79, workers: 162 } as const;
const roads = ['正阳路', '长安路', '健康路', '东环路', '中心街', '沂河路', '文化路', '滨河路', '工业路', '南一路'] as const;

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

type Places = { grids: number[]; companies: number[] };

function insertPlaces(office: Office, change: Change, grids: readonly DemoGrid[]): Places {
  const throws = chance(96_066);
  const branches = demoBranches.map((name) => insertBranch(office, change, { name }));
  const companies = demoPropertyCompanies.map((name) => ensurePropertyCompany(office, change, name));
  const places = demoCommunities.map((community) => {
    const { code, name, kind } = community;
    const households = kind === 'urban' ? 620 + throws.upTo(900) : 140 + throws.upTo(420);
    const communityId = insertCommunity(office, change, {
      name,
      code,
      kind,
      branchId: branches[community.branch] ?? null,
      householdCount: households,
      population: Math.round(households * (2.6 + throws.upTo(8) / 10)),
      officeAddress: kind === 'urban' ? `${throws.pick(roads)} ${10 + throws.upTo(190)} 号` : `${name}村委会院内`,
    });
    return { communityId, compoundIds: insertCompounds(office, change, community, communityId, companies) };
  });
  return {
    companies,
    grids: grids.map(({ community, compound }) => {
      const place = demoCommunities[community];
      const ids = places[community];
      const estate = compound === null ? undefined : place?.compounds[compound];
      if (!place || !ids) throw new Error(`the demo has no community ${community}`);
      const [east, south, west, north] = [throws.pick(roads), throws.pick(roads), throws.pick(roads), throws.pick(roads)];
      return insertGrid(office, change, {
        placeId: compound === null ? ids.communityId : (ids.compoundIds[compound] ?? 0),
        code: place.code + String((compound ?? -1) + 2).padStart(3, '0'),
        boundary: estate
          ? `${estate.name}围墙以内`
          : place.kind === 'rural'
            ? `${place.name}村界以内`
            : `东至${east}，南至${south}，西至${west}，北至${north}`,
        serviceArea: estate
          ? `${estate.name}全部楼栋`
          : place.kind === 'rural'
            ? `${place.name}全村`
            : `${place.name}沿街商铺及散居住户`,
      });
    }),
  };
}

function insertCompounds(
  office: Office,
  change: Change,
  community: DemoCommunity,
  communityId: number,
  companies: readonly number[],
): number[] {
  const throws = chance(Number(community.code.slice(-3)));
  return community.compounds.map(({ name, developedBy, company }) => {
    const buildings = 6 + throws.upTo(26);
    const households = buildings * (24 + throws.upTo(40));
    return insertCompound(office, change, {
      name,
      communityId,
      developedBy,
      developer: developedBy === 'developer' ? `${throws.pick(['鸿泰', '宏业', '沂州', '金鼎'])}房地产开发有限公司` : null,
      address: `${throws.pick(roads)} ${10 + throws.upTo(190)} 号`,
      buildingCount: buildings,
      householdCount: households,
      population: Math.round(households * 2.7),
      propertyCompanyId: company === null ? null : (companies[company] ?? null),
    });
  });
}

function insertPeople(
  office: Office,
  change: Change,
  history: DemoHistory,
  { grids, companies }: Places,
  photos: readonly (PreparedPhoto | null)[],
): void {
  const workers = history.workers.map((worker, index) => {
    const photo = photos[index];
    const missing = new Set(worker.missing);
    return insertWorker(office, change, {
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
      photoHash: photo ? addPhoto(office, photo) : null,
    });
  });
  const unknown = (worker: number, day: string): boolean =>
    history.workers[worker]?.missing.includes('firstDay') === true && history.workers[worker]?.hired === day;
  const id = (worker: number): number => workers[worker] ?? 0;
  const actions = history.actions.map(({ worker, kind, day, reason, documentNumber }) =>
    recordAction(office, change, {
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
    openPosting(office, change, {
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

/** @throws Refusal when the office is founded already. */
export async function openDemo(office: Office, actor: string): Promise<{ changeSetId: number | null }> {
  refuseFounded(office);
  const today = office.clock.today();
  const history = demoHistory(today);
  const photos = await drawPortraits(history.workers, today);
  const summary = `打开示范数据：${history.grids.length} 个网格`;
  return office.change({ actor, kind: 'office.found', summary }, (change) => {
    const { street, unit, areaCode, phone, hotline } = demoStreet;
    foundInside(office, change, {
      office: { street, unit, areaCode, phone, demo: true },
      quota,
      board: { hotline },
    });
    insertPeople(office, change, history, insertPlaces(office, change, history.grids), photos);
  });
}
