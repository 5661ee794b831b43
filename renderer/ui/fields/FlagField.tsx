// 是, 否, or not known.
import { Form } from 'antd';
import { flagWords } from '../../../shared/kit/fieldText.ts';
import { type Field, shortTitle } from '../../../shared/kit/fields.ts';
import { type Described, wideClass } from './described.ts';
import { Select } from '../Select.tsx';

type InputProps = { id?: string; value?: boolean | null; onChange?: (flag: boolean | null) => void };

const choices = [true, false].map((flag) => ({ value: flagWords(flag), label: flagWords(flag) }));

const FlagInput = ({ id, value, onChange }: InputProps) => (
  <Select
    {...(id === undefined ? {} : { id })}
    allowClear
    value={value === null || value === undefined ? null : flagWords(value)}
    options={choices}
    onChange={(words: string | null | undefined) =>
      onChange?.(words === null || words === undefined ? null : words === flagWords(true))
    }
  />
);

export const FlagField = ({ name, of, wide, label = shortTitle(of) }: Described<Extract<Field, { kind: 'flag' }>>) => (
  <Form.Item name={name} label={label} {...wideClass(wide)}>
    <FlagInput />
  </Form.Item>
);
