// A whole number as a field of a form: what was typed and is none stays in the field, is told there, and is not saved.
import { Form, type FormItemProps, Input } from 'antd';
import type { Rule } from 'antd/es/form';
import type { Field } from '../../../shared/kit/fields.ts';
import { useEffect, useRef, useState } from 'react';
import { type Described, wideClass } from './described.ts';
import { type CountBounds, readCount } from '../../../shared/rules/count.ts';

type InputProps = {
  id?: string;
  value?: number | null | undefined;
  onChange?: (value: number | null) => void;
  onBlur?: () => void;
  bounds: CountBounds;
  /** Told why what was typed can't be taken, the value being null then; null once it can. */
  onUnread: (why: string | null) => void;
  unit?: string | undefined;
  label?: string | undefined;
  className?: string | undefined;
};

function CountInput({ id, value, onChange, onBlur, bounds, onUnread, unit, label, className }: InputProps) {
  const [typed, setTyped] = useState(value == null ? '' : String(value));
  const reading = readCount(typed, bounds);
  const fault = 'fault' in reading ? reading.fault : null;
  // Filled in from elsewhere: a draft, another row, what was saved.
  if (('fault' in reading ? null : reading.count) !== (value ?? null)) setTyped(value == null ? '' : String(value));
  const told = useRef(onUnread);
  useEffect(() => {
    told.current = onUnread;
  });
  useEffect(() => told.current(fault), [fault]);
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
      autoComplete="off"
      inputMode="numeric"
      maxLength={20}
      suffix={unit}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = readCount(event.target.value, bounds);
        onChange?.('fault' in next ? null : next.count);
      }}
      onBlur={() => {
        if ('count' in reading) setTyped(reading.count === null ? '' : String(reading.count));
        onBlur?.();
      }}
    />
  );
}

type Props = Pick<FormItemProps, 'className' | 'noStyle'> &
  Described<Extract<Field, { kind: 'count' }>> & {
    /** No label stands before it: its title is only for who can't see it. */
    unlabelled?: true;
    unit?: string;
    inputClass?: string;
  };

export function CountField({ name, of, wide, label = of.title, unlabelled, unit, inputClass, ...item }: Props) {
  const unread = useRef<string | null>(null);
  const readable: Rule = {
    async validator() {
      if (unread.current !== null) throw new Error(unread.current);
    },
  };
  return (
    <Form.Item
      {...wideClass(wide)}
      {...item}
      name={name}
      label={unlabelled ? undefined : label}
      validateFirst
      validateTrigger="onBlur"
      rules={[readable, ...(of.required === undefined ? [] : [{ required: true, message: of.required }])]}
    >
      <CountInput
        bounds={of.bounds}
        unit={unit}
        label={unlabelled ? label : undefined}
        className={inputClass}
        onUnread={(why) => {
          unread.current = why;
        }}
      />
    </Form.Item>
  );
}
