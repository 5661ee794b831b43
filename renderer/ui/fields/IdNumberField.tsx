// An ID number (GB 11643). It tells what it says of the person as soon as it can be read; one whose check fails asks whether somebody
// has looked at the card. The one on file is never shown whole: left empty, it stays.
import { Form } from 'antd';
import type { Field } from '../../../shared/kit/fields.ts';
import {
  birthMonthOf,
  idNumberDoubts,
  idNumberFaults,
  type IdNumberReading,
  readIdNumber,
  type Sex,
  sexOf,
} from '../../../shared/rules/idNumber.ts';
import { useToday } from '../useToday.ts';
import { Confirmation } from './Confirmation.tsx';
import type { Described } from './described.ts';
import { Input } from 'antd';

const faultOf = (reading: IdNumberReading): string | null => {
  if (reading.kind === 'refused') return idNumberFaults[reading.fault];
  if (reading.kind === 'old') return `这是 15 位旧号码。如原件仍是旧证，18 位号码为 ${reading.idNumber}，请核对后填写`;
  return null;
};

/**
 * @param props.masked the number on file
 * @param props.onSays what a number that can be read says of the person
 */
export function IdNumberField(
  props: Described<Extract<Field, { kind: 'idNumber' }>> & {
    masked: string | null;
    onSays: (says: { sex: Sex; birthMonth: string | null }) => void;
  },
) {
  const { name, of, label = of.title, masked, onSays } = props;
  const today = useToday();
  const form = Form.useFormInstance();
  const typed: string | undefined = Form.useWatch(name, form);
  const reading = readIdNumber(typed ?? '', today);
  const doubt = reading.kind === 'doubtful' ? reading.doubt : null;
  const say = (text: string): void => {
    const now = readIdNumber(text, today);
    if (now.kind === 'valid' || now.kind === 'doubtful')
      onSays({ sex: sexOf(now.idNumber), birthMonth: birthMonthOf(now.idNumber) });
  };
  /** 371323 1963… and a lower-case x become what is kept. */
  const tidy = (text: string): void => {
    const now = readIdNumber(text, today);
    if (now.kind === 'valid' || now.kind === 'doubtful') form.setFieldValue(name, now.idNumber);
  };
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        className="wide"
        rules={[
          {
            async validator(_, value: string | undefined) {
              const fault = faultOf(readIdNumber(value ?? '', today));
              if (fault) throw new Error(fault);
            },
          },
        ]}
      >
        <Input
          autoComplete="off"
          placeholder={masked ? `${masked}（不改就不用填）` : '18 位'}
          onBlur={(event) => tidy(event.target.value)}
          onChange={(event) => say(event.target.value)}
        />
      </Form.Item>
      {doubt ? (
        <Confirmation
          name={of.confirmedAt}
          doubt={idNumberDoubts[doubt].split('，')[0] ?? ''}
          words="已核对原件，号码无误"
          unsaid="请改正号码；核对原件后确实无误，请勾选"
        />
      ) : null}
    </>
  );
}
