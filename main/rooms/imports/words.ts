// The words of a roster's cells and the office's own for them: 党员 → 中共党员, 汉 → 汉族, 中专 → 中专（中技）. What nobody knows
// becomes a word of the office's dictionary when it is imported.
import { type DictionaryName, dictionaryNames } from '../../../shared/roster/words.ts';
import { commonForms } from '../../../shared/rules/hanForms.ts';
import { halfWidth, withoutBlanks } from '../../../shared/rules/text.ts';
import type { Office } from '../../ground/office/office.ts';
import { firstEntriesOf } from '../roster/dictionaries.ts';
import { type DictionaryWord, listCompanyNames, listWords } from '../roster/survey.ts';

const aliases: Readonly<Record<DictionaryName, Readonly<Record<string, string>>>> = {
  education: {
    大学: '本科',
    大学本科: '本科',
    全日制本科: '本科',
    本科学历: '本科',
    专科: '大专',
    大学专科: '大专',
    普通高中: '高中',
    职高: '中专（中技）',
    中技: '中专（中技）',
    技校: '中专（中技）',
    硕士: '研究生',
    硕士研究生: '研究生',
    博士: '研究生',
    初级中学: '初中',
  },
  politics: {
    中国共产党党员: '中共党员',
    共产党员: '中共党员',
    中国共产党预备党员: '中共预备党员',
    无党派: '无党派人士',
    一般群众: '群众',
  },
  hiringSource: {
    计生专职查访员: '计生专职查访员择优录用',
    社区推荐: '社区（村居）推荐',
    村居推荐: '社区（村居）推荐',
    其它: '其他',
  },
  employer: { 村居: '社区（村居）', 街道办事处: '街道' },
  ethnicity: {},
};

/** How words are compared: no spaces, full-width brackets. */
const plain = (word: string): string =>
  commonForms(withoutBlanks(halfWidth(word)))
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(',', '，');

/** The office's words; of a list that is still empty those with which it will begin. */
function wordsOf(office: Office): DictionaryWord[] {
  const words = listWords(office);
  const filled = new Set(words.map(({ dictionary }) => dictionary));
  const first = dictionaryNames.flatMap((dictionary) =>
    filled.has(dictionary) ? [] : firstEntriesOf(dictionary).map((entry) => ({ dictionary, ...entry })),
  );
  return [...words, ...first];
}

/** The fields whose words join a list of the office when they are written. */
export const listedFields = [...dictionaryNames, 'propertyCompany'] as const;
export type ListedField = (typeof listedFields)[number];

export const isListed = (field: string): field is ListedField => listedFields.some((listed) => listed === field);

export class Words {
  readonly #known = new Map<string, string>();
  readonly #listed: Map<ListedField, Set<string>>;

  constructor(office: Office) {
    const words = wordsOf(office);
    this.#listed = new Map<ListedField, Set<string>>(
      dictionaryNames.map((name) => [name, new Set(words.flatMap((word) => (word.dictionary === name ? [word.value] : [])))]),
    );
    this.#listed.set('propertyCompany', new Set(listCompanyNames(office)));
    for (const { dictionary, short, value } of words) this.#known.set(`${dictionary} ${plain(short)}`, value);
    for (const { dictionary, value } of words) this.#known.set(`${dictionary} ${plain(value)}`, value);
  }

  /** Every word of a list, in its order. */
  listed(field: ListedField): string[] {
    return [...(this.#listed.get(field) ?? [])];
  }

  has(field: ListedField, word: string): boolean {
    return this.#listed.get(field)?.has(word) === true;
  }

  /** The office's word for a cell; the cell's own, tidied, where the office has none yet. */
  wordFor(dictionary: DictionaryName, cell: string): string {
    const word = plain(cell);
    const candidates = [
      word,
      aliases[dictionary][word] ?? word,
      dictionary === 'ethnicity' && !word.endsWith('族') ? `${word}族` : word,
    ];
    for (const candidate of candidates) {
      const known = this.#known.get(`${dictionary} ${plain(candidate)}`);
      if (known !== undefined) return known;
    }
    return candidates.find((candidate) => candidate !== word) ?? word;
  }
}
