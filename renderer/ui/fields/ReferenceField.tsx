// A field that chooses a place or a worker out of many: the server searches by name, initials or number while one types.
import type { Field } from '../../../shared/kit/fields.ts';
import type { Described } from './described.ts';
import { PickField } from './PickField.tsx';
import { type Choice, type PickSource, useFound } from './picks.ts';

/** Out of which rows one is chosen. */
export type ChoiceSource = Extract<PickSource, { source: readonly unknown[] }> & { placeholder: string };

export function ReferenceField(
  props: Described<Extract<Field, { kind: 'reference' }>> &
    ChoiceSource & {
      /** What is chosen already, so that it shows by name. */
      current?: Choice | null;
      /** What else must hold of the choice. */
      trouble?: (id: number | null) => Promise<string | null>;
      none?: string;
    },
) {
  const { name, of, label = of.title, placeholder, current, source, ask, trouble, none } = props;
  const from = { source, ask };
  const { choices } = useFound(from, '');
  return (
    <PickField<number>
      name={name}
      label={label}
      wide
      from={from}
      placeholder={placeholder}
      required={of.required}
      current={current}
      trouble={trouble}
      extra={choices?.length === 0 ? none : undefined}
    />
  );
}
