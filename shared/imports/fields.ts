// What a roster file can bring, and the titles other offices write over it, from the descriptions of the roster's fields. A title
// is matched on its last part first (基本情况/姓名 → 姓名), then as a whole; what nobody matches is left out and shown.
import type { Field } from '../kit/fields.ts';
import { workerFields } from '../roster/workerFields.ts';
import { type DictionaryName, dictionaryNames } from '../roster/words.ts';
import { halfWidth, withoutBlanks } from '../rules/text.ts';

/** In the order the program's own template has them. A field that isn't a worker's own goes into the place or the grid. */
const described = {
  branch: workerFields.branch,
  community: workerFields.community,
  compound: workerFields.compound,
  gridCode: workerFields.gridCode,
  gridName: workerFields.grid,
  name: workerFields.name,
  sex: workerFields.sex,
  ethnicity: workerFields.ethnicity,
  birthMonth: workerFields.birthMonth,
  idNumber: workerFields.idNumber,
  education: workerFields.education,
  politics: workerFields.politics,
  mobile: workerFields.mobile,
  startedWork: workerFields.startedWork,
  firstDay: workerFields.firstDay,
  hiringSource: workerFields.hiringSource,
  formerFamilyPlanning: workerFields.formerFamilyPlanning,
  employer: workerFields.employer,
  propertyCompany: workerFields.propertyCompany,
  note: workerFields.note,
} as const;
export type ImportField = keyof typeof described;

export const importFields = Object.keys(described) as ImportField[];

/** As the program titles it. */
export const fieldTitle = (field: ImportField): string => described[field].title;

/** The office's list of words for it, where it takes one. */
export const dictionaryOf = (field: ImportField): DictionaryName | null => {
  const of: Field = described[field];
  if (of.kind !== 'word') return null;
  const dictionary = dictionaryNames.find((name) => name === of.dictionary);
  if (dictionary === undefined) throw new Error(`${field} names no dictionary`);
  return dictionary;
};

/** A title without spaces, marks of obligation and colons, its brackets half-width. */
export const plainTitle = (title: string): string =>
  withoutBlanks(halfWidth(title))
    .replaceAll(/[*＊:：]/g, '')
    .replaceAll(/\((必填|选填|可选|文本|18位|11位)[^)]*\)/g, '');

const fieldOf = new Map<string, ImportField>(
  importFields.flatMap((field) =>
    [...described[field].synonyms.split(' '), plainTitle(fieldTitle(field))].map((title) => [title, field] as const),
  ),
);

/** Parts of a title that say the field by themselves, where no synonym matches. */
const telling: [part: string, field: ImportField][] = [
  ['身份证', 'idNumber'],
  ['公民身份', 'idNumber'],
  ['手机', 'mobile'],
  ['联系电话', 'mobile'],
  ['网格编', 'gridCode'],
  ['总支', 'branch'],
  ['出生', 'birthMonth'],
  ['文化程度', 'education'],
  ['学历', 'education'],
  ['政治面', 'politics'],
  ['计生', 'formerFamilyPlanning'],
  ['物业公司', 'propertyCompany'],
];

export type TitleMatch = { field: ImportField; exact: boolean };

/** @param title a header path, its parts joined with `/` */
export function matchTitle(title: string): TitleMatch | null {
  const parts = title.split('/').map(plainTitle);
  const candidates = [parts.at(-1) ?? '', plainTitle(title), parts.join('')];
  for (const candidate of candidates) {
    const field = fieldOf.get(candidate);
    if (field) return { field, exact: true };
  }
  const last = candidates[0] ?? '';
  const part = last.length <= 14 ? telling.find(([text]) => last.includes(text)) : undefined;
  return part ? { field: part[1], exact: false } : null;
}

/** Proposes a field for each column; a field is proposed once, an exact title before a telling one. */
export function proposeColumns(titles: readonly string[]): (ImportField | null)[] {
  const proposed: (ImportField | null)[] = titles.map(() => null);
  const matches = titles.map(matchTitle);
  const taken = new Set<ImportField>();
  for (const exact of [true, false])
    for (const [column, match] of matches.entries()) {
      if (match?.exact !== exact || taken.has(match.field)) continue;
      proposed[column] = match.field;
      taken.add(match.field);
    }
  return proposed;
}
