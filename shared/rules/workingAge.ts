// Who can be somebody that an office employs: not yet born, a child, or older than anybody there is a slip of the hand.
import { ageOn } from './age.ts';

/** Below it nobody may be employed (劳动法第十五条). */
const least = 16;
const most = 100;

/** @param birth YYYY-MM @param onDay YYYY-MM-DD */
export function isWorkingAge(birth: string, onDay: string): boolean {
  const age = ageOn(birth, onDay);
  return age !== null && age >= least && age <= most;
}

/** What is wrong with a birth month, to be said of a cell or a field; null where nothing is. @param birth YYYY-MM */
export function birthFault(birth: string, today: string): string | null {
  if (birth > today.slice(0, 7)) return '这个月还没有到，请核对';
  return isWorkingAge(birth, today) ? null : `按这个出生年月，现在不到 ${least} 岁或超过 ${most} 岁，请核对`;
}

/** Whether somebody began to work before they were allowed to. @param birth YYYY-MM @param started YYYY-MM */
export function startedTooYoung(birth: string, started: string): boolean {
  const age = ageOn(birth, `${started}-28`);
  return age === null || age < least;
}
