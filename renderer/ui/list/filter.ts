// The filters of a list screen as data: from them come the controls, 清除条件, whether anything is filtered, the empty states, and
// the words that a file's name or a printed sheet says of what is shown.
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import type { Choice, PickSource } from '../fields/picks.ts';

type Placed = {
  label: string;
  /** For type of 15 px; wider in 大字 mode. What finds no room in the line stands behind 更多条件. */
  width: number;
  /** Always behind 更多条件. */
  more?: boolean;
};

type ChoiceFilter<Key, Value extends string | number> = Placed & {
  kind: 'choice';
  key: Key;
  choices: readonly Choice<Value>[];
  /** What no choice means: 全部 unless said otherwise. */
  none?: string;
  /** That isn't everything either: who is 在岗. */
  narrows?: true;
};

type SwitchFilter<Key> = Placed & {
  kind: 'switch';
  key: Key;
  /** Off and on: 全部网格, 只看空缺. */
  words: readonly [string, string];
  /** What an empty list says when this alone is on, and that is good news. */
  satisfied?: string;
};

/** 统计日期: a day that is always set, today unless another one is asked for. */
type DayFilter<Key> = Placed & { kind: 'day'; key: Key; today: string };

type SearchFilter<Key> = { kind: 'search'; key: Key; placeholder: string; width: number };

/** Another row out of many, found by typing. */
type ReferenceFilter<Key> = Placed &
  Extract<PickSource, { source: readonly unknown[] }> & {
    kind: 'reference';
    key: Key;
    /** What the chosen one is called. */
    chosen: string;
  };

/** What a link elsewhere narrowed the list to; it has no control but the one that takes it away. */
type LinkFilter<Key, Value> = { kind: 'link'; key: Key; words: (value: Value) => string };

/** Of one key, as its value in the address allows. */
type FilterOf<Key, Value> =
  | (Value extends string ? DayFilter<Key> | SearchFilter<Key> : never)
  | (Value extends 1 ? SwitchFilter<Key> : never)
  | (Value extends number ? ReferenceFilter<Key> : never)
  | (Value extends string | number ? LinkFilter<Key, Value> : never);

type Keyed<Search> = { [Key in keyof Search & string]-?: Key };

/** A filter of a list whose address is `Search`. */
export type Filter<Search> = {
  [Key in keyof Keyed<Search>]: FilterOf<Key, NonNullable<Search[Key]>> | ChoiceFilterOf<Key, NonNullable<Search[Key]>>;
}[keyof Keyed<Search>];

/** Not distributed over the values: one filter offers all of them. */
type ChoiceFilterOf<Key, Value> = [Value] extends [string | number] ? ChoiceFilter<Key, Value> : never;

/** The same where it no longer matters which address it belongs to. */
export type AnyFilter =
  | ChoiceFilter<string, string | number>
  | SwitchFilter<string>
  | DayFilter<string>
  | SearchFilter<string>
  | ReferenceFilter<string>
  | LinkFilter<string, never>;

type Values = Readonly<Record<string, string | number | undefined>>;

const valueOf = (search: object, key: string): string | number | undefined => (search as Values)[key];

/** A day that is today's anyway narrows nothing. */
export const isSet = (filter: AnyFilter, search: object): boolean => {
  const value = valueOf(search, filter.key);
  return value !== undefined && !(filter.kind === 'day' && value === filter.today);
};

/** Also where no choice has been made: who is 在岗. */
export const isNarrowing = (filter: AnyFilter, search: object): boolean =>
  isSet(filter, search) || ('narrows' in filter && filter.narrows);

export const isFiltered = (filters: readonly AnyFilter[], search: object): boolean =>
  filters.some((filter) => isSet(filter, search));

/** The patch that takes every filter away. */
export const nothingFiltered = (filters: readonly AnyFilter[]): Record<string, undefined> =>
  Object.fromEntries(filters.map(({ key }) => [key, undefined]));

/** An ID number isn't repeated: with its stars left out, as in a file's name, what is left looks like another number. */
const searchWords = (text: string): string => (maskNumbersIn(text, 'judge') === text ? `查找“${text}”` : '查找身份证号');

/** What one filter narrows the list to: 社区总支 石桥. */
function wordsOf(filter: Exclude<AnyFilter, DayFilter<string>>, search: object): string {
  const value = valueOf(search, filter.key);
  if (filter.kind === 'search') return searchWords(String(value));
  if (filter.kind === 'switch') return filter.words[1];
  if (filter.kind === 'link') return filter.words(value as never);
  if (filter.kind === 'reference') return `${filter.label} ${filter.chosen}`;
  const chosen = value === undefined ? filter.none : filter.choices.find((choice) => choice.value === value)?.label;
  return `${filter.label} ${chosen ?? value}`;
}

/**
 * What the list is narrowed to, for a file's name and a printed sheet: 社区总支 石桥、类别 城市. Empty: it shows everything. The day is
 * not among it: both say it anyway.
 */
export const narrowedTo = (filters: readonly AnyFilter[], search: object): string =>
  filters
    .filter((filter) => filter.kind !== 'day')
    .filter((filter) => isNarrowing(filter, search))
    .map((filter) => wordsOf(filter, search))
    .join('、');

/** The good news of an empty list, when the one filter that is set has it. */
export function satisfiedBy(filters: readonly AnyFilter[], search: object): string | undefined {
  const set = filters.filter((filter) => isSet(filter, search));
  const [only] = set;
  return set.length === 1 && only?.kind === 'switch' ? only.satisfied : undefined;
}
