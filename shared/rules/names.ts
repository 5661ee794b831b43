// People's names: mostly two to four characters, ethnic names with `·`, rare characters beyond the basic plane. What can't be
// a name (digits, a formula, a remark) is refused rather than stored.
import { halfWidth, holdsNumber, withoutBlanks } from './text.ts';

export type NameFault = 'notAName' | 'tooShort' | 'tooLong' | 'placeholder';

export type NameReading =
  | { kind: 'empty' }
  | { kind: 'name'; name: string }
  | { kind: 'refused'; fault: NameFault; text: string };

/** Han of every plane, 〇, and the private use area where old office fonts keep rare characters. */
const characters = /^[\p{Script=Han}〇\u{e000}-\u{f8ff}]+(·[\p{Script=Han}〇\u{e000}-\u{f8ff}]+)*$/u;
const dots = /[•・‧∙●．.。﹒･]/g;
const placeholders = new Set([
  '无',
  '空',
  '暂无',
  '空缺',
  '待定',
  '待补',
  '不详',
  '未知',
  '小计',
  '合计',
  '总计',
  '缺编',
  '空岗',
]);

/** Spaces of every width out (罗 玉 → 罗玉), every middle dot made `·`. */
export const normaliseName = (text: string): string => withoutBlanks(text).replaceAll(dots, '·');

export function readName(raw: string | number | null): NameReading {
  if (raw === null) return { kind: 'empty' };
  const name = normaliseName(String(raw));
  if (name === '') return { kind: 'empty' };
  if (placeholders.has(halfWidth(name))) return { kind: 'refused', fault: 'placeholder', text: name };
  if (!characters.test(name) || holdsNumber(name)) return { kind: 'refused', fault: 'notAName', text: String(raw) };
  const length = Array.from(name).length;
  if (length < 2) return { kind: 'refused', fault: 'tooShort', text: name };
  if (length > (name.includes('·') ? 20 : 6)) return { kind: 'refused', fault: 'tooLong', text: name };
  return { kind: 'name', name };
}

export const nameFaults: Readonly<Record<NameFault, string>> = {
  notAName: '不是姓名，请填写姓名',
  tooShort: '姓名只有一个字，请核对',
  tooLong: '姓名过长，请核对',
  placeholder: '不是姓名，空缺的网格请不要写在花名册里',
};
