// Which opening of the office this window shows, and who it says is at the keyboard. Another window may bring a backup back, begin
// afresh or let somebody else sit down: so each request says what is shown here, and each answer is looked at.
import { openingHeader, personHeader } from '../shared/shown.ts';

let opening: string | null = null;
let person: string | null = null;
let isOvertaken = false;
const watchingOffice = new Set<() => void>();
const watchingPerson = new Set<() => void>();

/** Says whose name the window shows, by uid; null: nobody's. */
export function showPerson(uid: string | null): void {
  person = uid;
  isOvertaken = false;
}

/** Says which opening of the office the window shows from its beginning on. */
export function showOpening(shown: string): void {
  opening = shown;
}

/**
 * Asks the program, as whatever this window sends goes. Unless its page said so, the first answer says which opening this window
 * shows; a later one of another opening, that it was replaced. An answer to somebody else says that another person sits here now.
 */
export async function askProgram(address: RequestInfo | URL, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (opening !== null) headers.set(openingHeader, opening);
  const asking = person;
  if (asking !== null) headers.set(personHeader, asking);
  const response = await fetch(address, { ...options, headers });
  const answered = response.headers.get(openingHeader);
  if (answered === null) return response;
  opening ??= answered;
  if (answered !== opening) for (const told of watchingOffice) told();
  else if (asking !== null && asking === person && !isOvertaken && response.headers.get(personHeader) !== asking) {
    isOvertaken = true;
    for (const told of watchingPerson) told();
  }
  return response;
}

const watch = (watching: Set<() => void>, told: () => void): (() => void) => {
  watching.add(told);
  return () => void watching.delete(told);
};

/** Told at each answer from an office that isn't the one this window shows. @returns how to stop */
export const onReplaced = (told: () => void): (() => void) => watch(watchingOffice, told);

/** Told once an answer went to somebody else than the one this window names. @returns how to stop */
export const onOtherPerson = (told: () => void): (() => void) => watch(watchingPerson, told);
