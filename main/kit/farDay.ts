// Days that can only be slips of the hand are refused: nobody would see what a wrong digit in a year moves.
import { Refusal } from '../../shared/refusal.ts';
import { nearDays } from '../../shared/rules/day.ts';

export const isFarDay = (today: string, day: string): boolean => {
  const { earliest, latest } = nearDays(today);
  return day < earliest || day > latest;
};

/** @param what the day in words: 生效日期 @throws Refusal where the day is a far one */
export function refuseFarDay(today: string, day: string, what: string): void {
  if (isFarDay(today, day)) throw new Refusal(`${what} ${day} 离今天太远，可能是年份写错了，没有保存。请核对。`);
}
