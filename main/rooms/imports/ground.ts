// From the place names and grid code of a row to a grid: one the office has, or one that the import would create. In an empty
// office everything is created; later an unknown place is refused with its nearest name, unless the person allows new ones.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { barePlaceName, plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Versions } from '../../kit/versions.ts';
import { findGridsOfPlace, type FoundGrid, type FoundPlace } from '../roster/find.ts';
import { gridVersions, placeVersions } from '../roster/versions.ts';
import { listPlaceNames, type PlaceName } from '../roster/survey.ts';
import { KnownGround } from './known.ts';
import { nearestName } from './nearest.ts';
import type { RowValues } from './rowReading.ts';

export type PlannedCommunity = { planned: 'community'; name: string; code: string | null; branch: string | null };
export type PlannedCompound = { planned: 'compound'; name: string; community: FoundPlace | PlannedCommunity };
export type PlannedGrid = { planned: 'grid'; place: AnyPlace; code: string | null; name: string | null };
export type AnyPlace = FoundPlace | PlannedCommunity | PlannedCompound;
export type AnyGrid = FoundGrid | PlannedGrid;

export type GroundIssue = { field: ImportField; value: string; reason: string };
export type Ground = { grid: AnyGrid; community: FoundPlace | PlannedCommunity | null } | GroundIssue;

export const isPlanned = <Planned extends { planned: string }>(thing: object | Planned): thing is Planned => 'planned' in thing;
export const isGroundIssue = (ground: Ground): ground is GroundIssue => 'reason' in ground;

const fits = (written: string, name: string, level: 'community' | 'compound'): boolean =>
  barePlaceName(written, level) === barePlaceName(name, level);

export class GroundFinder {
  readonly #office: Office;
  readonly #day: string;
  readonly #mayCreate: boolean;
  readonly #known: KnownGround;
  readonly #communities = new Map<string, PlannedCommunity>();
  readonly #compounds = new Map<string, PlannedCompound>();
  readonly #grids = new Map<string, PlannedGrid>();
  #names: PlaceName[] | null = null;

  /** @param day by whose names and codes things are found */
  constructor(office: Office, day: string, mayCreate: boolean) {
    this.#office = office;
    this.#day = day;
    this.#mayCreate = mayCreate;
    this.#known = new KnownGround(office, day);
  }

  find(values: RowValues): Ground {
    const { gridCode: code } = values;
    if (code === undefined) return this.#fromNames(values);
    const [known, other] = this.#known.gridsByCode(code);
    if (known && other)
      return {
        field: 'gridCode',
        value: code,
        reason: `${this.#day} 这一天有两个网格用这个编码：“${known.name}”和“${other.name}”，无法确定是哪一个。请先在“网格”里更正编码`,
      };
    return known ? this.#checked(values, known) : this.#fromNames(values);
  }

  /** A known grid, once the names of the row agree with it. */
  #checked(values: RowValues, grid: FoundGrid): Ground {
    const place = this.#known.placeById(grid.placeId);
    if (!place)
      return { field: 'gridCode', value: values.gridCode ?? '', reason: '这个网格所在的地方已不存在，请先在“网格”里核对' };
    const community = place.communityId === null ? place : (this.#known.placeById(place.communityId) ?? place);
    // A name that fits needs no search; former names do.
    if (values.community !== undefined && !fits(values.community, community.name, 'community')) {
      const named = this.#known.placesNamed(values.community, 'community');
      if (named.length === 0) return this.#unknown('community', values.community, community.name);
      if (!named.some((candidate) => candidate.placeId === community.placeId))
        return {
          field: 'gridCode',
          value: grid.code ?? '',
          reason: `这个网格编码属于“${community.name}”，与本行的社区不符，请核对`,
        };
    }
    if (values.compound !== undefined && !(place.level === 'compound' && fits(values.compound, place.name, 'compound'))) {
      const named = this.#known.placesNamed(values.compound, 'compound', community.placeId);
      if (named.length === 0) return this.#unknown('compound', values.compound, place.level === 'compound' ? place.name : null);
      if (!named.some((candidate) => candidate.placeId === place.placeId))
        return { field: 'gridCode', value: grid.code ?? '', reason: `这个网格编码属于“${place.name}”，与本行的小区不符，请核对` };
    }
    return { grid, community };
  }

