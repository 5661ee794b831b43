// One of a closed set of words: all of them stand there, since they are few.
import { Form, Radio } from 'antd';
import type { Field } from '../../../shared/kit/fields.ts';
import { choicesOf } from '../choicesOf.ts';
import { type Described, wideClass } from './described.ts';

export const ChoiceField = ({ name, of, wide, label = of.title }: Described<Extract<Field, { kind: 'choice' }>>) => (
  <Form.Item
    name={name}
    label={label}
    {...wideClass(wide)}
    rules={of.required === undefined ? [] : [{ required: true, message: of.required }]}
    validateTrigger="onChange"
  >
    <Radio.Group options={choicesOf(of.words)} />
  </Form.Item>
);
