// What a column's title says: which field, and of whom. The whole title decides, and the groups above it: 联系电话 under 网格长, or
// right of a column 网格长, is not the worker's; 出生地 is no birth month. What nobody knows is left out and shown.
import type { Field } from '../kit/fields.ts';
import { commonForms } from '../rules/hanForms.ts';
import { halfWidth, withoutBlanks } from '../rules/text.ts';
import { communityOwn, described, fieldTitle, type ImportField, importFields } from './fields.ts';

/** A title without spaces, numbers before it, marks of obligation and colons, its brackets half-width. */
export const plainTitle = (title: string): string =>
  withoutBlanks(halfWidth(commonForms(title)))
    .replaceAll(/[*:：★☆▲]/g, '')
    .replaceAll(/[[【〔]([^\]】〕]*)[\]】〕]/g, '($1)')
    .replace(/^([(（]?\d{1,2}[)）.、]|[一二三四五六七八九十]{1,3}[、.])/, '')
    .replaceAll(/\((?:必填|选填|可选|文本|18位|11位|年月|格式|[a-z]{4}|如|例|数字)[^)]*\)/gi, '')
    .replace(/(?<=.)\((?:年|岁|本人|(?!本人)[^()/、]{1,6}(?:[/、](?!家属|配偶|联系人)[^()/、]{1,6})+)\)$/, '');

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

const workerWord = '(?:专职|全科|社区|村居|本|现任)?(?:网格员|网格员队伍|网格人员|人员|员工|职工|工作人员|队员|本人|个人)';
const workerGroup = new RegExp(`^${workerWord}(?:基本)?(?:信息|情况|资料|名单|花名册)?$`);
const neutralGroup =
  /^(?:基本|个人|人员|自然|身份|联系|通讯|任职|岗位|工作|学历|上岗|所在|所属|所辖|管辖|服务|负责)?(?:基本)?(?:信息|情况|资料|方式|电话|网格|单位|地点|岗位|联系|住址)?$/;
const leaderWord = '(?:兼职|总)?(?:网格长)';
const communityWord = '(?:社区|村居|村|社区\\(村\\)|社区\\(村居\\)|村\\(社区\\)|村\\(居\\)|居委会|村委会|村两委|两委)';
const othersWord =
  '(?:书记|主任|负责人|联系人|副网格长|微网格长|微网格员|兼职网格员|楼长|楼栋长|楼门长|单元长|协管员|联络员|指导员|督导员|帮扶人?员?|包联?(?:村|片|社区|保)?(?:干部|领导|人员|责任人)?|民警|社区民警|辅警|物业|物业公司|物业负责人|总支|总支书记|街道|街道办|配偶|父亲|母亲|子女|家属|亲属|紧急联系人|推荐人|介绍人|担保人|填报人|审核人|经办人|分管领导)';
const leader = new RegExp(`^${leaderWord}(?:基本)?(?:信息|情况|资料)?$`);
const community = new RegExp(`^${communityWord}(?:基本)?(?:信息|情况|资料)?$`);
const others = new RegExp(`^${communityWord}?${othersWord}(?:基本)?(?:信息|情况|资料)?$`);

/** Whose a column is. `group`: of somebody whom the title names otherwise, or of a group that nobody knows. */
export type Owner = { of: 'worker' } | { of: 'leader' | 'community' | 'group'; words: string };

/** Chinese for whose it is. */
export const ownerWords = (owner: Owner): string => (owner.of === 'worker' ? '网格员' : owner.words);

export type ReadTitle = {
  /** What the title means by itself, whoever it speaks of. */
  field: ImportField | null;
  owner: Owner;
};

function ownerOfGroup(group: string): Owner | null {
  if (leader.test(group)) return { of: 'leader', words: '网格长' };
  if (workerGroup.test(group)) return { of: 'worker' };
  if (community.test(group)) return { of: 'community', words: '社区（村居）' };
  if (others.test(group)) return { of: 'group', words: group };
  return neutralGroup.test(group) ? null : { of: 'group', words: group };
}

/** 所属村(社区), 社区(村居)名称, 村/社区: offices write it in every order. */
const communityTitle =
  /^(?:所属|所在|管辖|负责|服务)?(?:社区|村居|村|行政村|居委会|村居委会|村\((?:居|社区|居社区)\)|社区\((?:村|村居|居)\)|社区[/、]?(?:村居?|居)|村居?[/、]?社区|村[/、]居)(?:名称|名|单位)?$/;

const ownField = (title: string): ImportField | undefined =>
  (communityTitle.test(title) ? 'community' : undefined) ??
  synonyms.get(title) ??
  synonyms.get(title.replace(new RegExp(`^${workerWord}的?(?=.)`), ''));

/** Of somebody else, by the title alone: 网格长姓名, 社区联系电话, 书记手机. */
function ofSomebodyElse(title: string): ReadTitle | null {
  for (const [word, owner] of [
    [leaderWord, { of: 'leader', words: '网格长' }],
    [`${communityWord}?${othersWord}`, null],
    [communityWord, { of: 'community', words: '社区（村居）' }],
  ] as const) {
    const whose = new RegExp(`^${word}`).exec(title)?.[0];
    if (whose === undefined) continue;
    const rest = title.slice(whose.length).replace(/^的/, '');
    const field = rest === '' ? 'name' : synonyms.get(rest);
    if (field === undefined || (rest === '' && owner?.of === 'community')) continue;
    if (rest === '' || personal.has(field)) return { field, owner: owner ?? { of: 'group', words: whose } };
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
    const says = title.includes('/') || read.owner.of !== 'worker' || new RegExp(`^${workerWord}`).test(plainTitle(title));
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

/** Proposes a field for each column: what is the worker's own, each field once. */
export function proposeColumns(titles: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return readTitles(titles).map(({ field, owner }) => {
    if (field === null || owner.of !== 'worker' || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
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
    return owner ? [{ field, words: ownerWords(owner) }] : [];
  });
  if (said.every(({ words }) => words === '网格员')) return null;
  const groups = Map.groupBy(said, ({ words }) => words);
  if (groups.size === 1 && said.every(({ words }) => !leader.test(words) && !others.test(words))) return null;
  return [...groups].map(([words, of]) => `${of.map(({ field }) => fieldTitle(field)).join('、')}取自“${words}”`).join('，');
}
