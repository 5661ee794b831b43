// Writes the demo's branches, communities, compounds and grids, with made-up secretaries, phones, addresses and counts.
import type { Change } from '../../ground/office/office.ts';
import { ensurePropertyCompany, insertBranch } from '../roster/branches.ts';
import { insertGrid } from '../roster/grids.ts';
import { changePlace, insertCommunity, insertCompound } from '../roster/places.ts';
import { chance } from './chance.ts';
import type { DemoGrid } from './demoHistory.ts';
import { peopleMaker } from './demoPeople.ts';
import { type DemoCommunity, type DemoCompound, demoBranches, demoCommunities, demoPropertyCompanies } from './demoPlaces.ts';

/** Ids, in the demo's own order. */
export type DemoGround = { grids: number[]; companies: number[] };

type Standing = { placeId: number; households: number };
type Estate = Standing & { name: string };
type Site = Standing & { compounds: Estate[] };

const roads = ['正阳路', '长安路', '健康路', '东环路', '中心街', '沂河路', '文化路', '滨河路', '工业路', '南一路'] as const;
const developers = ['鸿泰', '宏业', '沂州', '金鼎'] as const;
/** Compounds that had another name before a day. */
const renamed: Readonly<Record<string, { before: string; day: string }>> = {
  阳光水岸: { before: '水岸花园', day: '2022-06-01' },
  惠民小区: { before: '长虹二区', day: '2021-01-01' },
};

const peoplePerHousehold = 2.7;
const population = (households: number): number => Math.round(households * peoplePerHousehold);

export function insertGround(change: Change, grids: readonly DemoGrid[]): DemoGround {
  const branches = demoBranches.map((name) => insertBranch(change, { name }));
  const companies = demoPropertyCompanies.map((name) => ensurePropertyCompany(change, name));
  const sites = insertSites(change, branches, companies);
  const gridIds = grids.map(({ community, compound }, order) => {
    const place = demoCommunities[community];
    const site = sites[community];
    if (!place || !site) throw new Error(`the demo has no community ${community}`);
    const code = place.code + String((compound ?? -1) + 2).padStart(3, '0');
    const estate = compound === null ? undefined : place.compounds[compound];
    const standing = compound === null ? site : site.compounds[compound];
    return insertGrid(change, { code, ...gridGround(place, estate, standing ?? site, order) });
  });
  // Once the grids are there, which go by their compound's name.
  for (const { placeId, name } of sites.flatMap(({ compounds }) => compounds)) {
    const former = renamed[name];
    if (former) changePlace(change, { placeId, day: former.day, effective: former.day, fields: { name } });
  }
  return { companies, grids: gridIds };
}

function insertSites(change: Change, branches: readonly number[], companies: readonly number[]): Site[] {
  const throws = chance(96_066);
  const make = peopleMaker(throws);
  return demoCommunities.map((community) => {
    const { code, name, kind } = community;
    const households = kind === 'urban' ? 620 + throws.upTo(900) : 140 + throws.upTo(420);
    const placeId = insertCommunity(change, {
      name,
      code,
      kind,
      branchId: branches[community.branch] ?? null,
      secretary: make({ born: [1964, 1988] }).name,
      phone: `0539-00${code.slice(-5)}`,
      householdCount: households,
      population: population(households),
      officeAddress: kind === 'urban' ? `${throws.pick(roads)} ${10 + throws.upTo(190)} 号` : `${name}村委会院内`,
    });
    return { placeId, households, compounds: insertCompounds(change, community, placeId, companies) };
  });
}

function insertCompounds(
  change: Change,
  { code, compounds }: DemoCommunity,
  communityId: number,
  companies: readonly number[],
): Estate[] {
  const throws = chance(Number(code.slice(-3)));
  return compounds.map(({ name, developedBy, company }) => {
    const buildings = 6 + throws.upTo(26);
    const households = buildings * (24 + throws.upTo(40));
    const former = renamed[name];
    const placeId = insertCompound(change, {
      name: former?.before ?? name,
      communityId,
      developedBy,
      developer: developedBy === 'developer' ? `${throws.pick(developers)}房地产开发有限公司` : null,
      address: `${throws.pick(roads)} ${10 + throws.upTo(190)} 号`,
      buildingCount: buildings,
      householdCount: households,
      population: population(households),
      propertyCompanyId: company === null ? null : (companies[company] ?? null),
    });
    return { placeId, households, name };
  });
}

/** What a grid covers: a compound, a village, or what is left of a community around its compounds. */
function gridGround(place: DemoCommunity, estate: DemoCompound | undefined, { placeId, households }: Standing, order: number) {
  if (estate || place.kind === 'rural') {
    const name = estate?.name ?? place.name;
    return {
      placeId,
      boundary: estate ? `${name}围墙以内` : `${name}村界以内`,
      serviceArea: estate ? `${name}全部楼栋` : `${name}全村`,
      householdCount: households,
      population: population(households),
    };
  }
  const road = (side: number): string => roads[(order + side * 3) % roads.length] ?? '';
  const scattered = Math.round(households / 5);
  return {
    placeId,
    boundary: `东至${road(0)}，南至${road(1)}，西至${road(2)}，北至${road(3)}`,
    serviceArea: `${place.name}沿街商铺及散居住户`,
    householdCount: scattered,
    population: population(scattered),
  };
}
