// What a roster file can bring, and the titles other offices write over it. A title is matched on its last part first
// (基本情况/姓名 → 姓名), then as a whole; what nobody matches is left out and shown.
import { halfWidth, withoutBlanks } from '../rules/text.ts';

export const importFields = [
  'branch',
  'community',
  'compound',
  'gridCode',
  'gridName',
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
  'propertyCompany',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** As the program titles them, in the order its own template has them. */
export const fieldTitles: Readonly<Record<ImportField, string>> = {
  branch: '所属社区总支',
  community: '社区（村居）',
  compound: '居民小区',
  gridCode: '网格编码',
  gridName: '网格名称',
  name: '姓名',
  sex: '性别',
  ethnicity: '民族',
  birthMonth: '出生年月',
  idNumber: '身份证号',
  education: '文化程度',
  politics: '政治面貌',
  mobile: '手机号码',
  startedWork: '参加工作时间',
  firstDay: '上岗日期',
  hiringSource: '用工来源',
  formerFamilyPlanning: '是否原计生专职查访员',
  employer: '管理单位',
  propertyCompany: '物业公司',
  note: '备注',
};

const synonyms: Readonly<Record<ImportField, string>> = {
  branch: '社区总支 总支 所属总支 党总支 所属党总支 社区党总支 总支名称 所属社区总支',
  community:
    '社区 村居 村 社区(村居) 社区(村) 所属社区 所属村居 所属社区(村居) 社区名称 村居名称 社区村居 社区/村居 村(社区) 村(居)',
  compound: '小区 居民小区 所属小区 小区名称 所在小区 住宅小区',
  gridCode: '网格编码 网格编号 网格代码 网格号 网格化编码 编码',
  gridName: '网格名称 网格 所属网格 所在网格 负责网格',
  name: '姓名 网格员 网格员姓名 专职网格员 人员姓名 名字',
  sex: '性别',
  ethnicity: '民族',
  birthMonth: '出生年月 出生日期 出生年月日 出生时间 生日',
  idNumber: '身份证号 身份证号码 公民身份号码 公民身份证号 公民身份证号码 身份证 证件号码 身份号码 居民身份证号',
  education: '文化程度 学历 最高学历 教育程度 全日制学历',
  politics: '政治面貌 政治面目 党派',
  mobile: '手机号码 手机号 手机 联系电话 电话 联系方式 移动电话 本人电话 电话号码 联系号码',
  startedWork: '参加工作时间 参加工作日期 工作时间 参工时间 入职时间 从事网格员时间',
  firstDay: '上岗日期 上岗时间 任职时间 任职日期 到岗时间 到岗日期',
  hiringSource: '用工来源 人员来源 来源 聘用方式 招聘方式 用工方式',
  formerFamilyPlanning: '是否原计生专职查访员 原计生专职查访员 是否计生查访员 原计生查访员 是否原计生查访员',
  employer: '管理单位 用人单位 主管单位',
  propertyCompany: '物业公司 物业 物业名称 物业公司名称 物业服务公司',
  note: '备注 说明 其他',
};

/** A title without spaces, marks of obligation and colons, its brackets half-width. */
export const plainTitle = (title: string): string =>
  withoutBlanks(halfWidth(title))
    .replaceAll(/[*＊:：]/g, '')
    .replaceAll(/\((必填|选填|可选|文本|18位|11位)[^)]*\)/g, '');

const fieldOf = new Map<string, ImportField>(
  importFields.flatMap((field) =>
    [...synonyms[field].split(' '), plainTitle(fieldTitles[field])].map((title) => [title, field] as const),
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
