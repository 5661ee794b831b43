// What every list is asked by and every row is named by, whatever it lists.
import { z } from 'zod';
import { daySchema } from '../day.ts';

export const rowId = z.number().int().positive();
export const byId = z.object({ id: rowId });
export const ofDay = z.object({ asOf: daySchema });

export const searchText = z.string().trim().max(50, '搜索的文字太长，请缩短到 50 字以内');

export const pageSchema = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
} as const;

export const sortDirectionSchema = z.enum(['ascending', 'descending']);
