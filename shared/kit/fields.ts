// A field of a room, described once. From the description come what the wire takes (formSchema.ts), how a form asks for it
// (renderer/ui/fields), a list's column and a sheet's, what an import looks for in a file, and the word of the audit; main/rooms
// binds each key to where it is read and written (main/kit/bindings.ts). Keys are the names that cross the wire.
import type { CountBounds } from '../rules/count.ts';
import { limits } from './limits.ts';

/**
 * What a field holds.
 * text: one line. note: several. names: several names, only shown. count: a whole number, of `unit`. month: YYYY-MM. code: so many digits, never a number.
 * phone: `any` is printed as typed (an extension, two numbers in one), the others are checked. choice: a closed set by its keys.
 * word: of the office's own dictionary, in full. flag: yes, no, or not known. reference: another row, by its id; `of` is
 * what the rooms call such rows.
 * Two columns that belong together are one field: `confirmedAt` holds whether a doubtful number was looked at (of a text it is only sent), `precisionAt` how
 * exactly a day is known, `shortAt` the short form for a narrow column, `maskedAt` what a list may show.
 */
export type FieldKind =
  | { kind: 'text'; most?: number; confirmedAt?: string }
  | { kind: 'note'; most?: number }
  | { kind: 'names' }
  | { kind: 'count'; bounds: CountBounds; unit?: string; total?: true }
  | { kind: 'day'; precisionAt?: string }
  | { kind: 'month' }
  | { kind: 'code'; digits?: number }
  | { kind: 'phone'; of: 'mobile' | 'landline' | 'either' | 'any'; confirmedAt?: string }
  | { kind: 'idNumber'; maskedAt: string; confirmedAt: string }
  | { kind: 'choice'; words: Readonly<Record<string, string>> }
  | { kind: 'word'; dictionary: string; shortAt?: string }
  | { kind: 'flag' }
  | { kind: 'reference'; of: string; idAt?: string; shortAt?: string }
  | { kind: 'photo' };

export type Field = FieldKind & {
  /** As a sheet heads it and the audit calls it. */
  title: string;
  /** Where it has a narrower place: the head of a list. */
  short?: string;
  /** The property of a row that holds it, where that isn't the key. */
  at?: string;
  /** Said where a form leaves it empty; without it the field may be. */
  required?: string;
  /** Every row has it, though no form asks for it: left empty there, it stays. */
  known?: true;
  /** It holds from a day to a day (main/kit/versions.ts): whoever changes it is asked 更正笔误 or 从某日起 (renderer/ui/Effective.tsx). */
  dated?: true;
  /** Titles that other offices write over it, with blanks between. */
  synonyms?: string;
  /** Of a list's column, for type of 15 px. */
  width?: number;
  /** A list leaves it out until somebody asks for it. */
  optional?: true;
  /** In a sheet: words that are read rather than looked up stand left. */
  left?: true;
  /** A list can be sorted by it. */
  sorts?: true;
};

export type Fields = Readonly<Record<string, Field>>;

/** Keeps each description as it stands, so that types can be read off it. */
export const describe = <const Described extends Fields>(fields: Described): Described => fields;

/** What a field's value is on the wire, where it is known. */
export type ValueOf<Of extends Field> = Of extends { kind: 'count' }
  ? number
  : Of extends { kind: 'names' }
    ? string[]
    : Of extends { kind: 'flag' }
      ? boolean
      : Of extends { kind: 'choice'; words: Readonly<Record<infer Key extends string, string>> }
        ? Key
        : string;

type At<Of extends Fields, Key extends keyof Of & string> = Of[Key] extends { at: infer Property extends string }
  ? Property
  : Key;
type Beside<Of extends Field, Name extends 'shortAt' | 'precisionAt' | 'confirmedAt' | 'idAt'> =
  Of extends Readonly<Record<Name, infer Property extends string>> ? Property : never;

type Always = { required: string } | { known: true };

/** A row as a list holds it: each of the fields at its property, and what belongs to it beside it. */
export type RowOf<Of extends Fields, Keys extends keyof Of & string = keyof Of & string> = {
  [Key in Keys as Of[Key] extends { kind: 'idNumber'; maskedAt: infer Masked extends string }
    ? Masked
    : At<Of, Key>]: Of[Key] extends Always ? ValueOf<Of[Key]> : ValueOf<Of[Key]> | null;
} & { [Key in Keys as Beside<Of[Key], 'shortAt'>]: string | null } & { [Key in Keys as Beside<Of[Key], 'idAt'>]: number | null };

/** The keys by which a list can be sorted. */
export type SortKey<Of extends Fields> = { [Key in keyof Of & string]: Of[Key] extends { sorts: true } ? Key : never }[keyof Of &
  string];

export const sortKeys = <Of extends Fields>(fields: Of): SortKey<Of>[] =>
  Object.keys(fields).filter((key): key is SortKey<Of> => fields[key]?.sorts === true);

/** The property of a row that holds a field, as a list may show it. */
export const propertyOf = (fields: Fields, key: string): string => {
  const field = fields[key];
  return field?.kind === 'idNumber' ? field.maskedAt : (field?.at ?? key);
};

/** The most characters it may have. */
export const mostOf = (field: Field): number => {
  if (field.kind === 'text') return field.most ?? limits.line;
  if (field.kind === 'note') return field.most ?? limits.note;
  return limits.line;
};

/** What the head of a list calls it. */
export const shortTitle = (field: Field): string => field.short ?? field.title;
