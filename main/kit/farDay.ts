// Days that can only be slips of the hand: a wrong digit in a year moves a posting or a name by a century, and nobody sees it.
import { Refusal } from '../../shared/refusal.ts';
import { addDays } from '../../shared/rules/day.ts';

/** No office, grid or worker of today goes back further. */
const first = '1949-10-01';
/** Ten years, in days. */
const ahead = 3653;

/** Before 1949-10-01 or more than ten years ahead. */
export const isFarDay = (today: string, day: string): boolean => day < first || day > addDays(today, ahead);

/** @param what the day in words: 生效日期 @throws Refusal where the day is a far one */
export function refuseFarDay(today: string, day: string, what: string): void {
  if (isFarDay(today, day)) throw new Refusal(`${what} ${day} 离今天太远，可能是年份写错了，没有保存。请核对。`);
}
