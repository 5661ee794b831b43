// Phone numbers as text: a mobile is 11 digits that begin with 1; a landline carries its area code, 0539-2251234. What people
// type where they don't know (18999999999) is held for confirming, never dropped; of several numbers in a cell each is read.
import { hasDamage, isPlaceholderRun, isScientific, tidyCode } from './text.ts';

export type PhoneFault =
  | 'length'
  | 'characters'
  | 'scientific'
  | 'areaCode'
  | 'noSuchLine'
  | 'several'
  | 'short'
  | 'masked'
  | 'damaged';

type SinglePhone =
  | { kind: 'empty' }
  | { kind: 'mobile'; mobile: string }
  | { kind: 'landline'; landline: string }
  /** Looks made up: usable once somebody has confirmed it. */
  | { kind: 'doubtful'; mobile: string }
  | { kind: 'refused'; fault: PhoneFault; text: string };

export type PhoneReading =
  | SinglePhone
  /** Each once, in the order written; `short` are numbers that only the office's own telephones know. */
  | { kind: 'several'; mobiles: readonly string[]; landlines: readonly string[]; short: readonly string[] };

/** Numbers printed on sample cards and in shop windows, and runs of eight in a row. */
const looksMadeUp = (mobile: string): boolean =>
  mobile === '13800138000' || /(\d)\1{6}/.test(mobile) || isPlaceholderRun(mobile.slice(3)) || mobile.startsWith('12345');

export const isMobile = (text: string): boolean => /^1\d{10}$/.test(text);

