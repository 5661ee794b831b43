// A mobile or a landline, read by the same rules as an import's cells; a mobile that looks made up is asked about (PhoneDoubt, which
// stands where the form has room for it).
import { Form } from 'antd';
import type { Field } from '../../../shared/kit/fields.ts';
import { phoneDoubt, phoneFault, readPhone, severalPhones } from '../../../shared/rules/phone.ts';
import { Confirmation } from './Confirmation.tsx';
import type { Described } from './described.ts';
import { TextField } from './TextField.tsx';

type PhoneKind = Extract<Field, { kind: 'phone' }>;

/** @param of what kind of number the field is for @param other what the field is called that the other kind belongs into */
function faultOf(typed: string, of: PhoneKind['of'], other: string): string | null {
  const reading = readPhone(typed);
  if (reading.kind === 'refused') return phoneFault(reading.fault, reading.text);
  if (reading.kind === 'several') return of === 'any' ? null : severalPhones(reading, of, other);
  if (of === 'mobile' && reading.kind === 'landline') return `这是固定电话，请填在“${other}”一栏`;
  if (of === 'landline' && (reading.kind === 'mobile' || reading.kind === 'doubtful'))
    return `这是手机号码，请填在“${other}”一栏`;
  return null;
}

const examples = { mobile: '11 位', landline: '0539-2251234', either: '手机，或 0539-2251234', any: undefined } as const;

export function PhoneField({ other = '别的', ...field }: Described<PhoneKind> & { other?: string }) {
  const { of: kind } = field.of;
  const example = examples[kind];
  return (
    <TextField
      {...(example === undefined ? {} : { placeholder: example })}
      {...field}
      {...(kind === 'any' ? {} : { fault: (typed: string) => faultOf(typed, kind, other) })}
    />
  );
}

/** Asked only while the number typed looks made up. */
export function PhoneDoubt({ name, of }: Pick<Described<PhoneKind>, 'name' | 'of'>) {
  const typed: string | null | undefined = Form.useWatch(name, Form.useFormInstance());
  if (of.confirmedAt === undefined || readPhone(typed ?? '').kind !== 'doubtful') return null;
  return (
    <Confirmation
      name={of.confirmedAt}
      doubt={phoneDoubt.split('，')[0] ?? ''}
      words="已核对，号码无误"
      unsaid={`请核对${of.title}；号码无误请勾选`}
    />
  );
}
