// People's names: mostly two to four characters, ethnic names with `·`, rare characters beyond the basic plane, foreigners' in Latin
// letters. What can't be one person's name (digits, a formula, a remark, two people) is refused rather than stored; what may be, and
// seldom is, is asked about.
import { commonForms, hasPrivateUse, withoutPrivateUse } from './hanForms.ts';
import { nothingIn } from './nothingWritten.ts';
import { halfWidth, hasDamage, holdsNumber, tidyWords, withoutBlanks } from './text.ts';

export type NameFault =
  | 'notAName'
  | 'tooShort'
  | 'tooLong'
  | 'placeholder'
  /** Somebody says that the grid has nobody. */
  | 'vacant'
  | 'several'
  | 'title'
  | 'number'
  | 'masked'
  | 'damaged';

export type NameReading =
  | { kind: 'empty' }
  | { kind: 'name'; name: string }
  /** Usable once somebody has looked; `doubt` says why. `corrected`: `name` is not what was written, but what it likely means. */
  | { kind: 'doubtful'; name: string; doubt: string; corrected: boolean }
  | { kind: 'refused'; fault: NameFault; text: string };

/** Han of every plane, 〇, and the private use area where old office fonts keep rare characters. */
const han = String.raw`[\p{Script=Han}〇\u{e000}-\u{f8ff}]`;
const characters = new RegExp(`^${han}+(·${han}+)*$`, 'u');
const dots = /[•・‧∙●⋅⸱᛫ᐧ．.。﹒･]/g;
const placeholders = new Set(['小计', '合计', '总计']);
/** What is done with a grid that has nobody; 尚, 招 and 安 are families, so that none of it alone is a vacancy. */
const toBeFilled =
  '公开招聘|招聘|招录|招收|招募|招人|招|聘用|聘任|聘|选聘|选派|选配|选拔|选任|竞聘|配备|配齐|配|补充|补齐|补缺|补员|补|安排|落实|确定|定|到岗|到位|上岗|任命|就位';
const vacancies = new RegExp(
  `^(?:(?:目前|现在|现|暂时|暂|岗位|职位|人员|本网格|该网格|专职网格员|网格员)*(?:空缺|空岗|空位|空额|空编|空着|缺员|缺人|缺编|缺岗|缺额|缺位|缺|虚位|无人|没人|没有人|待定)|(?:目前|现在|现|岗位|职位|人员|专职网格员|网格员)*(?:暂时?未|尚未|尚待|还没有?|还未|正在|正在重新|重新|待|未|拟|需|新|补)(?:${toBeFilled})(?:人员|网格员)?中?|(?:岗位|人员|网格员)?(?:${toBeFilled})(?:之中|期间|中)|招聘|缺)$`,
);
const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 夏侯 诸葛 尉迟 皇甫 澹台 公冶 宗政 濮阳 淳于 单于 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 司徒 司空 闻人 呼延 赫连 百里 东郭 南门 万俟 拓跋 完颜 纳兰'.split(
    ' ',
  ),
);

/** How somebody is addressed, and what they are: no part of a name. */
const address = '先生|女士|小姐|同志|老师';
const titles =
  /网格|社区|小区|村委|居委|街道|办事处|物业|公司|电话|姓名|人员|主任|书记|组长|队长|村长|经理|科长|站长|所长|先生|女士|小姐|同志|老师|空缺|待定|缺编|离职|退休|辞职|(?:产|病|事|婚|丧|年休|哺乳|探亲|休|请|陪护|育儿)假|借调|抽调|调离|停职|停薪/;
/** 王明兼, 由王明代, 王明妻: more is said than a name; but 代 and 由 are families, and each of these stands in somebody's name. */
const beyondName =
  /^.{2,}(?:[兼副代妻媳嫂]|兼任|兼管|代管|代理|代班|暂代|接替|接任|负责|妻子|丈夫|爱人|老公|老婆|儿子|女儿|儿媳|媳妇|家属)$|^由.{2,}[代兼管任接]$/u;
