// What people's typing does to numbers and codes, undone: full-width forms, spaces, the apostrophe Excel users put before
// digits, invisible marks, characters in another form than the common one. Pure; what it removes never carries meaning in a number,
// a code or a phone.
import { commonForms, withoutPrivateUse } from './hanForms.ts';

/**
 * Marks that nobody sees and that say nothing: controls, soft hyphens, joiners, directions, selectors of variants. What fills a place
 * (U+3164) is none of them: it was typed for something.
 */
const unseenMarks = String.raw`\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}`;
const unseenMark = new RegExp(`[${unseenMarks}]`, 'gu');
/** Spaces of every width, tabs, line ends, and marks nobody sees. */
const blank = new RegExp(`[\\s${unseenMarks}]`, 'gu');
/** Blanks that look like the ordinary one, and are found by nobody who types that. */
const oddBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** Full-width ASCII (１ Ｘ －) becomes ASCII; everything else stays. */
export const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

/** Without any space, however wide. */
export const withoutBlanks = (text: string): string => text.replaceAll(blank, '');

/** A number or code as it was meant: half-width, no spaces, no apostrophes or quotes around or before it. */
export const tidyCode = (text: string): string => withoutBlanks(halfWidth(text)).replaceAll(/[’'‘`´ʹ′"“”]/g, '');

/** Text as it is kept: marks that nobody sees go, blanks are ordinary ones, each character stands in its common form. */
export const typedText = (text: string): string => commonForms(text.replaceAll(unseenMark, '').replaceAll(oddBlank, ' '));

/** What `typedText` changes of a text, to be told where it was typed; null where nothing is. */
export function typedChange(text: string): string | null {
  const others = [...new Set(text)].filter((mark) => commonForms(mark) !== mark);
  const told = [
    ...others.map((mark) => `“${mark}”已换成通用字“${commonForms(mark)}”`),
    ...(text.search(unseenMark) === -1 ? [] : ['已去掉看不见的符号']),
  ];
  return told.length === 0 ? null : told.join('，');
}

/** Ordinary words: outer spaces off, runs of inner spaces made one, brackets and digits kept as typed. */
export const tidyWords = (text: string): string => typedText(text).replaceAll(/\s+/g, ' ').trim();

/** What is searched and what it is searched in, made comparable: half-width, common forms, lower case. */
export const searchable = (text: string): string => withoutPrivateUse(typedText(halfWidth(text))).toLowerCase();

/** Words beside each other as they are set: a blank between Chinese and letters or digits, none between Chinese. */
export const beside = (...words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .reduce(
      (text, word) => (text === '' ? word : /[!-~]$/.test(text) || /^[!-~]/.test(word) ? `${text} ${word}` : text + word),
      '',
    );

/** `3.71323E+17`: what Excel shows of a number it has already shortened. */
export const isScientific = (text: string): boolean => /^\d+(\.\d+)?[eE]\+?\d+$/.test(text);

/** What is drawn as nothing, or only where something got lost: fillers and blanks that are letters to Unicode, broken characters. */
const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd\u{13441}\u{13442}\u{16fe4}\u{1d159}`;
const anyUnseen = new RegExp(`[${unseen}]`, 'u');
const anySeen = new RegExp(`[^\\s${unseen}]`, 'u');

/** Somewhere in it stands a mark that nobody sees. */
export const hasUnseen = (text: string): boolean => anyUnseen.test(text);

/** Something in it got lost before it came here: a byte that no encoding knows, half a character, a picture among the words. */
export const hasDamage = (text: string): boolean => /[\ufffc\ufffd\p{Cs}]/u.test(text);

/** There is something to see: a name of nothing but blanks and fillers names nothing. */
export const isSeen = (text: string): boolean => anySeen.test(text);

/** 0 to 9 as they are written in Chinese, in accounts and over the phone too. */
const chineseDigits = ['〇零○◯', '一壹弌幺', '二贰貳弍', '三叁叄參弎', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'] as const;
const valueOf = new Map(chineseDigits.flatMap((marks, value) => Array.from(marks, (mark) => [mark, String(value)] as const)));

/** 三 → 3; null for what is no digit in Chinese. Twelve is written with another sign, a number read out digit by digit isn't. */
export const chineseDigit = (mark: string): string | null => valueOf.get(mark) ?? null;

const manyDigits = /(?:\p{N}\P{N}*){6}/u;
const manyNumerals = new RegExp(`(?:[\\p{N}${chineseDigits.join('')}][^\\p{N}${chineseDigits.join('')}]*){7}`, 'u');

/** A number of somebody's, whatever stands between its digits, and no name: 陆 and 万 are families, and 三 is in many a name. */
export const holdsNumber = (name: string): boolean => manyDigits.test(name) || manyNumerals.test(name);

/** All one digit, or counting up or down: 111111111111111111, 12345678…: typed where nobody knew. */
export function isPlaceholderRun(digits: string): boolean {
  if (digits.length < 6) return false;
  const steps = new Set<number>();
  for (let index = 1; index < digits.length; index++) steps.add((Number(digits[index]) - Number(digits[index - 1]) + 10) % 10);
  return steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? -1);
}
