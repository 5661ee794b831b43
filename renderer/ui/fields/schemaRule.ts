// What the program refuses of a field, said at the field: a rule from the very schema by which it is judged when it is sent. So a bound
// and its wording stand once, and what is pasted too long is told, never cut.
import type { Rule } from 'antd/es/form';
import type { z } from 'zod';

/** @param schema of a text; a field left empty is an empty one */
export const schemaRule = (schema: z.ZodType): Rule => ({
  async validator(_, typed: unknown) {
    const { error } = schema.safeParse(typed ?? '');
    if (error) throw new Error(error.issues[0]?.message);
  },
});