/** Where two of them stand in a name of four, it may be two names. */
const commonSurnames = new Set('王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
const addressed = new RegExp(`^(${han}{2,4})(${address})$`, 'u');
/** 王明（组长）. */
const remarked = new RegExp(String.raw`^(${han}{2,}(?:·${han}+)*)([(\[【〔{][^()\[\]【】]{1,12}[)\]】〕}])$`, 'u');
/** 王某, 王某某: somebody's name was hidden. */
const masked = new RegExp(`^(?:${han}某{1,2}|${han}{2}某某)$`, 'u');
const latin = /^[\p{Script=Latin}\p{M}'’.\- ·]+$/u;

/** The longest that is read as a name at all. */
const mostDotted = 20;
const mostLatin = 40;
/** From here on a name without dots is rare: 库尔班江买买提. */
const longFrom = 7;
/** What a board has room for in two lines, besides the dots. */
const mostPrinted = 12;

/** Spaces of every width out (罗 玉 → 罗玉), every middle dot made `·`, each character in its common form. */
export const normaliseName = (text: string): string => commonForms(withoutBlanks(text)).replaceAll(dots, '·');

const countOf = (text: string): number => Array.from(text).length;

/** 王 明 李 红, 王明李红: as many characters as two people have. */
function mayBeTwo(text: string, name: string): boolean {
  const marks = Array.from(name);
  if (marks.length < 4 || name.includes('·') || compoundSurnames.has(marks.slice(0, 2).join(''))) return false;
  const words = text.trim().split(/\s+/);
  if (words.length === marks.length) return true;
  return marks.length === 4 && [marks[0], marks[2]].every((mark) => mark !== undefined && commonSurnames.has(mark));
}

/** Two names beside each other, whatever parts them; 罗 玉, 欧阳 修 and 司马 相如 are one. */
function isSeveral(text: string): boolean {
  const parted = text
    .split(/[、,;/\\|&+\r\n]/)
    .map(withoutBlanks)
    .filter((part) => part !== '');
  if (
    parted.length > 1 &&
    parted.some((part) => countOf(part) > 1) &&
    parted.every((part) => characters.test(normaliseName(part)))
  )
    return true;
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || !words.every((word) => characters.test(normaliseName(word)))) return false;
  const counts = words.map(countOf);
  if (counts.every((count) => count === 1)) return false;
  const [first = '', second = '', ...others] = words;
  if (others.length > 0) return true;
  if (countOf(first) === 1 || compoundSurnames.has(first)) return false;
  return countOf(second) > 1 || countOf(first) > 2;
}

const refused = (fault: NameFault, text: string): NameReading => ({ kind: 'refused', fault, text });

export function readName(raw: string | number | null): NameReading {
  if (raw === null) return { kind: 'empty' };
  const written = String(raw);
  if (hasDamage(written)) return refused('damaged', written);
  const text = halfWidth(written);
  const name = normaliseName(text);
  if (name === '') return { kind: 'empty' };
  if (vacancies.test(name)) return refused('vacant', name);
  if (nothingIn(written) !== null || placeholders.has(name)) return refused('placeholder', name);
  if (isSeveral(text)) return refused('several', tidyWords(written));
  if (latin.test(commonForms(text)) && /\p{L}.*\p{L}/u.test(text)) return latinName(tidyWords(text));
  const [, bare, beside] = remarked.exec(name) ?? addressed.exec(name) ?? [];
  if (bare !== undefined && beside !== undefined && !titles.test(bare)) return whole(bare, `“${beside}”不是姓名，不会写入`);
  return whole(name, null, mayBeTwo(text, name));
}

function latinName(name: string): NameReading {
  if (countOf(name) > mostLatin) return refused('tooLong', name);
  return { kind: 'doubtful', name, doubt: '是外文字母，请对照原件核对姓名', corrected: false };
}

/**
 * @param remark what was left out beside the name, in words
 * @param maybeTwo it may be the names of two
 */
function whole(written: string, remark: string | null, maybeTwo = false): NameReading {
  if (/\d{5,}/.test(written)) return refused('number', written);
  if (!characters.test(written) || holdsNumber(written)) return refused('notAName', written);
  if (titles.test(written)) return refused('title', written);
  if (masked.test(written)) return refused('masked', written);
  const name = withoutPrivateUse(written);
  const length = countOf(name);
  if (length < 2) return refused('tooShort', name);
  if (length > mostDotted) return refused('tooLong', name);
  const doubts = [
    remark,
    name === written ? null : `“${written}”里有旧造字，别的电脑上看不到，应该是“${name}”`,
    maybeTwo ? '像是两个人的姓名，请核对；是两个人的请分开写成两行' : null,
    beyondName.test(name) ? '像是姓名加了说明，请核对；姓名以外的字请去掉' : null,
    hasPrivateUse(name) ? '有本机造字，别的电脑上可能看不到，请核对' : null,
    length >= longFrom && !name.includes('·') ? `有 ${length} 个字，没有“·”，请核对是不是一个人的姓名` : null,
    countOf(name.replaceAll('·', '')) > mostPrinted ? `有 ${length} 个字，指示牌上可能放不下，请核对` : null,
  ].filter((doubt) => doubt !== null);
  if (doubts.length === 0) return { kind: 'name', name };
  return { kind: 'doubtful', name, doubt: doubts.join('；'), corrected: remark !== null || name !== written };
}

export const nameFaults: Readonly<Record<NameFault, string>> = {
  notAName: '不是姓名，请填写姓名',
  tooShort: '姓名只有一个字，请核对',
  tooLong: '姓名过长，请核对',
  placeholder: '不是姓名，空缺的网格请不要写在花名册里',
  vacant: '网格空缺，不写人',
  several: '一格里像是几个人的姓名，请每人单独写一行；少数民族姓名中间请用“·”连接',
  title: '写的是称呼或单位，请填写姓名',
  number: '姓名里有号码，请把号码移到它自己的一栏',
  masked: '姓名不完整，请填写全名',
  damaged: '有乱码，原来的字已经丢失，请对照原件填写',
};
