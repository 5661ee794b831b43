// From the names of a row to its community and compound: places that the office has, or that the import would create. A name may be
// spelled in several ways; the residents' and the villagers' of one name are two places, and a bare name is asked back where it may be either.
import {
  barePlaceName,
  isSamePlaceName,
  plainPlaceName,
  type PlaceSort,
  sortOfCommunity,
} from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import type { FoundPlace, Holder, NameToCome } from '../roster/find.ts';
import { listPlaceNames, type PlaceName } from '../roster/survey.ts';
import { gridVersions, placeVersions } from '../roster/versions.ts';
import type { KnownGround } from './known.ts';
import { nearestName } from './nearest.ts';
import { type GroundIssue, isPlanned, placeKey, type PlannedCommunity, type PlannedCompound } from './planned.ts';
import type { RowValues } from './rowReading.ts';

export function heldWords(code: string, { name, firstDay, lastDay }: Holder): string {
  const when = [firstDay === null ? '' : `自 ${firstDay} 起`, lastDay === null ? '' : `到 ${lastDay} 为止`].filter(Boolean);
  return `代码 ${code} ${when.join('、')}由“${name}”使用`;
}

/** A code that something else has on other days can't be that of a new thing, which would be there since always. */
export function takenCode(known: KnownGround, what: '网格' | '社区', code: string): GroundIssue | null {
  const holder = known.holderOf(what === '网格' ? gridVersions : placeVersions, code, null);
  if (!holder) return null;
  const screen = what === '网格' ? '网格' : '社区与小区';
  return {
    field: 'gridCode',
    value: code,
    reason: `${heldWords(code, holder)}，导入时不能用它新建${what}。请先在“${screen}”里新增并填写启用日期，再导入`,
  };
}

export class PlaceFinder {
  readonly #office: Office;
  readonly #day: string;
  readonly #mayCreate: boolean;
  readonly #known: KnownGround;
  readonly #communities = new Map<string, PlannedCommunity>();
  readonly #compounds = new Map<string, PlannedCompound>();
  /** By bare name, what the file says that communities are. */
  readonly #sorts: ReadonlyMap<string, ReadonlySet<PlaceSort>>;
  /** Asked once for every row. */
  readonly #doubts = new Map<PlannedCommunity, GroundIssue | 'none'>();
  #names: PlaceName[] | null = null;

  /** @param communities every name of one in the file: what a bare one means doesn't hang on the order of the rows */
  constructor(
    { office, day, mayCreate, communities }: { office: Office; day: string; mayCreate: boolean; communities: Iterable<string> },
    known: KnownGround,
  ) {
    this.#office = office;
    this.#day = day;
    this.#mayCreate = mayCreate;
    this.#known = known;
    const sorts = new Map<string, Set<PlaceSort>>();
    for (const name of new Set(communities)) {
      const sort = sortOfCommunity(name);
      const bare = barePlaceName(name, 'community');
      if (sort !== null) sorts.set(bare, (sorts.get(bare) ?? new Set()).add(sort));
    }
    this.#sorts = sorts;
  }

