// What a column's title says: which field, and of whom. The whole title decides, and the groups above it: 联系电话 under 网格长, or
// right of a column 网格长, is not the worker's; 出生地 is no birth month. What nobody knows is left out and shown.
import type { Field } from '../kit/fields.ts';
import { commonForms } from '../rules/hanForms.ts';
import { halfWidth, withoutBlanks } from '../rules/text.ts';
import { beginsWithWorker, othersFirst, type Owner, ownerOfGroup, ownerWords, withoutWorker } from './owners.ts';
import { communityOwn, described, fieldTitle, type ImportField, importFields } from './fields.ts';

/** What may be filled in, in brackets behind a title: (是/否), (党员/群众), (年). Whose it is stays: (父亲/母亲). */
const option =
  '(?:是|否|有|无|男|女|√|×|年|月|日|岁|本人|手机|座机|固话|长号|中共党员|党员|预备党员|团员|群众|汉族|少数民族|研究生|本科|大专|高中|中专|初中|小学|城市|农村|专职|中文|数字|文本)';
const options = new RegExp(`(?<=.)\\(${option}(?:[/、]${option})*\\)$`);
/** 网格员2, 联系方式（一）: one of several, the field is the same. */
const numbered = /(?<=\p{Script=Han})(?:[1-9]|\((?:[1-9一二三四五])\))$/u;

/** A title without spaces, numbers before it, marks of obligation and colons, its brackets half-width. */
export const plainTitle = (title: string): string =>
  withoutBlanks(halfWidth(commonForms(title)))
    .replaceAll(/[*:：★☆▲]/g, '')
    .replaceAll(/[[【〔]([^\]】〕]*)[\]】〕]/g, '($1)')
    .replace(/^([(（]?\d{1,2}[)）.、]|[一二三四五六七八九十]{1,3}[、.])/, '')
    .replaceAll(/\((?:必填|选填|可选|文本|18位|11位|年月|格式|[a-z]{4}|如|例|数字)[^)]*\)/gi, '')
    .replace(options, '')
    .replace(numbered, '');

const synonyms = new Map<string, ImportField>(
  importFields.flatMap((field) => {
    if (communityOwn.some((own) => own === field)) return [];
    const of: Field = described[field];
    return [...(of.synonyms ?? '').split(' '), plainTitle(fieldTitle(field))]
      .filter((title) => title !== '')
      .map((title) => [title, field] as const);
  }),
);

/** Fields of the person, as against the ground that they serve on. */
const personal: ReadonlySet<ImportField> = new Set([
  'name',
  'sex',
  'ethnicity',
  'birthMonth',
  'idNumber',
  'education',
  'politics',
  'mobile',
  'startedWork',
  'firstDay',
  'hiringSource',
  'formerFamilyPlanning',
  'employer',
] as const);

/** They decide who a row is: of one row they come from one person. */
export const identifying = ['name', 'idNumber', 'sex', 'mobile'] as const satisfies readonly ImportField[];

export type ReadTitle = {
  /** What the title means by itself, whoever it speaks of. */
  field: ImportField | null;
  owner: Owner;
};

/** 所属村(社区), 社区(村居)名称, 村/社区: offices write it in every order. */
const communityTitle =
  /^(?:所属|所在|管辖|负责|服务)?(?:社区|村居|村|行政村|居委会|村居委会|村\((?:居|社区|居社区)\)|社区\((?:村|村居|居)\)|社区[/、]?(?:村居?|居)|村居?[/、]?社区|村[/、]居)(?:名称|名|单位)?$/;

const ownField = (title: string): ImportField | undefined =>
  (communityTitle.test(title) ? 'community' : undefined) ?? synonyms.get(title) ?? synonyms.get(withoutWorker(title));

/** Of somebody else, by the title alone: 网格长姓名, 社区联系电话, 书记手机. */
function ofSomebodyElse(title: string): ReadTitle | null {
  for (const { owner, rest } of othersFirst(title)) {
    const field = rest === '' ? 'name' : synonyms.get(rest);
    if (field === undefined || (rest === '' && owner.of === 'community')) continue;
    if (rest === '' || personal.has(field)) return { field, owner };
  }
  return null;
}

