// The people who work with the program, and who of them sits at which user of the system. Office PCs are shared: a person is
// somebody who said their name, not a login. Written outside change sets, since nobody undoes who they are.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import { commonForms } from '../../../shared/rules/hanForms.ts';
import { halfWidth, hasUnseen, holdsNumber } from '../../../shared/rules/text.ts';
import type { Office } from '../office/office.ts';

export type Person = { id: number; uid: string; name: string };

const columns = 'person.id, person.uid, person.name';

/** Who said last that they sit at this user of the system; null where nobody has. */
export const personAt = (office: Office, login: string): Person | null =>
  office
    .prepare<[string], Person>(`SELECT ${columns} FROM seat JOIN person ON person.id = seat.person_id WHERE seat.login = ?`)
    .get(login) ?? null;

/** Everybody who ever worked here, the latest to sit down first. */
export const listPeople = (office: Office): Person[] =>
  office.prepare<[], Person>(`SELECT ${columns} FROM person ORDER BY seated_at DESC, id`).all();

const longest = 20;
const fullWidthWords = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g;

/** @throws Refusal where that is no name. */
function readPersonName(typed: string): string {
  const name = commonForms(typed.normalize('NFC'))
    // Not brackets: （综治办） is written so.
    .replaceAll(fullWidthWords, halfWidth)
    .replaceAll(/\s+/g, ' ')
    .trim()
    // 王 建国 is 王建国.
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  if (name === '') throw new Refusal('请填写您的姓名。');
  if (Array.from(name).length > longest) throw new Refusal(`姓名太长，请缩短到 ${longest} 个字以内。`);
  // In private use every PC shows something else, or nothing.
  if (hasUnseen(name) || /\p{Co}/u.test(name) || holdsNumber(name))
    throw new Refusal('姓名里有看不见的符号或一长串数字，请重新填写。');
  if (!/\p{L}/u.test(name)) throw new Refusal('请填写您的姓名。');
  return name;
}

/**
 * Somebody says who they are: the person of this name, or a new one, sits at the user of the system from now on. What screens
 * remembered for that user before anybody had a name becomes theirs.
 * @throws Refusal where that is no name
 */
export const sitDown = (office: Office, login: string, typed: string): Person => seat(office, login, readPersonName(typed));

function seat(office: Office, login: string, name: string): Person {
  return office.db
    .transaction((): Person => {
      const now = office.clock.now().toISOString();
      office
        .prepare(
          'INSERT INTO person (uid, name, seated_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET seated_at = excluded.seated_at',
        )
        .run(randomUUID(), name, now);
      const person = office.prepare<[string], Person>(`SELECT ${columns} FROM person WHERE name = ?`).get(name);
      if (!person) throw new Error('the person is not there');
      office
        .prepare(
          'INSERT INTO seat (login, person_id) VALUES (?, ?) ON CONFLICT (login) DO UPDATE SET person_id = excluded.person_id',
        )
        .run(login, person.id);
      office.prepare('UPDATE OR IGNORE preference SET owner = ? WHERE owner = ?').run(person.uid, `login ${login}`);
      return person;
    })
    .immediate();
}

/** Whose preferences these are: the person's, or the login's while nobody has said who they are. */
export const preferencesOf = (office: Office, login: string): string => personAt(office, login)?.uid ?? `login ${login}`;

/** Says who sits where now: what a backup says of it is of the day when it was made. */
export const seatTable = 'seat';

/** Who sits where, by login and name. */
export type Seat = { login: string; name: string };

export const listSeats = (office: Office): Seat[] =>
  office.prepare<[], Seat>('SELECT login, name FROM seat JOIN person ON person.id = seat.person_id').all();

/** Seats the same people in another office, which may not have heard of them. */
export function seatAgain(office: Office, seats: readonly Seat[]): void {
  for (const { login, name } of seats) seat(office, login, name);
}
