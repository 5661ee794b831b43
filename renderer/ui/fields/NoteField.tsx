// Several lines of text, as high as they need.
import { Form, Input } from 'antd';
import { type Field, mostOf } from '../../../shared/kit/fields.ts';
import { type Described, wideClass } from './described.ts';

export const NoteField = ({
  name,
  of,
  wide = true,
  label = of.title,
  placeholder,
}: Described<Extract<Field, { kind: 'note' }>>) => (
  <Form.Item name={name} label={label} {...wideClass(wide)}>
    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={mostOf(of)} placeholder={placeholder} />
  </Form.Item>
);
