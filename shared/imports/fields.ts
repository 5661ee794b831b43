// What a roster file can bring, from the descriptions of the roster's fields; which title means which is titles.ts.
import type { Field } from '../kit/fields.ts';
import { communityFields } from '../roster/placeFields.ts';
import { workerFields } from '../roster/workerFields.ts';
import { type DictionaryName, dictionaryNames } from '../roster/words.ts';

/** In the order the program's own template has them. A field that isn't a worker's own goes into the place or the grid. */
export const described = {
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
  communityPhone: { ...communityFields.phone, title: '社区联系电话' },
  secretary: { ...communityFields.secretary, title: '社区书记' },
} as const;
export type ImportField = keyof typeof described;

export const importFields = Object.keys(described) as ImportField[];

/** Of the community that a row stands in: never proposed, written where the person wishes it. */
export const communityOwn = ['communityPhone', 'secretary'] as const satisfies readonly ImportField[];

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
