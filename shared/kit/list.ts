// What every list is asked by and every row is named by, whatever it lists.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { mostChosen } from './limits.ts';

export const rowId = z.number().int().positive();
/** Rows that somebody chose, each once, since how many they are is said. */
export const chosenIds = z
  .array(rowId)
  .max(mostChosen)
  .overwrite((ids) => [...new Set(ids)]);
export const byId = z.object({ id: rowId });
export const ofDay = z.object({ asOf: daySchema });

/** How many words a search may have; each narrows what is found. */
export const mostSearchWords = 8;

export const searchText = z
  .string()
  .trim()
  .max(50, '搜索的文字太长，请缩短到 50 字以内')
  .refine((text) => text.split(/\s+/).length <= mostSearchWords, `一次最多搜索 ${mostSearchWords} 个词，请减少几个`);

export const pageSchema = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
} as const;

/** By a column's key; 'order', and whatever the list can't be sorted by, is the office's own order. */
const sortSchema = z
  .object({ column: z.string().max(60), direction: z.enum(['ascending', 'descending']) })
  .default({ column: 'order', direction: 'ascending' });
export type Sort = z.infer<typeof sortSchema>;

/** What every list may be asked besides its own filters. */
export const listShape = { search: searchText.optional(), sort: sortSchema, ...pageSchema } as const;