  community(values: RowValues): FoundPlace | PlannedCommunity | GroundIssue {
    const code = values.gridCode?.slice(0, 12) ?? null;
    if (values.community === undefined) {
      const coded = code === null ? undefined : this.#known.placeByCode(code);
      if (coded) return coded;
      return { field: 'community', value: '', reason: '没有写社区（村居），无法确定是哪个网格，请补上' };
    }
    const named = this.#known.placesNamed(values.community, 'community');
    const either = this.#either(values.community, named);
    if (either) return either;
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
    if (coded || !this.#mayCreate) return this.unknown('community', values.community, coded?.name ?? null);
    const toCome = this.#known.toComeNamed(values.community, 'community', null);
    return toCome ? this.#tooEarly(values.community, toCome) : this.#planCommunity(values.community, code);
  }

  /** A bare name beside both sorts of it, in the file or the office. */
  #either(name: string, named: readonly FoundPlace[]): GroundIssue | null {
    if (sortOfCommunity(name) !== null) return null;
    const bare = barePlaceName(name, 'community');
    const own = named.map((place) => sortOfCommunity(place.name)).filter((sort) => sort !== null);
    if (new Set([...own, ...(this.#sorts.get(bare) ?? [])]).size < 2) return null;
    return { field: 'community', value: name, reason: `可能是“${bare}社区”，也可能是“${bare}村”，请写全称` };
  }

  /** What the office has instead of a new place: a community of that name, but of the other sort. */
  doubt(community: FoundPlace | PlannedCommunity): GroundIssue | null {
    if (!isPlanned<PlannedCommunity>(community)) return null;
    const doubt = this.#doubts.get(community) ?? this.#doubtOf(community);
    this.#doubts.set(community, doubt);
    return doubt === 'none' ? null : doubt;
  }

  #doubtOf({ name }: PlannedCommunity): GroundIssue | 'none' {
    const other = this.#otherSort('community', name);
    if (!other) return 'none';
    const told = `台账中没有“${name}”，有“${other.name}”。是同一个地方的请改成“${other.name}”，不是的请确认新增`;
    return { field: 'community', value: name, reason: told };
  }

  #otherSort(field: 'community' | 'compound', name: string): PlaceName | undefined {
    const bare = barePlaceName(name, field);
    return field === 'compound' || sortOfCommunity(name) === null
      ? undefined
      : this.#placeNames().find((place) => place.level === field && barePlaceName(place.name, field) === bare);
  }

  #planCommunity(name: string, code: string | null): PlannedCommunity | GroundIssue {
    const plain = plainPlaceName(name);
    const bare = barePlaceName(name, 'community');
    // A bare name is of the only sort that the file has of it.
    const sort = sortOfCommunity(name) ?? [...(this.#sorts.get(bare) ?? [])][0] ?? '';
    const key = `bare ${bare} ${sort}`;
    const named = this.#communities.get(plain) ?? this.#communities.get(key);
    const coded = code === null ? undefined : this.#communities.get(code);
    if (coded && !isSamePlaceName(coded.name, name, 'community'))
      return {
        field: 'gridCode',
        value: code ?? '',
        reason: `编码前 12 位与“${coded.name}”相同，一个社区只有一个区划代码，请核对`,
      };
    const same = coded ?? (named && (named.code === null || code === null) ? named : undefined);
    const taken = code === null || coded ? null : takenCode(this.#known, '社区', code);
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
    if (!this.#communities.has(key)) this.#communities.set(key, planned);
    if (code !== null) this.#communities.set(code, planned);
    return planned;
  }

  compound(name: string, community: FoundPlace | PlannedCommunity): FoundPlace | PlannedCompound | GroundIssue {
    if (!isPlanned<PlannedCommunity>(community)) {
      const named = this.#known.placesNamed(name, 'compound', community.placeId);
      if (named.length === 1 && named[0]) return named[0];
      if (named.length > 1)
        return { field: 'compound', value: name, reason: `可能是${named.map((one) => `“${one.name}”`).join('或')}，请写全称` };
      if (!this.#mayCreate) return this.unknown('compound', name, null);
      const toCome = this.#known.toComeNamed(name, 'compound', community.placeId);
      if (toCome) return this.#tooEarly(name, toCome);
    }
    const compound: PlannedCompound = { planned: 'compound', name, community };
    const key = `${placeKey(community)} / ${barePlaceName(name, 'compound')}`;
    const planned = this.#compounds.get(key) ?? compound;
    this.#compounds.set(key, planned);
    return planned;
  }

  /** A name still to come is nobody's yet, but whoever writes it means that place, and no other one of its name. */
  #tooEarly(written: string, { level, name, firstDay, present }: NameToCome): GroundIssue {
    const told = present === null ? `“${name}”自 ${firstDay} 才启用` : `“${present}”自 ${firstDay} 起才叫“${name}”`;
    return { field: level, value: written, reason: `${told}。请把“调整生效的日期”改为 ${firstDay} 或以后` };
  }

  /** @param meant the place that a code says */
  unknown(field: 'community' | 'compound', name: string, meant: string | null): GroundIssue {
    const names = this.#placeNames()
      .filter((place) => place.level === field)
      .map((place) => place.name);
    const suggested = meant ?? this.#otherSort(field, name)?.name ?? nearestName(name, names);
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

  #placeNames(): PlaceName[] {
    this.#names ??= listPlaceNames(this.#office, this.#day);
    return this.#names;
  }
}
