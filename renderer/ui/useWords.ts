// The office's own words, by dictionary, for the fields that choose one of them. Which dictionaries there are, and where they are kept, is
// a room's to know: the frame gives them (frame/ThemedScreen.tsx).
import { createContext, use } from 'react';

export type Word = { value: string; short: string };

export const WordsContext = createContext<Readonly<Record<string, readonly Word[]>>>({});

const none: readonly Word[] = [];

/** None of a dictionary that the office hasn't. */
export const useWords = (dictionary: string): readonly Word[] => use(WordsContext)[dictionary] ?? none;
