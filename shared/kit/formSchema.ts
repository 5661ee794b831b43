// What the wire takes of a form, from the description of its fields. It checks shapes and lengths; what a number, a month or a
// name must be besides is read by the same rules as an import's cells (main/kit/typed.ts), because those can be doubtful.
import { z } from 'zod';
import { codeWanted, isCode } from '../rules/areaCode.ts';
import { countSchema } from '../rules/count.ts';
import { maskNumbersIn } from '../rules/masking.ts';
import { isSeen, tidyCode } from '../rules/text.ts';
import { daySchema } from '../day.ts';
import { type Field, type Fields, mostOf, type ValueOf } from './fields.ts';
import { tooLong } from './limits.ts';
import { rowId } from './list.ts';
import { typedWords } from './typedWords.ts';

type Taken<Of extends Field> = Of extends { kind: 'reference' } ? number : ValueOf<Of>;
type SchemaOf<Of extends Field> = Of extends { required: string }
  ? z.ZodType<Taken<Of>, Taken<Of>>
  : z.ZodOptional<z.ZodNullable<z.ZodType<Taken<Of>, Taken<Of>>>>;

/** On the wire a field goes by its property, a reference by its id: householdCount, branchId. */
type WireKey<Of extends Fields, Key extends keyof Of & string> = Of[Key] extends { idAt: infer Id extends string }
  ? Id
  : Of[Key] extends { at: infer Property extends string }
    ? Property
    : Key;
type Confirmed<Of extends Field> = Of extends { confirmedAt: infer Name extends string } ? Name : never;

type Shape<Of extends Fields, Keys extends keyof Of & string> = {
  [Key in Keys as WireKey<Of, Key>]: SchemaOf<Of[Key]>;
} & { [Key in Keys as Confirmed<Of[Key]>]: z.ZodOptional<z.ZodBoolean> };

/** What a form with these fields sends. */
export type FormOf<Of extends Fields, Keys extends keyof Of & string> = z.infer<z.ZodObject<Shape<Of, Keys>>>;

const words = (field: Field): z.ZodString =>
  z
    .string()
    .trim()
    .max(mostOf(field), tooLong(field.title, mostOf(field)));

function textSchema(field: Field): z.ZodType {
  const { required, title } = field;
  if (required !== undefined) return typedWords(words(field).refine(isSeen, required));
  const seen = words(field).refine((text) => text === '' || isSeen(text), `${title}里没有看得见的字，请重新填写`);
  if (field.kind !== 'note') return typedWords(seen);
  return typedWords(
    seen.refine(
      (text) => maskNumbersIn(text, 'keep') === text,
      `${title}里有身份证号，谁都能看到，请删去；号码只填在“身份证号”一栏`,
    ),
  );
}

function valueSchema(field: Field): z.ZodType {
  if (field.kind === 'count') return countSchema(field.bounds);
  if (field.kind === 'flag') return z.boolean();
  if (field.kind === 'day') return daySchema;
  if (field.kind === 'choice') return z.enum(Object.keys(field.words));
  if (field.kind === 'reference') return rowId;
  if (field.kind !== 'code' || field.digits === undefined) return textSchema(field);
  const { digits, title, required } = field;
  return z
    .string()
    .overwrite(tidyCode)
    .refine((code) => isCode(code, digits) || (code === '' && required === undefined), codeWanted(title, digits));
}

/** What the wire takes of one field; a form's field says what is wrong with it by the same. */
export const fieldSchema = (field: Field): z.ZodType =>
  field.required === undefined ? valueSchema(field).nullable().optional() : valueSchema(field);

/** The name by which a form's field crosses the wire. */
export const wireKey = (field: Field, key: string): string =>
  (field.kind === 'reference' ? field.idAt : undefined) ?? field.at ?? key;

/** The schema of a form with these fields. A field left out stays as it is; null empties it. */
export function formSchema<const Of extends Fields, const Keys extends keyof Of & string>(
  fields: Of,
  keys: readonly Keys[],
): z.ZodObject<Shape<Of, Keys>> {
  const shape: Record<string, z.ZodType> = {};
  for (const key of keys) {
    const field = fields[key];
    if (!field) continue;
    if (field.kind === 'reference' && field.idAt === undefined) throw new Error(`${key}: a form needs to know where the id is`);
    shape[wireKey(field, key)] = fieldSchema(field);
    if ('confirmedAt' in field && field.confirmedAt !== undefined) shape[field.confirmedAt] = z.boolean().optional();
  }
  // The shape is made key by key as `Shape` says; TypeScript can't follow a loop.
  return z.object(shape) as unknown as z.ZodObject<Shape<Of, Keys>>;
}