/** Area code (010, 02x, 03xx to 09xx), number 7–8 digits, extension as typed after it. */
const landlineShape = /^\(?(0(?:10|2\d|[3-9]\d{2}))\)?-?([2-9]\d{6,7})(?:(?:-|转分机|转|分机|ext\.?|#)(\d{1,5}))?$/i;
/** The 0 that is dialled before a mobile of another town; no area code but Beijing's begins with 01. */
const dialledAhead = /^0(?=1[3-9]\d{9}$)/;
const shortShape = /^\d{3,6}$/;

/** One number; of China, whatever stands before it to say so. */
function readOne(written: string): SinglePhone {
  const text = tidyCode(written).replaceAll(/[\p{Pd}－~−]/gu, '-');
  if (text === '') return { kind: 'empty' };
  if (isScientific(text)) return { kind: 'refused', fault: 'scientific', text };
  if (/\d/.test(text) && /[*●•□○?？]|[xX×]{2,}/.test(text)) return { kind: 'refused', fault: 'masked', text };
  const own = text.replace(/^\(?(?:\+|00)\(?86\)?-?/, '').replace(/^\(86\)/, '');
  // From abroad an area code is dialled without its zero.
  const landline = landlineShape.exec(own !== text && /^[2-9]/.test(own) ? `0${own}` : own);
  if (landline)
    return { kind: 'landline', landline: `${landline[1]}-${landline[2]}${landline[3] === undefined ? '' : `-${landline[3]}`}` };
  const digits = own
    .replaceAll(/[-.()]/g, '')
    .replace(/^86(?=1\d{10}$)/, '')
    .replace(dialledAhead, '');
  if (!/^\d+$/.test(digits)) return { kind: 'refused', fault: 'characters', text };
  if (isMobile(digits)) return looksMadeUp(digits) ? { kind: 'doubtful', mobile: digits } : { kind: 'mobile', mobile: digits };
  if (/^[2-9]\d{6,7}$/.test(digits)) return { kind: 'refused', fault: 'areaCode', text };
  if (/^0\d{9,11}$/.test(digits)) return { kind: 'refused', fault: 'noSuchLine', text };
  if (shortShape.test(digits)) return { kind: 'refused', fault: 'short', text: digits };
  return { kind: 'refused', fault: 'length', text: digits };
}

/** The numbers of a cell, each with what stands around it; one where nothing parts them. */
function parted(written: string): string[] {
  const marked = written.split(/[/、，,;；|\r\n]|或者|或/);
  const parts = (marked.length > 1 ? marked : spaced(written)).filter((part) => tidyCode(part) !== '');
  return parts.flatMap((part) => {
    // Two mobiles without anything between them.
    const digits = tidyCode(part);
    return /^1\d{10}1\d{10}$/.test(digits) ? [digits.slice(0, 11), digits.slice(11)] : [part];
  });
}

/** 150 3506 0152 is one number; blanks part whole ones only. */
function spaced(written: string): string[] {
  const parts = written.trim().split(/\s+/);
  const whole = parts.filter((part) => !['refused', 'empty'].includes(readOne(part).kind));
  return whole.length === parts.length ? parts : [written];
}

/** Reads a cell or a form field; a number is what Excel keeps of an unformatted mobile. */
export function readPhone(raw: string | number | null): PhoneReading {
  if (raw === null) return { kind: 'empty' };
  const written = String(raw);
  if (hasDamage(written)) return { kind: 'refused', fault: 'damaged', text: written };
  const parts = parted(written);
  if (parts.length < 2) return readOne(parts[0] ?? '');
  const numbers = parts.map(readOne);
  const several = { mobiles: new Set<string>(), landlines: new Set<string>(), short: new Set<string>() };
  for (const number of numbers) {
    if (number.kind === 'mobile' || number.kind === 'doubtful') several.mobiles.add(number.mobile);
    else if (number.kind === 'landline') several.landlines.add(number.landline);
    else if (number.kind === 'refused' && number.fault === 'short') several.short.add(number.text);
    else return { kind: 'refused', fault: 'several', text: tidyCode(written) };
  }
  const [first] = numbers;
  if (several.mobiles.size + several.landlines.size + several.short.size === 1 && first) return first;
  return {
    kind: 'several',
    mobiles: [...several.mobiles],
    landlines: [...several.landlines],
    short: [...several.short],
  };
}

/** As boards and drawers show it: 150 3506 0152. Anything but a mobile stays as it is. */
export const spacedMobile = (mobile: string): string =>
  isMobile(mobile) ? `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}` : mobile;

const faults: Readonly<Record<Exclude<PhoneFault, 'length'>, string>> = {
  characters: '电话里有数字以外的字，请核对',
  scientific: '号码已被 Excel 改成科学计数，无法还原，请重新填写',
  areaCode: '固定电话缺少区号，请写成 0539-2251234 的样子',
  noSuchLine: '以 0 开头，却不是完整的固定电话，请写成 0539-2251234 的样子',
  several: '一格里有几个号码，请只留一个',
  short: '像是单位内部的短号，请填 11 位手机号码',
  masked: '号码被遮住了几位，请填写完整号码',
  damaged: '有乱码，请重新填写',
};

/** What is wrong and what to do. */
export const phoneFault = (fault: PhoneFault, text: string): string =>
  fault === 'length' ? `共 ${text.length} 位，手机号码应为 11 位，请核对` : faults[fault];

export const phoneDoubt = '不像真实号码，请核对';

const phoneWords = { mobile: '手机号码', landline: '固定电话' } as const;

/**
 * Said of several numbers in a field that takes one: which belong into the field for the other kind, and where the rest may stand.
 * @param other what the field for the other kind of number is called
 */
export function severalPhones(
  { mobiles, landlines, short }: Extract<PhoneReading, { kind: 'several' }>,
  of: 'mobile' | 'landline' | 'either',
  other: string,
): string {
  if (of === 'either') return '有几个号码，请只留一个';
  const [own, foreign, foreignWord] =
    of === 'mobile' ? [mobiles, landlines, phoneWords.landline] : [landlines, mobiles, phoneWords.mobile];
  const rest = Math.max(own.length - 1, 0) + Math.max(foreign.length - 1, 0) + short.length;
  return [
    own.length === 0 ? `这里填${phoneWords[of]}` : `这里只能填一个${phoneWords[of]}`,
    ...(foreign.length > 0 ? [`${foreignWord}填在“${other}”`] : []),
    ...(rest > 0 ? [`${rest === 1 ? '另一个' : '其余的'}可以写在备注`] : []),
  ].join('，');
}
