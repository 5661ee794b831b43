// Reads the name of a photo file, or of a folder: every character of it is a name of the ledger, a place of it, a number, or a known
// word; what is none of these is told as left over. So a name that only contains another's is never taken for the other's, and where
// a stretch can be read in two ways both come out.
import { normaliseName } from '../../../shared/rules/names.ts';
import { idNumbersIn } from '../../../shared/rules/writtenNumbers.ts';
import { isGluedWord, isLoneWord, isProgramsWord, latinPast, longestWord, saysPast, saysPlace, sexWords } from './fileWords.ts';

/** What is known of the ledger: names as `nameKey` makes them, places as `placeKey` does, by the workers who stand there. */
export type Known = {
  names: ReadonlySet<string>;
  /** `glued`: it may also stand right beside a name. */
  places: ReadonlyMap<string, { glued: boolean; workers: ReadonlySet<number> }>;
};

export type Reading = {
  idNumbers: string[];
  /** Digits like an ID number's, but not 18 of them. */
  brokenNumbers: string[];
  mobiles: string[];
  /** Each way to read the names in it; one, empty, where there are none. */
  names: string[][];
  /** Who may be meant by the places and words that stand in it, each on its own. */
  hints: Hint[];
  /** Words that are nothing known, as they were written. */
  leftOver: string[];
  /** Words that say that the photo, or who is on it, belongs to the past: 旧, 离职. */
  past: string[];
  /** Names of the ledger that are only a part of what is left over. */
  within: string[];
};

export type Hint =
  | { kind: 'place'; word: string; workers: ReadonlySet<number> }
  | { kind: 'sex'; word: string; sex: 'male' | 'female' };

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number === 0 || number > 99) return String(number);
  return `${tens > 1 ? numerals[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? numerals[ones] : ''}`;
}

/** 3网格, 第03网格, 三号网格 are 第三网格. */
const gridNumber = (text: string): string =>
  text.replaceAll(/第?(\d{1,2}|[一二三四五六七八九十]{1,3})号?网格(?!员)/g, (_, count: string) =>
    /\d/.test(count) ? `第${inChinese(Number(count))}网格` : `第${count}网格`,
  );

/** Full-width, compatibility forms and radicals as the usual characters. */
const usual = (text: string): string => text.normalize('NFKC');

/** A name as it is compared: without blanks and dots, which file names leave out or write as they like. */
export const nameKey = (name: string): string => normaliseName(usual(name)).replaceAll('·', '');

export const placeKey = (name: string): string => gridNumber(usual(name).replaceAll(/\([^)]*\)/g, '')).replaceAll(/[\s·]/g, '');

const crosses = /[x×✕хχ*]/giu;
const lostMarks = /[?□�〓○●*]/gu;
const han = String.raw`\p{Script=Han}〇\u{e000}-\u{f8ff}`;
const lost = '\ufffd';
/** Letters right at a Chinese character, which may stand for one of a name. */
const letters = '\u0003';
/** Where an ID number stood. */
const taken = '\u0002';

/** Takes the ID numbers out of a text. */
function withoutIdNumbers(text: string): { rest: string; idNumbers: string[]; brokenNumbers: string[] } {
  // However its last character is written, or in groups; a time stamp isn't one.
  const marks = Array.from(text);
  const found = idNumbersIn(marks, 'judge').map((places) => ({
    places,
    digits: places
      .map((place) => marks[place] ?? '')
      .join('')
      .replaceAll(crosses, 'X'),
  }));
  const numbers = found.filter(({ digits }) => !/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{6,9}$/.test(digits));
  const idNumbers: string[] = [];
  const brokenNumbers: string[] = [];
  for (const { places, digits } of numbers) {
    (/^\d{17}[\dX]$/.test(digits) ? idNumbers : brokenNumbers).push(digits);
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    for (let at = first; at <= last; at++) marks[at] = taken;
  }
  return { rest: marks.join(''), idNumbers, brokenNumbers };
}

/** One stretch of a name, as it is read and as it was written, and where in it blanks stood. */
type Stretch = { text: string; shown: string; breaks: ReadonlySet<number> };

type Token =
  | { kind: 'name'; name: string }
  /** It would be a name of the ledger with one character more: somebody else's. */
  | { kind: 'longerName' }
  | { kind: 'hint'; hint: Hint }
  | { kind: 'past'; word: string }
  | { kind: 'word' };

const mostWays = 60;
/** What is longer is no name of a photo. */
const longestStretch = 100;

/** What a piece of a stretch, from one place to another, may be. */
function tokensAt({ text, breaks }: Stretch, from: number, to: number, known: Known): Token[] {
  const piece = text.slice(from, to);
  const isAlone = breaks.has(from) && breaks.has(to);
  const tokens: Token[] = [];
  if (known.names.has(piece)) tokens.push({ kind: 'name', name: piece });
  else if (
    (known.names.has(piece.slice(1)) && !breaks.has(from + 1)) ||
    (known.names.has(piece.slice(0, -1)) && !breaks.has(to - 1) && !piece.endsWith('的'))
  )
    tokens.push({ kind: 'longerName' });
  const place = known.places.get(piece);
  const sex = sexWords[piece];
  if (place && (isAlone || place.glued))
    tokens.push({ kind: 'hint', hint: { kind: 'place', word: piece, workers: place.workers } });
  else if (sex && (isAlone || piece.length > 1)) tokens.push({ kind: 'hint', hint: { kind: 'sex', word: piece, sex } });
  else if (isAlone && saysPast(piece) && !known.names.has(piece)) tokens.push({ kind: 'past', word: piece });
  else if (isAlone ? isLoneWord(piece) : isGluedWord(piece)) tokens.push({ kind: 'word' });
  else if (isAlone && saysPlace(piece)) tokens.push({ kind: 'hint', hint: { kind: 'place', word: piece, workers: new Set() } });
  return tokens;
}

