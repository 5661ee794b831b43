// What the addresses of screens are made of. Whatever an address says wrongly counts as not said. Without zod, since every window
// reads an address before its first screen stands.
import { mostChosen } from '../../shared/kit/limits.ts';
import { isDay } from '../../shared/rules/day.ts';

/** One thing that an address may say, as it is meant; undefined: it says nothing of the kind. */
type Atom<Value> = (said: unknown) => Value | undefined;

/** Words, and numbers that are meant as words. */
export const text: Atom<string> = (said) => (typeof said === 'string' || typeof said === 'number' ? String(said) : undefined);
export const id: Atom<number> = (said) => {
  const number = typeof said === 'string' || typeof said === 'number' ? Number(said) : NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
/** Ids with commas between, each once: `1,2,3`. Read by `idsIn`. */
export const ids: Atom<string> = (said) => {
  const numbers = new Set(text(said)?.split(',').map(id));
  return numbers.size > 0 && numbers.size <= mostChosen && !numbers.has(undefined) ? [...numbers].join(',') : undefined;
};
export const idsIn = (said: string): number[] => said.split(',').map(Number);
export const flag: Atom<1> = (said) => (said === 1 ? 1 : undefined);
/** YYYY-MM-DD. */
export const day: Atom<string> = (said) => (typeof said === 'string' && isDay(said) ? said : undefined);
export const oneOf =
  <const Value extends string>(values: readonly Value[]): Atom<Value> =>
  (said) =>
    values.find((value) => value === said);

/** What every list's address may carry: the search, the order, the row that is open, and 1 for the form of a new one. */
export const listAtoms = { search: text, sort: text, descending: flag, open: id, add: flag };

type Meant<Atoms> = { [Key in keyof Atoms]?: Atoms[Key] extends Atom<infer Value> ? Value | undefined : never };

/** Reads an address's search. What it says wrongly is undefined rather than left out: the router lays this over what was said. */
export const searchOf =
  <Atoms extends Readonly<Record<string, Atom<unknown>>>>(atoms: Atoms) =>
  (said: Readonly<Record<string, unknown>>): Meant<Atoms> => {
    const asked = Object.entries(atoms).filter(([key]) => Object.hasOwn(said, key));
    return Object.fromEntries(asked.map(([key, atom]) => [key, atom(said[key])])) as Meant<Atoms>;
  };