  #fromNames(values: RowValues): Ground {
    const community = this.#community(values);
    if ('reason' in community) return community;
    let place: AnyPlace = community;
    if (values.compound !== undefined) {
      const compound = this.#compound(values.compound, community);
      if ('reason' in compound) return compound;
      place = compound;
    }
    return this.#gridOf(values, place, community);
  }

  #community(values: RowValues): FoundPlace | PlannedCommunity | GroundIssue {
    const code = values.gridCode?.slice(0, 12) ?? null;
    if (values.community === undefined) {
      const coded = code === null ? undefined : this.#known.placeByCode(code);
      if (coded) return coded;
      return { field: 'community', value: '', reason: '没有写社区（村居），无法确定是哪个网格，请补上' };
    }
    const named = this.#known.placesNamed(values.community, 'community');
    const [only] = named;
    if (only && named.length === 1) return only;
    const coded = code === null ? undefined : this.#known.placeByCode(code);
    if (named.length > 1) {
      const meant = named.find((candidate) => candidate.placeId === coded?.placeId);
      return (
        meant ?? {
          field: 'community',
          value: values.community,
          reason: `可能是${named.map((one) => `“${one.name}”`).join('或')}，请写全称`,
        }
      );
    }
    if (coded || !this.#mayCreate) return this.#unknown('community', values.community, coded?.name ?? null);
    return this.#planCommunity(values.community, code, values.compound === undefined ? (values.branch ?? null) : null);
  }

  #planCommunity(name: string, code: string | null, branch: string | null): PlannedCommunity | GroundIssue {
    const plain = plainPlaceName(name);
    const named = this.#communities.get(plain) ?? this.#communities.get(`bare ${barePlaceName(name, 'community')}`);
    const coded = code === null ? undefined : this.#communities.get(code);
    if (
      coded &&
      plainPlaceName(coded.name) !== plain &&
      barePlaceName(coded.name, 'community') !== barePlaceName(name, 'community')
    )
      return {
        field: 'gridCode',
        value: code ?? '',
        reason: `编码前 12 位与“${coded.name}”相同，一个社区只有一个区划代码，请核对`,
      };
    const same = coded ?? (named && (named.code === null || code === null) ? named : undefined);
    if (same) {
      same.code ??= code;
      same.branch ??= branch;
      return same;
    }
    const exact = this.#communities.get(plain);
    if (exact)
      return { field: 'gridCode', value: code ?? '', reason: `“${exact.name}”的其他行用的区划代码是 ${exact.code}，请核对` };
    const taken = code === null ? null : this.#taken('社区', placeVersions, code);
    if (taken) return taken;
    const planned: PlannedCommunity = { planned: 'community', name, code, branch };
    this.#communities.set(plain, planned);
    if (!this.#communities.has(`bare ${barePlaceName(name, 'community')}`))
      this.#communities.set(`bare ${barePlaceName(name, 'community')}`, planned);
    if (code !== null) this.#communities.set(code, planned);
    return planned;
  }

  #compound(name: string, community: FoundPlace | PlannedCommunity): FoundPlace | PlannedCompound | GroundIssue {
    if (!isPlanned<PlannedCommunity>(community)) {
      const named = this.#known.placesNamed(name, 'compound', community.placeId);
      if (named.length === 1 && named[0]) return named[0];
      if (named.length > 1)
        return { field: 'compound', value: name, reason: `可能是${named.map((one) => `“${one.name}”`).join('或')}，请写全称` };
      if (!this.#mayCreate) return this.#unknown('compound', name, null);
    }
    const key = `${isPlanned<PlannedCommunity>(community) ? `planned ${community.code ?? community.name}` : community.placeId} ${plainPlaceName(name)}`;
    const planned: PlannedCompound = this.#compounds.get(key) ?? { planned: 'compound', name, community };
    this.#compounds.set(key, planned);
    return planned;
  }

  #gridOf(values: RowValues, place: AnyPlace, community: FoundPlace | PlannedCommunity): Ground {
    const code = values.gridCode ?? null;
    const standing = isPlanned<PlannedCommunity | PlannedCompound>(place)
      ? []
      : findGridsOfPlace(this.#office, place.placeId, this.#day);
    const named =
      values.gridName === undefined
        ? []
        : standing.filter((grid) => plainPlaceName(grid.name) === plainPlaceName(values.gridName ?? ''));
    const fitting = (named.length > 0 ? named : standing).filter((grid) => code === null || grid.code === null);
    const [only] = fitting;
    if (only && fitting.length === 1 && (named.length > 0 || standing.length === 1 || code !== null))
      return { grid: only, community };
    if (code === null && fitting.length > 1)
      return {
        field: values.compound === undefined ? 'community' : 'compound',
        value: place.name,
        reason: `这里有 ${fitting.length} 个网格，请在表中写上网格编码`,
      };
    if (!this.#mayCreate)
      return code === null
        ? {
            field: values.compound === undefined ? 'community' : 'compound',
            value: place.name,
            reason: `“${place.name}”在台账中还没有网格，请先新增网格`,
          }
        : {
            field: 'gridCode',
            value: code,
            reason: `台账中没有这个网格编码${standing[0]?.code ? `，“${place.name}”的是 ${standing[0].code}` : ''}，请核对`,
          };
    const taken = code === null ? null : this.#taken('网格', gridVersions, code);
    if (taken) return taken;
    const key = code ?? `${place.name} ${values.gridName ?? ''} ${community.name}`;
    const planned: PlannedGrid = this.#grids.get(key) ?? { planned: 'grid', place, code, name: values.gridName ?? null };
    this.#grids.set(key, planned);
    return { grid: planned, community };
  }

  /** A code that something else has on other days can't be that of a new thing, which would be there since always. */
  #taken(what: '网格' | '社区', versions: Versions, code: string): GroundIssue | null {
    const holder = this.#known.holderOf(versions, code);
    if (!holder) return null;
    const { name, firstDay, lastDay } = holder;
    const when = [firstDay === null ? '' : `自 ${firstDay} 起`, lastDay === null ? '' : `到 ${lastDay} 为止`].filter(Boolean);
    const screen = what === '网格' ? '网格' : '社区与小区';
    return {
      field: 'gridCode',
      value: code,
      reason: `代码 ${code} ${when.join('、')}由“${name}”使用，导入时不能用它新建${what}。请先在“${screen}”里新增并填写启用日期，再导入`,
    };
  }

  #unknown(field: 'community' | 'compound', name: string, meant: string | null): GroundIssue {
    this.#names ??= listPlaceNames(this.#office, this.#day);
    const names = this.#names.filter((place) => place.level === field).map((place) => place.name);
    const suggested = meant ?? nearestName(name, names);
    const what = field === 'community' ? (name.endsWith('村') ? '村' : '社区') : '小区';
    return {
      field,
      value: name,
      reason:
        suggested === null
          ? `台账中没有这个${what}，请核对，或先在“社区与小区”里新增`
          : `台账中没有这个${what}，可能是“${suggested}”`,
    };
  }
}

/** The grid in words: its place, and its own name where that says more. */
export const gridWords = (grid: AnyGrid): string =>
  isPlanned<PlannedGrid>(grid) ? (grid.name ?? `${grid.place.name}网格`) : grid.name;

/** One key for a grid, known or planned. */
export const gridKey = (grid: AnyGrid): string =>
  isPlanned<PlannedGrid>(grid)
    ? `planned ${grid.code ?? `${grid.place.name} ${grid.name ?? ''} ${communityName(grid.place)}`}`
    : `grid ${grid.gridId}`;

const communityName = (place: AnyPlace): string =>
  isPlanned<PlannedCompound | PlannedCommunity>(place) && place.planned === 'compound' ? place.community.name : '';