/** Every way to read a stretch from end to end, longest words first. */
function waysToRead(stretch: Stretch, known: Known): Token[][] {
  const length = stretch.text.length;
  if (length > longestStretch) return [];
  const after = new Map<number, Token[][]>([[length, [[]]]]);
  for (let from = length - 1; from >= 0; from--) {
    const ways: Token[][] = [];
    for (let to = Math.min(length, from + longestWord); to > from; to--) {
      const rest = after.get(to) ?? [];
      if (rest.length === 0) continue;
      for (const token of tokensAt(stretch, from, to, known))
        for (const way of rest) if (ways.length < mostWays) ways.push([token, ...way]);
    }
    after.set(from, ways);
  }
  return after.get(0) ?? [];
}

function namesWithin(text: string, names: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (let from = 0; from < text.length; from++)
    for (let to = Math.min(text.length, from + longestWord); to > from + 1; to--)
      if (names.has(text.slice(from, to))) found.add(text.slice(from, to));
  return [...found].sort((one, other) => other.length - one.length);
}

/** The stretches between signs and digits; Latin letters and marks of lost characters right at a Chinese one belong to it. */
function stretchesOf(text: string): Stretch[] {
  const near = new RegExp(`(?<=[${han}${lost}])[a-z]+|[a-z]+(?=[${han}${lost}])`, 'giu');
  const written: string[] = [];
  const plain = text
    .replaceAll(lostMarks, lost)
    .replaceAll(near, (word) => {
      if (isProgramsWord(word)) return '_';
      written.push(word);
      return letters;
    })
    .replaceAll(/\d+年(?:\d+月)?(?:\d+[日号])?|第?\d+[张批号]|\d+/g, '_');
  return plain.split(new RegExp(String.raw`[^${han}${lost}${letters}\s·]+`, 'u')).flatMap((part): Stretch[] => {
    const pieces = part.split(/[\s·]+/).filter((piece) => piece !== '');
    const breaks = new Set([0]);
    let at = 0;
    for (const piece of pieces) breaks.add((at += piece.length));
    if (pieces.length === 0) return [];
    const stretch = pieces.join('');
    const shown = stretch.replaceAll(letters, () => written.shift() ?? '').replaceAll(lost, '□');
    return [{ text: stretch, shown, breaks }];
  });
}

/** All combinations of one way of each stretch, as the names in them. */
function combined(each: readonly (readonly string[])[][]): string[][] {
  let all: string[][] = [[]];
  for (const ways of each) all = all.flatMap((names) => ways.map((more) => [...new Set([...names, ...more])])).slice(0, mostWays);
  const distinct = new Map(all.map((names) => [names.toSorted().join('\n'), names]));
  return [...distinct.values()];
}

/** @param text a file's name without its folders and ending, or a folder's */
export function readFileName(text: string, known: Known): Reading {
  const { rest, idNumbers, brokenNumbers } = withoutIdNumbers(usual(text).replaceAll(/[\u200b-\u200f\ufeff]/g, ''));
  const mobiles: string[] = [];
  const words = rest
    .replaceAll(new RegExp(`(?:公民)?身份证(?:号码?)?[:\\s_-]*(?=${taken})`, 'gu'), '_')
    .replaceAll(/(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d)[-\s]?(\d{4})[-\s]?(\d{4})(?!\d)/g, (_, ...groups: string[]) => {
      mobiles.push(groups.slice(0, 3).join(''));
      return '_';
    });
  const dotted = words.split(/\s+/).map(normaliseName).join(' ');
  const read = stretchesOf(gridNumber(dotted)).map((stretch) => {
    const ways = waysToRead(stretch, known);
    const real = ways.filter((way) => way.every(({ kind }) => kind !== 'longerName'));
    // A stretch that somebody else's name explains as well is nobody's.
    const isDoubtful =
      real.length === 0 || (real.length < ways.length && real.some((way) => way.some(({ kind }) => kind === 'name')));
    return { stretch, real, isDoubtful };
  });
  const clear = read.filter(({ isDoubtful }) => !isDoubtful);
  const leftOver = read.filter(({ isDoubtful }) => isDoubtful).map(({ stretch }) => stretch);
  const first = clear.flatMap(({ real: [way] }) => way ?? []);
  return {
    idNumbers: [...new Set(idNumbers)],
    brokenNumbers,
    mobiles: [...new Set(mobiles)],
    names: combined(
      clear.map(({ real }) => real.map((way) => way.flatMap((token) => (token.kind === 'name' ? [token.name] : [])))),
    ),
    hints: first.flatMap((token) => (token.kind === 'hint' ? [token.hint] : [])),
    leftOver: leftOver.map(({ shown }) => shown),
    past: [...first.flatMap((token) => (token.kind === 'past' ? [token.word] : [])), ...latinPast(words)],
    within: [...new Set(leftOver.flatMap(({ text: part }) => namesWithin(part, known.names)))],
  };
}
