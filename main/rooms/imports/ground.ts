// From the place names and grid code of a row to a grid: one the office has, or one that the import would create. In an empty
// office everything is created; later an unknown place is refused with its nearest name, unless the person allows new ones.
import { barePlaceName, plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { correctedSince } from '../../kit/versions.ts';
import { findGridsOfPlace, type FoundGrid, type FoundPlace, type Holder, type NameToCome } from '../roster/find.ts';
import { gridVersions, placeVersions } from '../roster/versions.ts';
import { listPlaceNames, type PlaceName } from '../roster/survey.ts';
import { BranchFinder } from './branchFinder.ts';
import { KnownGround } from './known.ts';
import { nearestName } from './nearest.ts';
import {
  type AnyBranch,
  type AnyGrid,
  type AnyPlace,
  gridKey,
  type GroundIssue,
  isGroundIssue,
  isPlanned,
  placeKey,
  type PlannedCommunity,
  type PlannedCompound,
  type PlannedGrid,
} from './planned.ts';
import type { RowValues } from './rowReading.ts';

/** `branch`: what the row says of a community that is new or under no branch. */
export type Ground = { grid: AnyGrid; community: FoundPlace | PlannedCommunity; branch: AnyBranch | null };
type Standing = Omit<Ground, 'branch'> | GroundIssue;

const fits = (written: string, name: string, level: 'community' | 'compound'): boolean =>
  barePlaceName(written, level) === barePlaceName(name, level);

function heldWords(code: string, { name, firstDay, lastDay }: Holder): string {
  const when = [firstDay === null ? '' : `自 ${firstDay} 起`, lastDay === null ? '' : `到 ${lastDay} 为止`].filter(Boolean);
  return `代码 ${code} ${when.join('、')}由“${name}”使用`;
}

export class GroundFinder {
  readonly #office: Office;
  readonly #day: string;
  readonly #mayCreate: boolean;
  readonly #known: KnownGround;
  readonly #branches: BranchFinder;
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
    this.#branches = new BranchFinder(office, day, mayCreate);
  }

  /** @param present the grid that the row's person holds by now, for a row that says no place at all */
  find(values: RowValues, present: number | null): Ground | GroundIssue {
    const standing = this.#unplaced(values, present) ?? this.#standing(values);
    if (isGroundIssue(standing)) return standing;
    const { community } = standing;
    const settled = !isPlanned<PlannedCommunity>(community) && community.branchId !== null;
    if (values.branch === undefined || settled) return { ...standing, branch: null };
    const branch = this.#branches.find(values.branch, community);
    return isGroundIssue(branch) ? branch : { ...standing, branch };
  }

  /** A row without any place: the only grid of its name, else the one that its person holds. */
  #unplaced({ community, compound, gridCode, gridName }: RowValues, present: number | null): Standing | null {
    if (community !== undefined || compound !== undefined || gridCode !== undefined) return null;
    const called = gridName === undefined ? [] : this.#known.gridsCalled(gridName);
    if (gridName !== undefined && called.length > 1)
      return {
        field: 'gridName',
        value: gridName,
        reason: `台账中有 ${called.length} 个网格叫这个名称，请写上社区（村居）或网格编码`,
      };
    const held = present === null ? undefined : this.#known.gridById(present);
    const grid = gridName === undefined ? held : called[0];
    const place = grid && this.#known.placeById(grid.placeId);
    if (!grid || !place) return null;
    return { grid, community: place.communityId === null ? place : (this.#known.placeById(place.communityId) ?? place) };
  }

  #standing(values: RowValues): Standing {
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
  #checked(values: RowValues, grid: FoundGrid): Standing {
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

  #fromNames(values: RowValues): Standing {
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
    const toCome = this.#known.toComeNamed(values.community, 'community', null);
    return toCome ? this.#tooEarly(values.community, toCome) : this.#planCommunity(values.community, code);
  }

  #planCommunity(name: string, code: string | null): PlannedCommunity | GroundIssue {
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
    const taken = code === null || coded ? null : this.#taken('社区', code);
    if (same) {
      if (taken) return taken;
      same.code ??= code;
      if (code !== null) this.#communities.set(code, same);
      return same;
    }
    const exact = this.#communities.get(plain);
    if (exact)
      return { field: 'gridCode', value: code ?? '', reason: `“${exact.name}”的其他行用的区划代码是 ${exact.code}，请核对` };
    if (taken) return taken;
    const planned: PlannedCommunity = { planned: 'community', name, code };
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
      const toCome = this.#known.toComeNamed(name, 'compound', community.placeId);
      if (toCome) return this.#tooEarly(name, toCome);
    }
    const compound: PlannedCompound = { planned: 'compound', name, community };
    const planned = this.#compounds.get(placeKey(compound)) ?? compound;
    this.#compounds.set(placeKey(planned), planned);
    return planned;
  }

  #gridOf(values: RowValues, place: AnyPlace, community: FoundPlace | PlannedCommunity): Standing {
    const code = values.gridCode ?? null;
    const standing = isPlanned<PlannedCommunity | PlannedCompound>(place)
      ? []
      : findGridsOfPlace(this.#office, place.placeId, this.#day);
    const named =
      values.gridName === undefined
        ? standing
        : this.#known.gridsNamed(values.gridName, 'placeId' in place ? place.placeId : null, standing);
    const elsewhere = named.length === 0 ? this.#ofAnotherPlace(values, community) : null;
    if (elsewhere) return elsewhere;
    const fitting = named.filter((grid) => code === null || grid.code === null);
    const [only] = fitting;
    if (only && fitting.length === 1)
      return (
        (only.code === null ? (this.#cannotBear(only, code) ?? this.#ofAnother(code, community)) : null) ?? {
          grid: only,
          community,
        }
      );
    if (code === null && fitting.length > 1)
      return {
        field: values.compound === undefined ? 'community' : 'compound',
        value: place.name,
        reason: `这里有 ${fitting.length} 个网格，请在表中写上网格编码`,
      };
    if (!this.#mayCreate && values.gridName !== undefined && standing.length > 0 && code === null)
      return {
        field: 'gridName',
        value: values.gridName,
        reason: `“${place.name}”没有叫这个名称的网格，有${standing
          .slice(0, 3)
          .map(({ name }) => `“${name}”`)
          .join('、')}${standing.length > 3 ? '等' : ''}，请核对；是新网格的，请先在“网格”里新增`,
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
    const taken = code === null ? null : this.#taken('网格', code);
    if (taken) return taken;
    const odd = this.#ofAnother(code, community);
    if (odd) return odd;
    const grid: PlannedGrid = { planned: 'grid', place, code, name: values.gridName ?? null };
    const planned = this.#grids.get(gridKey(grid)) ?? grid;
    this.#grids.set(gridKey(planned), planned);
    return { grid: planned, community };
  }

  /** A grid's name that only another place has: which of the two is wrong nobody but the office knows. */
  #ofAnotherPlace({ gridName }: RowValues, community: FoundPlace | PlannedCommunity): GroundIssue | null {
    const [other] = gridName === undefined ? [] : this.#known.gridsCalled(gridName);
    const place = other && this.#known.placeById(other.placeId);
    if (!other || !place || /^第?.{1,3}网格$/.test(plainPlaceName(other.name))) return null;
    const of = place.communityId === null ? place : (this.#known.placeById(place.communityId) ?? place);
    return {
      field: 'gridName',
      value: gridName ?? '',
      reason: `“${other.name}”是“${of.name}”的网格，与本行的“${community.name}”不符，请核对`,
    };
  }

  /** A code that something else has on other days can't be that of a new thing, which would be there since always. */
  #taken(what: '网格' | '社区', code: string): GroundIssue | null {
    const holder = this.#known.holderOf(what === '网格' ? gridVersions : placeVersions, code, null);
    if (!holder) return null;
    const screen = what === '网格' ? '网格' : '社区与小区';
    return {
      field: 'gridCode',
      value: code,
      reason: `${heldWords(code, holder)}，导入时不能用它新建${what}。请先在“${screen}”里新增并填写启用日期，再导入`,
    };
  }

  /** A grid's code begins with that of its community. */
  #ofAnother(code: string | null, community: FoundPlace | PlannedCommunity): GroundIssue | null {
    if (code === null || isPlanned<PlannedCommunity>(community) || community.code === null) return null;
    if (code.startsWith(community.code)) return null;
    return {
      field: 'gridCode',
      value: code,
      reason: `前 12 位不是“${community.name}”的区划代码 ${community.code}，请核对`,
    };
  }

  /** Nor can it be filled in where it would hold on those days too. */
  #cannotBear(grid: FoundGrid, code: string | null): GroundIssue | null {
    if (code === null) return null;
    const since = (): string | null =>
      correctedSince(this.#office, gridVersions, { id: grid.gridId, day: this.#day, column: 'code' });
    const holder = this.#known.holderOf(gridVersions, code, since);
    if (!holder) return null;
    return {
      field: 'gridCode',
      value: code,
      reason: `${heldWords(code, holder)}，导入时不能补给“${grid.name}”。请核对编码，或先在“网格”里写明从哪天起改用它`,
    };
  }

  /** A name still to come is nobody's yet, but whoever writes it means that place, and no other one of its name. */
  #tooEarly(written: string, { level, name, firstDay, present }: NameToCome): GroundIssue {
    const told = present === null ? `“${name}”自 ${firstDay} 才启用` : `“${present}”自 ${firstDay} 起才叫“${name}”`;
    return { field: level, value: written, reason: `${told}。请把“调整生效的日期”改为 ${firstDay} 或以后` };
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
          ? `台账中没有这个${what}，请核对；确实是新的，请返回“对应列”勾选“新建台账中没有的地点”，或先在“社区与小区”里新增`
          : `台账中没有这个${what}，可能是“${suggested}”`,
    };
  }
}
