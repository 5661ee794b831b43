// Text that somebody types, on its way into the office: what was lost before it came is refused, a character that only their PC
// shows is named, and all others are kept in their common form, without marks that nobody sees. Stored text is read without it.
import type { z } from 'zod';
import { withoutPrivateUse } from '../rules/hanForms.ts';
import { hasDamage, typedText } from '../rules/text.ts';

/** @param schema what the text must be besides, judged as it was typed */
export const typedWords = (schema: z.ZodType<string, string>): z.ZodType<string, string> =>
  schema
    .refine((text) => !hasDamage(text), '有乱码（�），请重新填写')
    .refine((text) => withoutPrivateUse(text) === text, {
      error: ({ input }) => `里面有旧造字，别的电脑上看不到，请改成“${withoutPrivateUse(String(input))}”`,
    })
    .overwrite((text) => typedText(text).trim());
