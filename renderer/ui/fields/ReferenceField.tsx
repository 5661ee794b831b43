// A field that chooses a place or a worker out of many: the server searches by name, initials or number while one types.
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ReactNode, useState } from 'react';

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

export function ReferenceField(props: {
  name: string;
  label: string;
  placeholder: string;
  /** What is chosen already, so that it shows by name. */
  current?: Choice | null;
  /** Tells the question apart from those of other fields. */
  source: readonly unknown[];
  ask: (search: string | undefined) => Promise<readonly Choice[]>;
  required?: string;
  /** What else must hold of the choice. */
  rule?: Rule;
  allowClear?: boolean;
  none?: string;
}) {
  const { name, label, placeholder, current = null, source, ask, required, rule, allowClear = false, none } = props;
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
        allowClear={allowClear}
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
