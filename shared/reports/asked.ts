// What every report is asked with, and the parts that several share. A report takes these and its own (shared/reports/<report>.ts).
import { z } from 'zod';
import { chosenIds } from '../kit/list.ts';
import { isDay } from '../rules/day.ts';
import { typedWords } from '../kit/typedWords.ts';
import { isSeen } from '../rules/text.ts';

export const papers = ['A4', 'A3'] as const;

export const asked = {
  /** 统计日期. */
  asOf: z.string().refine(isDay, '统计日期应为“年-月-日”，例如 2026-09-30'),
  /** Empty: the report's own title. */
  title: typedWords(
    z
      .string()
      .trim()
      .max(60, '标题最多 60 个字')
      .refine((title) => title === '' || isSeen(title), '标题里没有看得见的字'),
  ),
  paper: z.enum(papers),
};

/** Ids of rows; null: all. */
export const ids = chosenIds.nullable();
export const kind = z.enum(['urban', 'rural']).nullable();

/** Whether the rows of each 社区总支 are followed by their sums. What was remembered before there were any has none. */
export const subtotals = z.boolean().default(false);
