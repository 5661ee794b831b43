// Whose photo a file is, read from its name and its folders': by ID number, by name and mobile, or by name, where a place tells two of
// one name apart. Nothing is guessed: what says too little, holds a word that is nothing known, or contradicts the ledger, is left to
// the person, with whoever it may be.
import { barePlaceName, placeNameSpellings } from '../../../shared/rules/placeName.ts';
import type { StandingGround } from '../roster/standing.ts';
import { type Hint, type Known, nameKey, placeKey, type Reading, readFileName } from './fileName.ts';

export type Person = {
  id: number;
  name: string;
  idNumber: string | null;
  mobile: string | null;
  sex?: 'male' | 'female' | null;
};

/** `candidates` are for the person to choose from; with `workerId` there is nothing to choose. */
export type Match =
  | { kind: 'matched'; workerId: number; by: 'idNumber' | 'nameAndMobile' | 'name' | 'nameAndHints' }
  | { kind: 'nobody' | 'ambiguous'; reason: string; candidates: number[] };

/** People and places by what a file name may hold, made once for a batch. */
export type Register = {
  known: Known;
  byName: ReadonlyMap<string, Person[]>;
  byIdNumber: ReadonlyMap<string, Person>;
  /** Who stands at some place. */
  placed: ReadonlySet<number>;
  all: readonly Person[];
};

const spellingsOf = ({ level, name }: StandingGround): { word: string; glued: boolean }[] => {
  const own = placeKey(name);
  if (level === 'branch' || level === 'grid') return [{ word: own, glued: own.length >= 3 }];
  const bare = placeKey(barePlaceName(name, level));
  return placeNameSpellings(name, level).map((spelling) => {
    const word = placeKey(spelling);
    return { word, glued: word.length >= 4 || (word !== bare && word.length >= 3) };
  });
};

/** 第一网格 of 东风社区第一网格. */
function gridsOwnName(grid: StandingGround, placeWords: ReadonlySet<string>): StandingGround[] {
  const word = placeKey(grid.name);
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => index + 1)
    .filter((end) => placeWords.has(word.slice(0, end)))
    .map((end) => ({ ...grid, name: word.slice(end) }));
}

