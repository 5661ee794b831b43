// A field that chooses a place or a worker out of many: the server searches by name, initials or number while one types.
import type { Field } from '../../../shared/kit/fields.ts';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import type { Described } from './described.ts';

export type Choice = { value: number; label: string; hint: string };

/** A choice as an open list shows it: its name, and at the right what tells it apart. */
export const choiceLine = ({ data }: { data: Choice }): ReactNode => (
  <span className="choice">
    <span>{data.label}</span>
    <span className="grey small">{data.hint}</span>
  </span>
);

/** What the server finds for the text that is being typed. @param source tells the question apart from others */
export function useChoices(
  source: readonly unknown[],
  ask: (search: string | undefined) => Promise<readonly Choice[]>,
): { typed: string; type: (text: string) => void; found: readonly Choice[] | undefined } {
  const [typed, setTyped] = useState('');
  const { data } = useQuery({
    queryKey: ['choices', ...source, typed],
    queryFn: () => ask(typed === '' ? undefined : typed),
    placeholderData: (previous) => previous,
  });
  return { typed, type: (text) => setTyped(text.trim()), found: data };
}

/** Out of which rows one is chosen. */
export type ChoiceSource = {
  placeholder: string;
  /** Tells the question apart from those of other fields. */
  source: readonly unknown[];
  ask: (search: string | undefined) => Promise<readonly Choice[]>;
};

export function ReferenceField(
  props: Described<Extract<Field, { kind: 'reference' }>> &
    ChoiceSource & {
      /** What is chosen already, so that it shows by name. */
      current?: Choice | null;
      /** What else must hold of the choice. */
      rule?: Rule;
      none?: string;
    },
) {
  const { name, of, label = of.title, placeholder, current = null, source, ask, rule, none } = props;
  const { required } = of;
  const [chosen, setChosen] = useState<Choice | null>(null);
  const { typed, type, found: data } = useChoices(source, ask);
  const found = data ?? [];
  const value: unknown = Form.useWatch(name, Form.useFormInstance());
  // What is chosen keeps its name although the present question no longer finds it.
  const kept = chosen && chosen.value === value ? chosen : current;
  const choices = kept && typed === '' && !found.some((choice) => choice.value === kept.value) ? [kept, ...found] : [...found];
  const rules: Rule[] = [...(required === undefined ? [] : [{ required: true, message: required }]), ...(rule ? [rule] : [])];
  return (
    <Form.Item
      name={name}
      label={label}
      className="wide"
      rules={rules}
      validateTrigger={['onChange', 'onBlur']}
      extra={data?.length === 0 && typed === '' ? none : undefined}
    >
      <Select<number, Choice>
        allowClear={required === undefined}
        placeholder={placeholder}
        options={choices}
        onSelect={(_, option) => setChosen(option)}
        showSearch={{ filterOption: false, onSearch: type }}
        notFoundContent="没有找到"
        optionRender={choiceLine}
      />
    </Form.Item>
  );
}
