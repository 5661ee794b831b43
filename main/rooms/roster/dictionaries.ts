// The office's own lists of words (用工来源, 管理单位, 文化程度, 政治面貌, 民族) and what a new office starts with. Rows of the
// roster hold the full words; the entry gives their short form and order.
import type { DictionaryName } from '../../../shared/roster/words.ts';
import type { Change } from '../../ground/office/office.ts';

type Entry = string | readonly [value: string, short: string];

const ethnicities =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族';

/** In order. Ethnicities as in GB/T 3304. */
const firstEntries: Record<DictionaryName, readonly Entry[]> = {
  hiringSource: ['街道招聘', ['计生专职查访员择优录用', '计生择优'], ['社区（村居）推荐', '社区推荐'], '物业公司', '其他'],
  employer: ['街道', ['社区（村居）', '社区'], ['物业公司', '物业']],
  education: ['研究生', '本科', '大专', '高中', ['中专（中技）', '中专'], '初中', '小学', ['小学以下', '文盲']],
  politics: [
    ['中共党员', '党员'],
    ['中共预备党员', '预备党员'],
    ['共青团员', '团员'],
    '民主党派',
    ['无党派人士', '无党派'],
    '群众',
  ],
  ethnicity: ethnicities.split(' '),
};

/** What a new office starts with. */
export const firstEntriesOf = (dictionary: DictionaryName): { value: string; short: string }[] =>
  firstEntries[dictionary].map((entry) =>
    typeof entry === 'string' ? { value: entry, short: entry } : { value: entry[0], short: entry[1] },
  );

type NewEntry = { dictionary: DictionaryName; value: string; short?: string | undefined };

/** Adds an entry at the end of its dictionary. @returns its id. @throws Refusal when it is there already. */
export function insertDictionaryEntry(change: Change, input: NewEntry): number {
  const value = input.value.trim();
  const last = change.office
    .prepare<[string], number>('SELECT max(sort_order) FROM dictionary_entry WHERE dictionary = ?')
    .pluck()
    .get(input.dictionary);
  return change.insert('dictionary_entry', {
    dictionary: input.dictionary,
    value,
    short: input.short?.trim() || value,
    sort_order: (last ?? 0) + 1,
  });
}

/**
 * The office's word for a value: the entry whose full or short form it is, else a new entry.
 * @returns the full words, as rows of the roster hold them
 */
export function ensureDictionaryEntry(change: Change, input: NewEntry): string {
  const value = input.value.trim();
  const known = change.office
    .prepare<{ dictionary: string; value: string }, string>(
      `SELECT value FROM dictionary_entry WHERE dictionary = @dictionary AND (value = @value OR short = @value)
       ORDER BY value <> @value, sort_order LIMIT 1`,
    )
    .pluck()
    .get({ dictionary: input.dictionary, value });
  if (known !== undefined) return known;
  insertDictionaryEntry(change, input);
  return value;
}

/** Gives each dictionary that is still empty its first entries. */
export function seedDictionaries(change: Change): void {
  for (const dictionary of Object.keys(firstEntries) as DictionaryName[]) {
    const filled = change.office
      .prepare<[string], 1>('SELECT 1 FROM dictionary_entry WHERE dictionary = ? LIMIT 1')
      .get(dictionary);
    if (filled) continue;
    for (const entry of firstEntriesOf(dictionary)) insertDictionaryEntry(change, { dictionary, ...entry });
  }
}
