// Several lines of text, as high as they need.
import { Form, Input } from 'antd';
import type { Field } from '../../../shared/kit/fields.ts';
import { fieldSchema } from '../../../shared/kit/formSchema.ts';
import { type Described, wideClass } from './described.ts';
import { schemaRule } from './schemaRule.ts';
import { useCommonForms } from './useCommonForms.ts';

export function NoteField({ name, of, wide = true, label = of.title, placeholder }: Described<Extract<Field, { kind: 'note' }>>) {
  const { leave, told } = useCommonForms(name);
  return (
    <Form.Item name={name} label={label} {...wideClass(wide)} {...told} rules={[schemaRule(fieldSchema(of))]}>
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder={placeholder} onBlur={leave} />
    </Form.Item>
  );
}
