// Words by their keys as the choices of a field or a filter.
export const choicesOf = <Key extends string>(words: Readonly<Record<Key, string>>): { value: Key; label: string }[] =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }));