/** @param title a header path, its parts joined with `/`; a stroke within a part is written ／ */
export function readTitle(title: string): ReadTitle {
  const parts = title.split('/').map(plainTitle);
  const last = parts.at(-1) ?? '';
  const groups = parts.slice(0, -1);
  const whole = groups.length > 0 ? synonyms.get(parts.join('')) : undefined;
  if (whole !== undefined) return { field: whole, owner: { of: 'worker' } };
  const owner = groups.toReversed().flatMap((group) => ownerOfGroup(group) ?? [])[0] ?? null;
  const own = ownField(last);
  if (own !== undefined) return { field: own, owner: personal.has(own) && owner ? owner : { of: 'worker' } };
  return ofSomebodyElse(last) ?? { field: null, owner: owner ?? { of: 'worker' } };
}

/**
 * The titles of a header from left to right. Where no groups say whose a column is, a column right of 网格长 is the 网格长's, until
 * the next name.
 */
export function readTitles(titles: readonly string[]): ReadTitle[] {
  let nearest: Owner = { of: 'worker' };
  return titles.map((title) => {
    const read = readTitle(title);
    if (read.field === 'name') nearest = read.owner;
    const follows = read.field !== null && read.field !== 'name' && identifying.some((field) => field === read.field);
    const says = title.includes('/') || read.owner.of !== 'worker' || beginsWithWorker(plainTitle(title));
    return follows && !says && nearest.of !== 'worker' ? { ...read, owner: nearest } : read;
  });
}

/** What can be written for somebody other than the worker. */
const elsewhere: Partial<Record<Owner['of'], Partial<Record<ImportField, ImportField>>>> = {
  community: { mobile: 'communityPhone' },
};

/** The field that a column could be written to if the person wishes it, where it isn't the worker's own. */
export const fieldForOthers = ({ field, owner }: ReadTitle): ImportField | null => {
  if (owner.of === 'group' && owner.words.endsWith('书记') && field === 'name') return 'secretary';
  return (field && elsewhere[owner.of]?.[field]) ?? null;
};

/** A group of which nobody knows whose it is: 甲/姓名 beside 甲/电话 are one person. */
const isUnknownGroup = (owner: Owner): boolean => owner.of === 'group' && othersFirst(owner.words).length === 0;

/**
 * Proposes a field for each column: what is the worker's own, each field once. Of two columns for one place the worker's block has it.
 * @param hidden columns that nobody sees: they stand back behind those that are seen
 */
export function proposeColumns(titles: readonly string[], hidden: ReadonlySet<number> = new Set()): (ImportField | null)[] {
  const read = readTitles(titles);
  const candidates = Map.groupBy(
    read.flatMap(({ field, owner }, column) => (field !== null && owner.of === 'worker' ? [{ field, column }] : [])),
    ({ field }) => field,
  );
  const proposed: (ImportField | null)[] = titles.map(() => null);
  for (const [field, columns] of candidates) {
    const seen = columns.filter(({ column }) => !hidden.has(column));
    const own = (seen.length > 0 ? seen : columns).map(({ column }) => column);
    const best = personal.has(field) ? own[0] : (own.find((column) => isOfWorker(titles, read, column)) ?? own[0]);
    if (best !== undefined) proposed[best] = field;
  }
  return proposed;
}

/** Whether a column of the ground stands in the worker's block: under their group, else right of their name. */
function isOfWorker(titles: readonly string[], read: readonly ReadTitle[], column: number): boolean {
  const groups = (titles[column] ?? '').split('/').slice(0, -1).map(plainTitle);
  const owner = groups.toReversed().flatMap((group) => ownerOfGroup(group) ?? [])[0];
  if (owner) return owner.of === 'worker';
  const nearest = read.slice(0, column).findLast(({ field }) => field === 'name');
  return nearest?.owner.of === 'worker';
}

/**
 * Of whom the columns speak that say who a row is, where that is more than one person, or somebody else than the worker; null where
 * they agree.
 */
export function mixedOwners(titles: readonly string[], fields: readonly (ImportField | null)[]): string | null {
  const read = readTitles(titles);
  const said = identifying.flatMap((field) => {
    const at = fields.indexOf(field);
    const owner = read[at]?.owner;
    return owner ? [{ field, owner, words: ownerWords(owner) }] : [];
  });
  if (said.every(({ words }) => words === '网格员')) return null;
  const groups = Map.groupBy(said, ({ words }) => words);
  if (groups.size === 1 && said.every(({ owner }) => isUnknownGroup(owner))) return null;
  return [...groups].map(([words, of]) => `${of.map(({ field }) => fieldTitle(field)).join('、')}取自“${words}”`).join('，');
}
