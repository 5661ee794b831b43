// Phone numbers as text: a mobile is 11 digits that begin with 1; a landline carries its area code, 0539-2251234. What people
// type where they don't know (18999999999) is held for confirming, never dropped.
import { isPlaceholderRun, isScientific, tidyCode } from './text.ts';

export type PhoneFault = 'length' | 'characters' | 'scientific' | 'areaCode' | 'several';

export type PhoneReading =
  | { kind: 'empty' }
  | { kind: 'mobile'; mobile: string }
  | { kind: 'landline'; landline: string }
  /** Looks made up: usable once somebody has confirmed it. */
  | { kind: 'doubtful'; mobile: string }
  | { kind: 'refused'; fault: PhoneFault; text: string };

/** Numbers printed on sample cards and in shop windows, and runs of eight in a row. */
const looksMadeUp = (mobile: string): boolean =>
  mobile === '13800138000' || /(\d)\1{6}/.test(mobile) || isPlaceholderRun(mobile.slice(3)) || mobile.startsWith('12345');

export const isMobile = (text: string): boolean => /^1\d{10}$/.test(text);

/** Area code 3–4 digits, number 7–8, extension as typed after it. */
const landlineShape = /^\(?(0\d{2,3})\)?-?([2-9]\d{6,7})(-\d{1,5})?$/;

/** Reads a cell or a form field; a number is what Excel keeps of an unformatted mobile. */
export function readPhone(raw: string | number | null): PhoneReading {
  if (raw === null) return { kind: 'empty' };
  const text = tidyCode(String(raw)).replaceAll(/[—–―－~]/g, '-');
  if (text === '') return { kind: 'empty' };
  if (isScientific(text)) return { kind: 'refused', fault: 'scientific', text };
  if (/[/、，,;；]/.test(text)) return { kind: 'refused', fault: 'several', text };
  const landline = landlineShape.exec(text);
  if (landline) return { kind: 'landline', landline: `${landline[1]}-${landline[2]}${landline[3] ?? ''}` };
  const digits = text
    .replaceAll(/[-.()]/g, '')
    .replace(/^(\+86|0086)/, '')
    .replace(/^86(?=1\d{10}$)/, '');
  if (!/^\d+$/.test(digits)) return { kind: 'refused', fault: 'characters', text };
  if (isMobile(digits)) return looksMadeUp(digits) ? { kind: 'doubtful', mobile: digits } : { kind: 'mobile', mobile: digits };
  if (/^[2-9]\d{6,7}$/.test(digits)) return { kind: 'refused', fault: 'areaCode', text };
  return { kind: 'refused', fault: 'length', text: digits };
}

/** As boards and drawers show it: 150 3506 0152. Anything but a mobile stays as it is. */
export const spacedMobile = (mobile: string): string =>
  isMobile(mobile) ? `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}` : mobile;

const faults: Readonly<Record<Exclude<PhoneFault, 'length'>, string>> = {
  characters: '电话里有数字以外的字，请核对',
  scientific: '号码已被 Excel 改成科学计数，无法还原，请重新填写',
  areaCode: '固定电话缺少区号，请写成 0539-2251234 的样子',
  several: '一格里有几个号码，请只留一个',
};

/** What is wrong and what to do. */
export const phoneFault = (fault: PhoneFault, text: string): string =>
  fault === 'length' ? `共 ${text.length} 位，手机号码应为 11 位，请核对` : faults[fault];

export const phoneDoubt = '不像真实号码，请核对';
