// What may be meant by a cell that names something the office doesn't have: the nearest places, grids, branches, companies and words of
// ours by name, sound, code or former name, and what is found for the words somebody types instead. Only offers; nothing is chosen here.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { Offer } from '../../../shared/imports/preview.ts';
import { codeDigits } from '../../../shared/rules/areaCode.ts';
import { barePlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { pinyinOf } from '../../kit/pinyin.ts';
import { findGridsOfPlace, findPlaces, type FoundGrid, listFoundGrids } from '../roster/find.ts';
import { shortBranchName } from '../roster/branches.ts';
import { listBranchNames, listPlacesToFind, type PlaceToFind } from '../roster/survey.ts';
import type { JudgedRow } from './judged.ts';
import { matching, nearest, type Sought } from './nearest.ts';
import type { RowValues } from './rowReading.ts';
import { isListed, type Words } from './words.ts';

type Candidate = Sought & { field: ImportField; value: string; name: string; hint: string };

const mostNear = 3;
const mostFound = 20;

/** Letters and digits of somebody's typing are no misspelt name. */
const soundOf = (word: string): string => (/\p{Script=Han}/u.test(word) ? pinyinOf(word, { surname: false }).pinyin : '');

/** Codes that differ in a digit or two. */
const nearCodes = (code: string, candidates: readonly Candidate[]): Candidate[] =>
  candidates
    .filter(({ field, value }) => {
      if (field !== 'gridCode' || value.length !== code.length) return false;
      let wrong = 0;
      for (let place = 0; place < code.length && wrong < 3; place++) if (value[place] !== code[place]) wrong++;
      return wrong < 3;
    })
    .slice(0, mostNear);

export class Offers {
  readonly #office: Office;
  readonly #day: string;
  readonly #words: Words;
  readonly #remembered: (field: ImportField, word: string) => string | null;
  readonly #candidates = new Map<ImportField, Candidate[]>();
  /** By the word and what else of the row bears on it: many rows have one trouble. */
  readonly #near = new Map<string, Offer[]>();
  #places: Map<number, PlaceToFind> | null = null;
  #communities: Map<string, PlaceToFind> | null = null;
  #grids: Map<string | null, FoundGrid> | null = null;

  /**
   * @param day by whose names things are offered
   * @param remembered what the person took for a word in an earlier import
   */
  constructor(
    office: Office,
    { day, words, remembered }: { day: string; words: Words; remembered: (field: ImportField, word: string) => string | null },
  ) {
    this.#office = office;
    this.#day = day;
    this.#words = words;
    this.#remembered = remembered;
  }

  /** What a wrong or unknown word of a row may mean, the nearest first. */
  near({ values }: JudgedRow, field: ImportField, word: string): Offer[] {
    const key = JSON.stringify([field, word, values.community, values.compound, values.gridCode]);
    const offers = this.#near.get(key) ?? this.#nearTo(values, field, word);
    this.#near.set(key, offers);
    return offers;
  }

  #nearTo(values: RowValues, field: ImportField, word: string): Offer[] {
    const grids = this.#gridsOf(values, field);
    const candidates = grids ?? this.#of(field, values);
    const kept = this.#remembered(field, word);
    const before = kept === null ? [] : candidates.filter(({ name }) => name === kept).slice(0, 1);
    const first = grids ? [] : [...this.#coded(values, field), ...ofOtherSort(field, word, candidates)];
    const coded = first.filter(({ name }, index) => name !== kept && first.findIndex((one) => one.name === name) === index);
    const close = grids
      ? candidates.slice(0, mostNear)
      : field === 'gridCode'
        ? nearCodes(word, candidates)
        : nearest(field === 'branch' ? shortBranchName(word) : word, soundOf(word), candidates, mostNear);
    return [
      ...before.map((candidate) => offerOf(candidate, true)),
      ...[...coded, ...close.filter(({ name }) => name !== kept && !coded.some((candidate) => candidate.name === name))].map(
        (candidate) => offerOf(candidate, false),
      ),
    ];
  }

  /** What is found for what somebody types into a cell. */
  found(judged: JudgedRow, field: ImportField, typed: string): Offer[] {
    return matching(typed, this.#of(field, judged.values), mostFound).map((candidate) => offerOf(candidate, false));
  }

  #of(field: ImportField, values: RowValues): Candidate[] {
    if (field === 'compound') return this.#compounds(values);
    const known = this.#candidates.get(field);
    if (known) return known;
    const made = this.#made(field);
    this.#candidates.set(field, made);
    return made;
  }

  #made(field: ImportField): Candidate[] {
    if (field === 'community')
      return this.#allPlaces()
        .filter(({ level }) => level === 'community')
        .map((place) => placeCandidate(place));
    if (field === 'gridCode' || field === 'gridName')
      return listFoundGrids(this.#office, this.#day).map((grid) => this.#gridCandidate(grid));
    if (field === 'branch') return listBranchNames(this.#office, this.#day).map((name) => wordCandidate(field, name));
    return isListed(field) ? this.#words.listed(field).map((name) => wordCandidate(field, name)) : [];
  }

  /** Of the row's community only, where that is known. */
  #compounds({ community, gridCode }: RowValues): Candidate[] {
    const found = community === undefined ? [] : findPlaces(this.#office, community, 'community', this.#day);
    this.#communities ??= new Map(this.#allPlaces().flatMap((place) => (place.code === null ? [] : [[place.code, place]])));
    const coded = this.#communities.get(gridCode?.slice(0, codeDigits.community) ?? '');
    const communityId = found.length === 1 ? found[0]?.placeId : coded?.placeId;
    return this.#allPlaces()
      .filter((place) => place.level === 'compound' && (communityId === undefined || place.communityId === communityId))
      .map((place) => placeCandidate(place));
  }

  /** The place that the row's grid code says. */
  #coded({ gridCode }: RowValues, field: ImportField): Candidate[] {
    if (gridCode === undefined || (field !== 'community' && field !== 'compound')) return [];
    this.#grids ??= new Map(listFoundGrids(this.#office, this.#day).map((grid) => [grid.code, grid]));
    const grid = this.#grids.get(gridCode);
    const place = grid && this.#placesById().get(grid.placeId);
    const meant =
      field === 'compound' || !place || place.communityId === null ? place : this.#placesById().get(place.communityId);
    return meant?.level === field ? [placeCandidate(meant)] : [];
  }

  /** Where the place is known and only its grid isn't: its grids. */
  #gridsOf({ community, compound }: RowValues, field: ImportField): Candidate[] | null {
    if (field !== 'community' && field !== 'compound' && field !== 'gridCode') return null;
    const found = community === undefined ? [] : findPlaces(this.#office, community, 'community', this.#day);
    const [only] = found;
    if (!only || found.length > 1) return null;
    const inside = compound === undefined ? [only] : findPlaces(this.#office, compound, 'compound', this.#day, only.placeId);
    const [place] = inside;
    if (!place || inside.length > 1) return null;
    return findGridsOfPlace(this.#office, place.placeId, this.#day).map((grid) => this.#gridCandidate(grid));
  }

  #gridCandidate({ code, name, placeId }: FoundGrid): Candidate {
    const place = this.#placesById().get(placeId);
    const where = [place?.community, place?.name].filter(Boolean).join(' ');
    return {
      ...(code === null ? { field: 'gridName', value: name } : { field: 'gridCode', value: code }),
      name,
      hint: [where, code].filter(Boolean).join(' '),
      names: [name, ...(code === null ? [] : [code]), ...(place ? [place.name] : [])],
      initials: place?.initials ?? '',
      pinyin: place?.pinyin ?? '',
    };
  }

  #placesById(): Map<number, PlaceToFind> {
    this.#places ??= new Map(listPlacesToFind(this.#office, this.#day).map((place) => [place.placeId, place]));
    return this.#places;
  }

  #allPlaces(): PlaceToFind[] {
    return [...this.#placesById().values()];
  }
}

/** 东岭村 for 东岭社区, however few of their characters are the same. */
const ofOtherSort = (field: ImportField, word: string, candidates: readonly Candidate[]): Candidate[] =>
  field === 'community'
    ? candidates.filter(({ name }) => barePlaceName(name, 'community') === barePlaceName(word, 'community'))
    : [];

const offerOf = ({ field, value, name, hint }: Candidate, remembered: boolean): Offer => ({
  field,
  value,
  name,
  hint,
  remembered,
});

function placeCandidate({ level, name, code, community, initials, pinyin, former }: PlaceToFind): Candidate {
  const names = [name, ...(former?.split('\n') ?? []), ...(code === null ? [] : [code])];
  const past = former === null ? '' : `曾用名 ${former.replaceAll('\n', '、')}`;
  return { field: level, value: name, name, hint: [community, code, past].filter(Boolean).join(' '), names, initials, pinyin };
}

const wordCandidate = (field: ImportField, name: string): Candidate => ({
  field,
  value: name,
  name,
  hint: '',
  names: field === 'branch' ? [name, shortBranchName(name)] : [name],
  ...pinyinOf(name, { surname: false }),
});
