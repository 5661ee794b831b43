// A day from outside, for every input that names one: YYYY-MM-DD and in the calendar, else it is refused.
import { z } from 'zod';
import { isDay } from './rules/day.ts';

export const daySchema = z.string().refine(isDay, '日期应为“年-月-日”，例如 2026-09-30');
