// A word of the office's own dictionary, by its full words; found by typing.
import { Form, Select } from 'antd';
import type { Field } from '../../../shared/kit/fields.ts';
import { useWords } from '../useWords.ts';
import { type Described, wideClass } from './described.ts';

export function WordField({ name, of, wide, label = of.title }: Described<Extract<Field, { kind: 'word' }>>) {
  const words = useWords(of.dictionary);
  return (
    <Form.Item name={name} label={label} {...wideClass(wide)}>
      <Select allowClear showSearch options={words.map(({ value }) => ({ value, label: value }))} />
    </Form.Item>
  );
}
