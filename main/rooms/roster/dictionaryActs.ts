// Reading and changing the office's lists of words. An office whose lists are still empty shows, and writes with its first
// change, what a new office starts with.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type {
  addEntrySchema,
  Dictionaries,
  DictionaryEntry,
  orderEntriesSchema,
  removeEntrySchema,
  saveEntrySchema,
} from '../../../shared/roster/dictionaries.ts';
import { type DictionaryName, dictionaryNames } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { firstEntriesOf, insertDictionaryEntry, seedDictionaries } from './dictionaries.ts';

/** The column of `worker` that holds a dictionary's words. */
const workerColumn: Record<DictionaryName, string> = {
  hiringSource: 'hiring_source',
  employer: 'employer',
  education: 'education',
  politics: 'politics',
  ethnicity: 'ethnicity',
};

const dictionaryWords: Record<DictionaryName, string> = {
  hiringSource: '用工来源',
  employer: '管理单位',
  education: '文化程度',
  politics: '政治面貌',
  ethnicity: '民族',
};

function readDictionary(office: Office, dictionary: DictionaryName): DictionaryEntry[] {
  const entries = office
    .prepare<[string], Omit<DictionaryEntry, 'used'>>(
      'SELECT value, short FROM dictionary_entry WHERE dictionary = ? ORDER BY sort_order, id',
    )
    .all(dictionary);
  const column = workerColumn[dictionary];
  const used = new Map(
    office.prepare<[], [string, number]>(`SELECT ${column}, count(*) FROM worker GROUP BY ${column}`).raw().all(),
  );
  return (entries.length > 0 ? entries : firstEntriesOf(dictionary)).map((entry) => ({
    ...entry,
    used: used.get(entry.value) ?? 0,
  }));
}

export function readDictionaries(office: Office): Dictionaries {
  const read = dictionaryNames.map((dictionary) => [dictionary, readDictionary(office, dictionary)] as const);
  return Object.fromEntries(read) as Dictionaries;
}

function entryId(office: Office, dictionary: DictionaryName, value: string): number {
  const id = office
    .prepare<[string, string], number>('SELECT id FROM dictionary_entry WHERE dictionary = ? AND value = ?')
    .pluck()
    .get(dictionary, value);
  if (id === undefined) throw new Refusal(`${dictionaryWords[dictionary]}里没有“${value}”，可能已被删除。请刷新后再试。`);
  return id;
}

/** The dictionary's words are there before any of them is changed. */
function begin(change: Change, summary: string): void {
  seedDictionaries(change);
  change.say(summary);
}

export function addEntry(change: Change, input: z.infer<typeof addEntrySchema>): void {
  begin(change, `${dictionaryWords[input.dictionary]}增加“${input.value}”`);
  insertDictionaryEntry(change, input);
}

/** New words go with the entry to every worker who carries it. */
export function saveEntry(change: Change, input: z.infer<typeof saveEntrySchema>): void {
  const { dictionary, value, newValue } = input;
  begin(change, `修改${dictionaryWords[dictionary]}“${value}”`);
  change.update('dictionary_entry', entryId(change.office, dictionary, value), {
    value: newValue,
    short: input.short || newValue,
  });
  if (newValue === value) return;
  const column = workerColumn[dictionary];
  const carriers = change.office.prepare<[string], number>(`SELECT id FROM worker WHERE ${column} = ?`).pluck().all(value);
  for (const id of carriers) change.update('worker', id, { [column]: newValue });
}

/** @throws Refusal when workers carry it. */
export function removeEntry(change: Change, input: z.infer<typeof removeEntrySchema>): void {
  const { dictionary, value } = input;
  const carriers = change.office.prepare<[string], number>(`SELECT count(*) FROM worker WHERE ${workerColumn[dictionary]} = ?`);
  const used = carriers.pluck().get(value) ?? 0;
  if (used > 0)
    throw new Refusal(
      `有 ${used} 名网格员的${dictionaryWords[dictionary]}是“${value}”，不能删除。请先改他们的资料，或改写这一项。`,
    );
  begin(change, `${dictionaryWords[dictionary]}删除“${value}”`);
  change.remove('dictionary_entry', entryId(change.office, dictionary, value));
}

/** `values` are all entries in their new order. */
export function orderEntries(change: Change, input: z.infer<typeof orderEntriesSchema>): void {
  begin(change, `调整${dictionaryWords[input.dictionary]}的顺序`);
  for (const [index, value] of input.values.entries())
    change.update('dictionary_entry', entryId(change.office, input.dictionary, value), { sort_order: index + 1 });
}
