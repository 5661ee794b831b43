// The office's lists of words as they cross the wire.
import { z } from 'zod';
import { typedWords } from '../kit/typedWords.ts';
import { mostChosen } from '../kit/limits.ts';
import { isSeen } from '../rules/text.ts';
import { type DictionaryName, dictionaryNames } from './words.ts';

const dictionary = z.enum(dictionaryNames);
const value = z.string().trim().min(1, '请填写内容').max(30, '内容太长，请缩短到 30 字以内');
const newValue = typedWords(value.refine(isSeen, '请填写内容'));
const short = typedWords(z.string().trim().max(10, '简称太长，请缩短到 10 字以内')).optional();

export const addEntrySchema = z.object({ dictionary, value: newValue, short });
/** `value` is the entry's present words; rows that hold them are changed with it. */
export const saveEntrySchema = z.object({ dictionary, value, newValue, short });
export const removeEntrySchema = z.object({ dictionary, value });
export const orderEntriesSchema = z.object({ dictionary, values: z.array(value).min(1).max(mostChosen) });

export type DictionaryEntry = {
  value: string;
  /** For table columns. */
  short: string;
  /** Workers who carry it. */
  used: number;
};
export type Dictionaries = Record<DictionaryName, DictionaryEntry[]>;