export function register(people: readonly Person[], grounds: readonly StandingGround[] = []): Register {
  const byName = new Map<string, Person[]>();
  const byIdNumber = new Map<string, Person>();
  for (const person of people) {
    const key = nameKey(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
    if (person.idNumber !== null) byIdNumber.set(person.idNumber, person);
  }
  const placeWords = new Set(
    grounds
      .flatMap((ground) => (ground.level === 'community' || ground.level === 'compound' ? spellingsOf(ground) : []))
      .map(({ word }) => word),
  );
  const places = new Map<string, { glued: boolean; workers: Set<number> }>();
  for (const ground of grounds)
    for (const one of ground.level === 'grid' ? [ground, ...gridsOwnName(ground, placeWords)] : [ground])
      for (const { word, glued } of spellingsOf(one)) {
        const entry = places.get(word) ?? { glued: false, workers: new Set<number>() };
        entry.glued ||= glued;
        for (const id of one.workerIds) entry.workers.add(id);
        places.set(word, entry);
      }
  return {
    known: { names: new Set(byName.keys()), places },
    byName,
    byIdNumber,
    placed: new Set(grounds.flatMap(({ workerIds }) => workerIds)),
    all: people,
  };
}

/** A file's own name without its endings, of which there may be two. */
const stem = (name: string): string =>
  name.replace(/(?:\.(?:jpe?g|jfif|jpe|png|webp|gif|tiff?|bmp|hei[cf]|avif))+$/i, '').replace(/\.[A-Za-z]{2,5}$/, '');

const agrees = (person: Person, hint: Hint): boolean =>
  hint.kind === 'place' ? hint.workers.has(person.id) : person.sex === hint.sex;

/** What a hint says can't be held against somebody of whom the ledger doesn't say it. */
const isOpen = (person: Person, hint: Hint, { placed }: Register): boolean =>
  hint.kind === 'place' ? !placed.has(person.id) : person.sex === null || person.sex === undefined;

type Said = { reading: Reading; folders: Reading[]; named: Person[]; names: string[] };

function read(path: string, people: Register): Said {
  const parts = path.split(/[\\/]/);
  const reading = readFileName(stem(parts.at(-1) ?? ''), people.known);
  const folders = parts.slice(0, -1).map((folder) => readFileName(folder, people.known));
  const names = [...new Set(reading.names.flat())];
  const named = names.flatMap((name) => people.byName.get(name) ?? []);
  return { reading, folders, named, names };
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('');

function judgedByIdNumber({ reading, named, names }: Said, people: Register, candidates: number[]): Match | null {
  const [digits, ...more] = reading.idNumbers;
  if (more.length > 0) return { kind: 'ambiguous', reason: '文件名里有两个身份证号', candidates };
  if (digits === undefined)
    return reading.brokenNumbers.length > 0
      ? { kind: 'ambiguous', reason: '文件名里的身份证号不是 18 位，不能确定是谁', candidates }
      : null;
  const person = people.byIdNumber.get(digits);
  if (!person) return { kind: 'nobody', reason: '台账里没有这个身份证号', candidates };
  if (names.length > 0 && !(named.includes(person) && names.length === 1))
    return {
      kind: 'ambiguous',
      reason: `身份证号是${person.name}的，文件名写的是${names.join('、')}`,
      candidates: [...new Set([person.id, ...candidates])],
    };
  if (reading.leftOver.length > 0)
    return {
      kind: 'ambiguous',
      reason: `身份证号是${person.name}的，文件名里还有${quoted(reading.leftOver)}`,
      candidates: [...new Set([person.id, ...candidates])],
    };
  return { kind: 'matched', workerId: person.id, by: 'idNumber' };
}

function judgedByMobile({ reading, named }: Said, name: string, candidates: number[]): Match | null {
  const [number, ...more] = reading.mobiles;
  if (number === undefined) return null;
  const same = named.filter(({ mobile }) => mobile !== null && reading.mobiles.includes(mobile));
  const [only] = same;
  if (same.length > 1) return { kind: 'ambiguous', reason: `有 ${same.length} 位${name}用这个手机号码`, candidates };
  if (!only || more.length > 0) return { kind: 'nobody', reason: `${name}的手机号码与台账不同`, candidates };
  if (reading.leftOver.length > 0)
    return { kind: 'ambiguous', reason: `文件名里还有${quoted(reading.leftOver)}，不能确定是${name}`, candidates };
  return { kind: 'matched', workerId: only.id, by: 'nameAndMobile' };
}

/** By name, and by what the file and its folders say of the place. */
function judgedByName({ reading, folders, named }: Said, name: string, people: Register, candidates: number[]): Match {
  // Of folders only what the ledger knows counts: 新拍的社区 is no place of ours.
  const told = folders.flatMap(({ hints }) => hints.filter(({ kind, word }) => kind === 'sex' || people.known.places.has(word)));
  const hints = [...reading.hints, ...told];
  const fitting = named.filter((person) => hints.every((hint) => agrees(person, hint)));
  const [only] = fitting;
  if (only && fitting.length === 1) return { kind: 'matched', workerId: only.id, by: hints.length > 0 ? 'nameAndHints' : 'name' };
  if (fitting.length > 1)
    return { kind: 'ambiguous', reason: `台账里有 ${fitting.length} 位${name}`, candidates: fitting.map(({ id }) => id) };
  const [single] = named;
  if (single && named.length === 1 && hints.every((hint) => agrees(single, hint) || isOpen(single, hint, people)))
    return { kind: 'matched', workerId: single.id, by: 'name' };
  const against = hints.filter((hint) => !named.some((person) => agrees(person, hint))).map(({ word }) => word);
  const said = quoted([...new Set(against.length > 0 ? against : hints.map(({ word }) => word))]);
  return {
    kind: 'ambiguous',
    reason: `文件名或文件夹写的是${said}，与台账里${named.length > 1 ? `${named.length} 位` : ''}${name}的不同，请核对`,
    candidates,
  };
}

/** Whoever may be meant by a file that says no name of the ledger: by a part of it, its mobile, its folder. */
function nobody({ reading, folders }: Said, people: Register): Match {
  const within = reading.within.flatMap((name) => people.byName.get(name) ?? []);
  const holders = people.all.filter(({ mobile }) => mobile !== null && reading.mobiles.includes(mobile));
  const inFolder = folders.flatMap(({ names }) => names.flat()).flatMap((name) => people.byName.get(name) ?? []);
  const candidates = [...new Set([...within, ...holders, ...inFolder].map(({ id }) => id))];
  if (within.length > 0)
    return {
      kind: 'nobody',
      reason: `${quoted(reading.leftOver)}不是台账上的姓名，请看是不是${reading.within.join('、')}`,
      candidates,
    };
  return {
    kind: 'nobody',
    reason: holders.length > 0 ? '文件名里只有手机号码，没有姓名' : '文件名里没有台账上的姓名或身份证号',
    candidates,
  };
}

/** @param path the file with its folders, as it lay; a zip counts as a folder */
export function matchName(path: string, people: Register): Match {
  const said = read(path, people);
  const match = judged(said, people);
  const past = [said.reading, ...said.folders].flatMap((part) => part.past);
  if (match.kind !== 'matched' || past.length === 0) return match;
  const where = said.reading.past.length > 0 ? '文件名' : '文件夹';
  return {
    kind: 'ambiguous',
    reason: `${where}里写着${quoted([...new Set(past)])}，请看是不是现在要用的照片`,
    candidates: [match.workerId],
  };
}

function judged(said: Said, people: Register): Match {
  const { reading, named, names } = said;
  const candidates = [
    ...new Set([...named, ...reading.within.flatMap((name) => people.byName.get(name) ?? [])].map(({ id }) => id)),
  ];
  const settled = judgedByIdNumber(said, people, candidates);
  if (settled) return settled;
  const [name = ''] = named.map((person) => person.name);
  if (names.length === 0) return nobody(said, people);
  if (names.length > 1 || reading.names.length > 1)
    return { kind: 'ambiguous', reason: `文件名里有${names.join('、')}`, candidates };
  const byNumber = judgedByMobile(said, name, candidates);
  if (byNumber) return byNumber;
  if (reading.leftOver.length > 0)
    return { kind: 'ambiguous', reason: `文件名里还有${quoted(reading.leftOver)}，不能确定是${name}`, candidates };
  return judgedByName(said, name, people, candidates);
}
