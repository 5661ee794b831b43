// What the roster's screens ask for besides their rows: the day, the branches, the office's own words.
import type { DictionaryName } from '../../shared/roster/words.ts';
import { localDay } from '../../shared/clock.ts';

/** The day the screen stands on when nobody chose another. */
export const useToday = (): string => localDay(new Date());

export type Word = { value: string; short: string };

const none: Record<DictionaryName, Word[]> = { hiringSource: [], employer: [], education: [], politics: [], ethnicity: [] };
export const useWords = (): Record<DictionaryName, readonly Word[]> => none;
export const useBranchChoices = (): { value: number; label: string }[] => [];
