// Whose photo a file is, read from its name: by ID number, by name and mobile, or by name. Nothing is guessed: what says too
// little, or contradicts the ledger, is left to the person, with whoever it may be.
import { normaliseName } from '../../../shared/rules/names.ts';
import { halfWidth } from '../../../shared/rules/text.ts';

export type Person = { id: number; name: string; idNumber: string | null; mobile: string | null };

/** `candidates` are for the person to choose from; with `workerId` there is nothing to choose. */
export type Match =
  | { kind: 'matched'; workerId: number; by: 'idNumber' | 'nameAndMobile' | 'name' }
  | { kind: 'nobody' | 'ambiguous'; reason: string; candidates: number[] };

/** People by what a file name may hold, made once for a batch. */
export type Register = { byName: ReadonlyMap<string, Person[]>; byIdNumber: ReadonlyMap<string, Person>; all: readonly Person[] };

export function register(people: readonly Person[]): Register {
  const byName = new Map<string, Person[]>();
  const byIdNumber = new Map<string, Person>();
  for (const person of people) {
    const key = normaliseName(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
    if (person.idNumber !== null) byIdNumber.set(person.idNumber, person);
  }
  return { byName, byIdNumber, all: people };
}

const idNumber = /(?<!\d)\d{17}[\dXx](?![\dXx])/g;
const mobile = /(?<!\d)1\d{10}(?!\d)/g;
/** Words that say what the file is, not who is on it. */
const remarks =
  /^(证件照|免冠照|登记照|工作照|一寸照?|二寸照?|[12]寸照?|照片|相片|头像|寸照|近照|照|副本|红底|蓝底|白底|网格员|专职网格员|姓名)|(证件照|免冠照|登记照|工作照|一寸照?|二寸照?|[12]寸照?|照片|相片|头像|寸照|近照|副本|红底|蓝底|白底|网格员)$/;

/** A file's own name without folders and ending; a folder in a path is where it lay, not who is on it. */
const stem = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[A-Za-z]{2,5}$/, '');

function namesIn(rest: string, { byName }: Register): string[] {
  const found = new Set<string>();
  for (const part of normaliseName(rest.replaceAll(/[\s\u3000]+/g, '_')).split(/[^\p{Script=Han}〇·\u{e000}-\u{f8ff}]+/u)) {
    let text = part;
    for (let before = ''; !byName.has(text) && before !== text; ) {
      before = text;
      text = text.replace(remarks, '');
    }
    if (byName.has(text)) found.add(text);
  }
  return [...found];
}

export function matchName(path: string, people: Register): Match {
  const text = halfWidth(stem(path)).normalize('NFC');
  const idNumbers = [...new Set((text.match(idNumber) ?? []).map((digits) => digits.toUpperCase()))];
  const withoutIds = text.replaceAll(idNumber, '_');
  const mobiles = [...new Set(withoutIds.match(mobile) ?? [])];
  const names = namesIn(withoutIds.replaceAll(mobile, '_').replaceAll(/\d+/g, '_'), people);
  const named = names.flatMap((name) => people.byName.get(name) ?? []);
  const candidates = named.map((person) => person.id);

  if (idNumbers.length > 1) return { kind: 'ambiguous', reason: '文件名里有两个身份证号', candidates };
  const [digits] = idNumbers;
  if (digits !== undefined) {
    const person = people.byIdNumber.get(digits);
    if (!person) return { kind: 'nobody', reason: '台账里没有这个身份证号', candidates };
    if (names.length > 0 && !named.includes(person))
      return {
        kind: 'ambiguous',
        reason: `身份证号是${person.name}的，文件名写的是${names.join('、')}`,
        candidates: [person.id, ...candidates],
      };
    return { kind: 'matched', workerId: person.id, by: 'idNumber' };
  }
  if (names.length > 1) return { kind: 'ambiguous', reason: `文件名里有${names.join('、')}`, candidates };
  const [number] = mobiles;
  if (names.length === 0) {
    const holders = number === undefined ? [] : people.all.filter((person) => person.mobile === number);
    return {
      kind: 'nobody',
      reason: holders.length > 0 ? '文件名里只有手机号码，没有姓名' : '文件名里没有台账上的姓名或身份证号',
      candidates: holders.map((person) => person.id),
    };
  }
  const [name = ''] = names;
  if (number !== undefined) {
    const same = named.filter((person) => person.mobile === number);
    const [only] = same;
    if (same.length === 1 && only) return { kind: 'matched', workerId: only.id, by: 'nameAndMobile' };
    if (same.length > 1) return { kind: 'ambiguous', reason: `有 ${same.length} 位${name}用这个手机号码`, candidates };
    return { kind: 'nobody', reason: `${name}的手机号码与台账不同`, candidates };
  }
  const [only] = named;
  if (named.length === 1 && only) return { kind: 'matched', workerId: only.id, by: 'name' };
  return { kind: 'ambiguous', reason: `台账里有 ${named.length} 位${name}`, candidates };
}
