// A field that chooses one out of many. What is typed and not chosen is a field of the form by itself, under `unpicked`: it comes back
// with the draft, is told where it stands, and keeps the form from being saved.
import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ReactNode, useRef } from 'react';
import { told } from '../../api.ts';
import type { FieldProps } from './described.ts';
import { type Described, wideClass } from './described.ts';
import { PickInput, type PickProps } from './PickInput.tsx';
import { type Choice, unpicked } from './picks.ts';

type WordsProps<Value extends string | number> = Omit<PairProps<Value>, 'words' | 'value' | 'onChange'> & {
  status?: 'error';
  picked: Value | null | undefined;
  onPick: (value: Value | undefined) => void;
  value?: string;
  onChange?: (words: string) => void;
};

function Words<Value extends string | number>(props: WordsProps<Value>) {
  const { picked, onPick, onType, onSettle, value = '', onChange, ...rest } = props;
  return (
    <PickInput<Value>
      {...rest}
      value={picked}
      words={value}
      onWords={(words) => {
        if (words === value) return;
        onChange?.(words);
        onType();
      }}
      onPick={onPick}
      onSettle={() => onSettle?.()}
    />
  );
}

type PairProps<Value extends string | number> = FieldProps &
  PickProps<Value> & {
    words: string[];
    current: Choice<Value> | null | undefined;
    onReady: (take: () => Promise<void>) => void;
    onType: () => void;
    value?: Value | null;
    onChange?: (value: Value | undefined) => void;
    /** The item checks it then. */
    onSettle?: () => void;
  };

/** The choice is the outer item's, the words the inner one's. */
function Pair<Value extends string | number>({ words, value, onChange, ...rest }: PairProps<Value>) {
  const { status } = Form.Item.useStatus();
  return (
    <Form.Item name={words} noStyle>
      <Words<Value> {...rest} {...(status === 'error' ? { status } : {})} picked={value} onPick={(next) => onChange?.(next)} />
    </Form.Item>
  );
}

type Props<Value extends string | number> = Pick<Described, 'name' | 'wide' | 'placeholder'> &
  Omit<PickProps<Value>, 'optional'> & {
    label: string;
    /** What is said where nothing is chosen; it may be left empty otherwise. */
    required?: string | undefined;
    current?: Choice<Value> | null | undefined;
    /** Why the choice will not do; null where it will. */
    trouble?: ((value: Value | null) => Promise<string | null>) | undefined;
    extra?: ReactNode;
  };

export function PickField<Value extends string | number>(props: Props<Value>) {
  const { name, label, wide, required, current, trouble, extra, ...pick } = props;
  const form = Form.useFormInstance();
  const words = ['unpicked', name];
  const take = useRef<() => Promise<void>>(async () => undefined);
  const fitting: Rule = {
    async validator() {
      // It may change the choice, which is read only then.
      await take.current().catch((error: unknown) => {
        throw new Error(told(error));
      });
      const typed = (form.getFieldValue(words) as string | undefined)?.trim() ?? '';
      if (typed !== '') throw new Error(unpicked(typed));
      const value = (form.getFieldValue(name) as Value | null | undefined) ?? null;
      const why = required !== undefined && value === null ? required : ((await trouble?.(value)) ?? null);
      if (why !== null) throw new Error(why);
    },
  };
  return (
    <Form.Item
      name={name}
      label={label}
      {...wideClass(wide)}
      required={required !== undefined}
      rules={[fitting]}
      validateTrigger={['onChange', 'onSettle']}
      extra={extra}
    >
      <Pair<Value>
        {...pick}
        words={words}
        current={current}
        optional={required === undefined}
        onType={() => form.setFields([{ name, errors: [] }])}
        onReady={(now) => {
          take.current = now;
        }}
      />
    </Form.Item>
  );
}
