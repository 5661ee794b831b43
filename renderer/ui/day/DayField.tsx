// A day, or a month, as a field of a form. What it shows is what is saved: typed text is taken over before any save can begin, and
// what can't be read stays as typed, is told at the field, and keeps the form from being saved.
import { Form, type FormItemProps } from 'antd';
import type { Rule } from 'antd/es/form';
import { useEffect, useRef } from 'react';
import { type AskedDay as Asked, type DayKind, readTypedDay } from '../../../shared/rules/typedDay.ts';
import type { Field } from '../../../shared/kit/fields.ts';
import { type Described, type FieldProps, wideClass } from '../fields/described.ts';
import { type DayValue, dayIn, shownIn } from './dayValue.ts';
import { DayInput } from './DayInput.tsx';
import { useToday } from '../useToday.ts';

type AskedDayProps = FieldProps & {
  asked: Asked;
  value?: DayValue;
  onChange?: (value: DayValue) => void;
  /** The item checks it then. */
  onSettle?: () => void;
};

function AskedDay({ asked, value, onChange, onSettle, ...field }: AskedDayProps) {
  const frame = useRef<HTMLDivElement>(null);
  const settle = (): void => {
    if (typeof value === 'object' && value !== null) {
      const reading = readTypedDay(value.typed, asked);
      if ('day' in reading) onChange?.(reading.day);
      else if (value.acting !== null) onChange?.({ typed: value.typed, acting: null });
    }
    onSettle?.();
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  // A draft may bring back a text that nobody had left yet.
  const waits = typeof value === 'object' && value !== null;
  useEffect(() => {
    if (waits && !frame.current?.contains(document.activeElement)) latest.current();
  }, [waits]);
  return (
    <div ref={frame}>
      <DayInput
        {...field}
        asked={asked}
        text={shownIn(value)}
        onType={(typed) => onChange?.({ typed, acting: dayIn(value) })}
        onSettle={settle}
        onKey={() => {
          settle();
          return false;
        }}
        onPick={(day) => {
          onChange?.(day);
          onSettle?.();
        }}
      />
    </div>
  );
}

export type DayFieldProps = Omit<Described<Extract<Field, { kind: 'day' | 'month' }>>, 'name'> &
  Pick<FormItemProps, 'initialValue' | 'className'> & {
    name: string | string[];
    /** How it may be written, where that isn't what the field holds: a day or only its month. */
    written?: DayKind;
    /** Why the day will not do, for another reason than how it is written; null where it will. */
    trouble?: ((day: string) => Promise<string | null>) | undefined;
    earliest?: string;
    latest?: string;
  };

export function DayField(props: DayFieldProps) {
  const { name, of, wide, label = of.title, written, trouble, earliest, latest, initialValue, className } = props;
  const { required } = of;
  const kind = written ?? of.kind;
  const asked: Asked = { kind, today: useToday(), earliest, latest };
  const readable: Rule = {
    async validator(_, value: DayValue) {
      const reading = readTypedDay(shownIn(value), asked);
      if ('fault' in reading) throw new Error(reading.fault);
    },
  };
  const fitting: Rule = {
    async validator(_, value: DayValue) {
      const day = dayIn(value);
      const why = day === null ? null : ((await trouble?.(day)) ?? null);
      if (why !== null) throw new Error(why);
    },
  };
  return (
    <Form.Item
      name={name}
      label={label}
      {...(className === undefined ? wideClass(wide) : { className })}
      initialValue={initialValue}
      validateFirst
      validateTrigger="onSettle"
      rules={[readable, ...(required === undefined ? [] : [{ required: true, message: required }]), fitting]}
    >
      <AskedDay asked={asked} />
    </Form.Item>
  );
}
