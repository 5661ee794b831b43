// A word of the office's own dictionary, by its full words; found by typing.
import type { Field } from '../../../shared/kit/fields.ts';
import { useWords } from '../useWords.ts';
import type { Described } from './described.ts';
import { PickField } from './PickField.tsx';

export function WordField({ name, of, wide = false, label = of.title }: Described<Extract<Field, { kind: 'word' }>>) {
  const words = useWords(of.dictionary);
  return (
    <PickField<string>
      name={name}
      label={label}
      wide={wide}
      from={{ list: words.map(({ value }) => ({ value, label: value })) }}
    />
  );
}
