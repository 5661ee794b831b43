// A day or a month as a field of a form: what was typed and can't be read leaves it empty, is told at the field, and is not saved.
import { Form, type FormItemProps } from 'antd';
import type { Rule } from 'antd/es/form';
import { useRef } from 'react';
import { DayInput, MonthInput } from './DayInput.tsx';

type Props = Pick<FormItemProps, 'initialValue' | 'className'> & {
  name: string;
  label: string;
  month?: boolean;
  /** Said where it is left empty; without it the field may be. */
  required?: string;
  /** What else must hold. */
  rule?: Rule | undefined;
  latest?: string;
};

export function DayItem({ name, label, month = false, required, rule, latest, initialValue, className = '' }: Props) {
  const unread = useRef<string | null>(null);
  const readable: Rule = {
    async validator(_, value: string | null | undefined) {
      if (!value && unread.current !== null) throw new Error(unread.current);
    },
  };
  const Input = month ? MonthInput : DayInput;
  return (
    <Form.Item
      name={name}
      label={label}
      className={className}
      initialValue={initialValue}
      validateFirst
      validateTrigger={['onChange', 'onBlur']}
      rules={[readable, ...(required === undefined ? [] : [{ required: true, message: required }]), ...(rule ? [rule] : [])]}
    >
      <Input
        allowClear={required === undefined}
        onUnread={(why) => {
          unread.current = why;
        }}
        {...(latest === undefined ? {} : { latest })}
      />
    </Form.Item>
  );
}
