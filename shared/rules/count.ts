// Whole numbers as people type them: full-width, with spaces or commas between the thousands. Whatever else is typed is refused in
// words, never rounded, cut to a bound or dropped.
import { z } from 'zod';
import { halfWidth, withoutBlanks } from './text.ts';

export type CountBounds = { least: number; most: number };

export type CountReading = { count: number | null } | { fault: string };

/** Households, people, buildings. */
export const groundBounds: CountBounds = { least: 0, most: 100_000_000 };

/** With the blank that parts digits from Chinese. */
const spoken = (most: number): string => (most === 100_000_000 ? '1 亿' : `${most} `);

/** The same bounds on the wire. */
export const countSchema = ({ least, most }: CountBounds) =>
  z
    .number('请填数字')
    .int('请填整数')
    .min(least, least === 0 ? '不能是负数' : `不能小于 ${least}`)
    .max(most, `数字太大，不能超过 ${spoken(most).trim()}`);

/** `１，２３４` → 1234; nothing typed → null. */
export function readCount(typed: string, bounds: CountBounds): CountReading {
  const digits = withoutBlanks(halfWidth(typed));
  if (digits === '') return { count: null };
  const fault = `“${typed.trim()}”不能填在这里，请填 ${bounds.least} 到 ${spoken(bounds.most)}的整数`;
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(digits)) return { fault };
  const count = Number(digits.replaceAll(',', ''));
  return count < bounds.least || count > bounds.most ? { fault } : { count };
}
