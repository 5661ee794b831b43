// The places and grids of the office on the day of which a file speaks, as the rows of the file ask for them. What every row asks
// is read once and whole: one question for each row took half the time of judging ten thousand.
import { barePlaceName, isSamePlaceName, plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Versions } from '../../kit/versions.ts';
import {
  findClosedGridByCode,
  findHolder,
  findPlaceByCode,
  findPlaces,
  type FoundGrid,
  type FoundPlace,
  type Holder,
  listFoundGrids,
  listFoundPlaces,
  listNamesToCome,
  type NameToCome,
} from '../roster/find.ts';
import { gridVersions, listCodes } from '../roster/versions.ts';

/** 阳东街社区网格, 阳东街网格 and 阳东街社区 are one name of a grid. */
const bareGridName = (name: string): string => barePlaceName(plainPlaceName(name).replace(/(?<=.)网格$/, ''), 'community');

export class KnownGround {
  readonly #office: Office;
  readonly #day: string;
  readonly #named = new Map<string, FoundPlace[]>();
  readonly #byCode = new Map<string, FoundPlace | undefined>();
  readonly #codes = new Map<Versions, Set<string>>();
  #toCome: NameToCome[] | null = null;
  #grids: Map<string | null, FoundGrid[]> | null = null;
  #places: Map<number, FoundPlace> | null = null;
  #called: Map<string, FoundGrid[]> | null = null;
  #byId: Map<number, FoundGrid> | null = null;

  constructor(office: Office, day: string) {
    this.#office = office;
    this.#day = day;
  }

  /** The grids that have a code: at most one, save in an office of an earlier program; else the one that was closed with it. */
  gridsByCode(code: string): FoundGrid[] {
    this.#grids ??= Map.groupBy(listFoundGrids(this.#office, this.#day), (grid) => grid.code);
    const found = this.#grids.get(code);
    if (found) return found;
    const closed = this.#everUsed(gridVersions, code) ? findClosedGridByCode(this.#office, code, this.#day) : undefined;
    return closed ? [closed] : [];
  }

  /** Of the grids of a place those that bear a name; of a community's also the grids of its compounds. @param placeId null for a place that is new @param own its grids */
  gridsNamed(name: string, placeId: number | null, own: readonly FoundGrid[]): FoundGrid[] {
    const bare = bareGridName(name);
    const fitting = own.filter((grid) => bareGridName(grid.name) === bare);
    if (fitting.length > 0 || placeId === null) return fitting;
    const called = this.placeById(placeId)?.name;
    const [only] = own;
    // 阳东街网格 of a community with one grid is that grid, whatever it is called.
    if (only && own.length === 1 && called !== undefined && bare === bareGridName(called)) return [only];
    return this.gridsCalled(name).filter((grid) => this.placeById(grid.placeId)?.communityId === placeId);
  }

  gridById(gridId: number): FoundGrid | undefined {
    this.#byId ??= new Map(listFoundGrids(this.#office, this.#day).map((grid) => [grid.gridId, grid]));
    return this.#byId.get(gridId);
  }

  /** The grids of that name, wherever they are. */
  gridsCalled(name: string): readonly FoundGrid[] {
    this.#called ??= Map.groupBy(listFoundGrids(this.#office, this.#day), (grid) => bareGridName(grid.name));
    return this.#called.get(bareGridName(name)) ?? [];
  }

  placeById(placeId: number): FoundPlace | undefined {
    this.#places ??= new Map(listFoundPlaces(this.#office, this.#day).map((place) => [place.placeId, place]));
    return this.#places.get(placeId);
  }

  placeByCode(code: string): FoundPlace | undefined {
    if (!this.#byCode.has(code)) this.#byCode.set(code, findPlaceByCode(this.#office, code, this.#day));
    return this.#byCode.get(code);
  }

  placesNamed(name: string, level: 'community' | 'compound', communityId?: number): FoundPlace[] {
    const key = `${level} ${communityId ?? ''} ${name}`;
    const found = this.#named.get(key) ?? findPlaces(this.#office, name, level, this.#day, communityId);
    this.#named.set(key, found);
    return found;
  }

  /** A place that comes to bear a name only after the day. */
  toComeNamed(name: string, level: 'community' | 'compound', communityId: number | null): NameToCome | undefined {
    this.#toCome ??= listNamesToCome(this.#office, this.#day);
    return this.#toCome.find(
      (coming) => coming.level === level && coming.communityId === communityId && isSamePlaceName(coming.name, name, level),
    );
  }

  /** @param since asked only of a code that something has at some time; null: what has it on any day at all */
  holderOf(versions: Versions, code: string, since: (() => string | null) | null): Holder | undefined {
    return this.#everUsed(versions, code) ? findHolder(this.#office, versions, code, since?.() ?? null) : undefined;
  }

  #everUsed(versions: Versions, code: string): boolean {
    const codes = this.#codes.get(versions) ?? new Set(listCodes(this.#office, versions));
    this.#codes.set(versions, codes);
    return codes.has(code);
  }
}
