// One line of text, a code of so many digits, or a number that is printed as typed.
import { Form, Input, type InputProps } from 'antd';
import type { Rule } from 'antd/es/form';
import type { Field } from '../../../shared/kit/fields.ts';
import { fieldSchema } from '../../../shared/kit/formSchema.ts';
import { type Described, wideClass } from './described.ts';
import { schemaRule } from './schemaRule.ts';
import { useCommonForms } from './useCommonForms.ts';

type TextKind = Extract<Field, { kind: 'text' | 'code' | 'phone' }>;

/** @param props.fault what is wrong with what was typed, besides its being empty; null where nothing is */
export function TextField(
  props: Described<TextKind> & Pick<InputProps, 'onBlur'> & { fault?: (typed: string) => string | null },
) {
  const { name, of, wide, label = of.title, placeholder, fault, onBlur } = props;
  const { leave, told } = useCommonForms(name);
  const digits = of.kind === 'code' && of.digits !== undefined ? `${of.digits} 位` : undefined;
  const read: Rule = {
    async validator(_, typed: string | null | undefined) {
      const why = typed ? (fault?.(typed) ?? null) : null;
      if (why !== null) throw new Error(why);
    },
  };
  return (
    <Form.Item
      name={name}
      label={label}
      {...wideClass(wide)}
      {...told}
      required={of.required !== undefined}
      validateFirst
      rules={[schemaRule(fieldSchema(of)), ...(fault ? [read] : [])]}
    >
      <Input
        autoComplete="off"
        placeholder={placeholder ?? digits}
        onPressEnter={leave}
        onBlur={(event) => {
          leave();
          onBlur?.(event);
        }}
      />
    </Form.Item>
  );
}
