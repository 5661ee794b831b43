// What a person typed into a form's field, read by its kind and by the same rules as an import's cells: a number or month that can't
// be right is refused, naming the field, what is wrong with it and what to do.
import { type Field, type Fields } from '../../shared/kit/fields.ts';
import { wireKey } from '../../shared/kit/formSchema.ts';
import { Refusal } from '../../shared/refusal.ts';
import { maskNumbersIn } from '../../shared/rules/masking.ts';
import { monthFaults, readMonth } from '../../shared/rules/month.ts';
import { phoneDoubt, phoneFault, readPhone, severalPhones } from '../../shared/rules/phone.ts';

/** What was typed, in the wrong field perhaps: an ID number in it is masked. */
export const quoted = (typed: string | null): string => `“${maskNumbersIn(typed ?? '', 'hide')}”`;

/** YYYY-MM; null for nothing. @throws Refusal */
export function readTypedMonth(typed: string, title: string): string | null {
  const reading = readMonth(typed);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'month') return reading.month;
  if (reading.kind === 'refused') throw new Refusal(`${title}${quoted(typed)}：${monthFaults[reading.fault]}。`);
  throw new Refusal(`${title}${quoted(typed)}可能是 ${reading.months.join(' 或 ')}，请写成 1985.03 的样子。`);
}

type PhoneField = Extract<Field, { kind: 'phone' }>;

/**
 * The number as it is kept.
 * @param confirmed somebody said that a number which looks made up is right
 * @param other what the field for the other kind of number is called
 * @throws Refusal also for a mobile where a landline belongs, and the other way round
 */
export function readTypedPhone(
  typed: string | null,
  { of, title }: Pick<PhoneField, 'of'> & { title: string },
  { confirmed = false, other = '别的' }: { confirmed?: boolean; other?: string } = {},
): { number: string | null; doubtful: boolean } {
  if (of === 'any') return { number: typed?.trim() || null, doubtful: false };
  const reading = readPhone(typed);
  if (reading.kind === 'empty') return { number: null, doubtful: false };
  if (reading.kind === 'refused') throw new Refusal(`${title}${quoted(typed)}：${phoneFault(reading.fault, reading.text)}。`);
  if (reading.kind === 'several') throw new Refusal(`${title}${quoted(typed)}：${severalPhones(reading, of, other)}。`);
  if (reading.kind === 'landline') {
    if (of === 'mobile') throw new Refusal(`${quoted(typed)}是固定电话，请填在“${other}”一栏。`);
    return { number: reading.landline, doubtful: false };
  }
  if (of === 'landline') throw new Refusal(`${quoted(typed)}是手机号码，请填在“${other}”一栏。`);
  if (reading.kind === 'mobile') return { number: reading.mobile, doubtful: false };
  if (confirmed || of === 'either') return { number: reading.mobile, doubtful: confirmed };
  throw new Refusal(`${title} ${reading.mobile} ${phoneDoubt}。如果确实是这个号码，请勾选“已核对，号码无误”再保存。`);
}

/** The form with its months and telephone numbers read. A field the form leaves out is left out. @throws Refusal */
export function readTyped<Form extends object>(fields: Fields, form: Form): Form {
  const read = { ...form } as Record<string, unknown>;
  for (const [key, field] of Object.entries(fields)) {
    const name = wireKey(field, key);
    const typed = read[name];
    if (typeof typed !== 'string') continue;
    if (field.kind === 'month') read[name] = readTypedMonth(typed, field.title);
    else if (field.kind === 'phone') {
      const { confirmedAt } = field;
      const confirmed = confirmedAt !== undefined && read[confirmedAt] === true;
      const { number, doubtful } = readTypedPhone(typed, field, { confirmed });
      read[name] = number;
      if (confirmedAt !== undefined) read[confirmedAt] = doubtful;
    }
  }
  return read as Form;
}
