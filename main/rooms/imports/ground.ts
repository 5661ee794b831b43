// From the place names and grid code of a row to a grid: one the office has, or one that the import would create. In an empty
// office everything is created; later an unknown place is refused with its nearest name, unless the person allows new ones.
import { isSamePlaceName, plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { correctedSince } from '../../kit/versions.ts';
import { findGridsOfPlace, type FoundGrid, type FoundPlace } from '../roster/find.ts';
import { gridVersions } from '../roster/versions.ts';
import { BranchFinder } from './branchFinder.ts';
import { KnownGround } from './known.ts';
import { heldWords, PlaceFinder, takenCode } from './placeFinder.ts';
import {
  type AnyBranch,
  type AnyGrid,
  type AnyPlace,
  gridKey,
  type GroundIssue,
  isGroundIssue,
  isPlanned,
  type PlannedCommunity,
  type PlannedCompound,
  type PlannedGrid,
} from './planned.ts';
import type { RowValues } from './rowReading.ts';

/** `branch`: what the row says of a community that is new or under no branch. `doubt`: whether a new place is new at all. */
export type Ground = {
  grid: AnyGrid;
  community: FoundPlace | PlannedCommunity;
  branch: AnyBranch | null;
  doubt: GroundIssue | null;
};
type Standing = Pick<Ground, 'grid' | 'community'> | GroundIssue;

export class GroundFinder {
  readonly #office: Office;
  readonly #day: string;
  readonly #mayCreate: boolean;
  readonly #known: KnownGround;
  readonly #branches: BranchFinder;
  readonly #places: PlaceFinder;
  readonly #grids = new Map<string, PlannedGrid>();

  /**
   * @param day by whose names and codes things are found
   * @param communities every name of one in the file
   */
  constructor(office: Office, day: string, mayCreate: boolean, communities: Iterable<string>) {
    this.#office = office;
    this.#day = day;
    this.#mayCreate = mayCreate;
    this.#known = new KnownGround(office, day);
    this.#places = new PlaceFinder({ office, day, mayCreate, communities }, this.#known);
    this.#branches = new BranchFinder(office, day, mayCreate);
  }

  /** @param present the grid that the row's person holds by now, for a row that says no place at all */
  find(values: RowValues, present: number | null): Ground | GroundIssue {
    const standing = this.#unplaced(values, present) ?? this.#standing(values);
    if (isGroundIssue(standing)) return standing;
    const { community } = standing;
    const doubt = this.#places.doubt(community);
    const settled = !isPlanned<PlannedCommunity>(community) && community.branchId !== null;
    if (values.branch === undefined || settled) return { ...standing, branch: null, doubt };
    const branch = this.#branches.find(values.branch, community);
    return isGroundIssue(branch) ? branch : { ...standing, branch, doubt };
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
    if (values.community !== undefined && !isSamePlaceName(values.community, community.name, 'community')) {
      const named = this.#known.placesNamed(values.community, 'community');
      if (named.length === 0) return this.#places.unknown('community', values.community, community.name);
      if (!named.some((candidate) => candidate.placeId === community.placeId))
        return {
          field: 'gridCode',
          value: grid.code ?? '',
          reason: `这个网格编码属于“${community.name}”，与本行的社区不符，请核对`,
        };
    }
    if (
      values.compound !== undefined &&
      !(place.level === 'compound' && isSamePlaceName(values.compound, place.name, 'compound'))
    ) {
      const named = this.#known.placesNamed(values.compound, 'compound', community.placeId);
      if (named.length === 0)
        return this.#places.unknown('compound', values.compound, place.level === 'compound' ? place.name : null);
      if (!named.some((candidate) => candidate.placeId === place.placeId))
        return { field: 'gridCode', value: grid.code ?? '', reason: `这个网格编码属于“${place.name}”，与本行的小区不符，请核对` };
    }
    return { grid, community };
  }

  #fromNames(values: RowValues): Standing {
    const community = this.#places.community(values);
    if ('reason' in community) return community;
    let place: AnyPlace = community;
    if (values.compound !== undefined) {
      const compound = this.#places.compound(values.compound, community);
      if ('reason' in compound) return compound;
      place = compound;
    }
    return this.#gridOf(values, place, community);
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
    const taken = code === null ? null : takenCode(this.#known, '网格', code);
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
}
