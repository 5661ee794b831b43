// What a screen remembers for the person at it. Not audited: nobody undoes a column width. Bounded, since a screen that goes wrong
// must not fill the office's file with it.
import { Refusal } from '../../../shared/refusal.ts';
import type { Office } from '../office/office.ts';

/** Bytes. The longest form a person can save takes 7,000, the columns of the widest file 5,000. */
const longestValue = 64 * 1024;
/** Of one person: a few dozen tables, filters and headers, and the forms they left open. */
const mostNames = 500;

/** The remembered JSON value, or null. */
export function readPreference(office: Office, owner: string, name: string): unknown {
  const value = office
    .prepare<[string, string], string>('SELECT value FROM preference WHERE owner = ? AND name = ?')
    .pluck()
    .get(owner, name);
  return value === undefined ? null : JSON.parse(value);
}

/** All that is remembered under names that begin so, the latest first. */
export const listPreferences = (office: Office, owner: string, prefix: string): { name: string; value: unknown }[] =>
  office
    .prepare<[string, string, string], { name: string; value: string }>(
      'SELECT name, value FROM preference WHERE owner = ? AND substr(name, 1, length(?)) = ? ORDER BY id DESC',
    )
    .all(owner, prefix, prefix)
    .map(({ name, value }) => ({ name, value: JSON.parse(value) as unknown }));
/** @throws Refusal where it is nested so deep that it can't be written */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('要记住的内容层次太多，没有记下。请把填写的内容缩短。');
    throw error;
  }
}

/**
 * Remembers a JSON value; null forgets it. Of too many names the one that was longest not written goes.
 * @throws Refusal where the value is too long, or nested too deep
 */
export function writePreference(office: Office, owner: string, name: string, value: unknown): void {
  const json = asJson(value ?? null);
  if (Buffer.byteLength(json) > longestValue) throw new Refusal('要记住的内容太长，没有记下。请把填写的内容缩短。');
  office.db.transaction(() => {
    // Written anew at each change, so that the ids stand in the order of the writing.
    office.prepare('DELETE FROM preference WHERE owner = ? AND name = ?').run(owner, name);
    if (json === 'null') return;
    office.prepare('INSERT INTO preference (owner, name, value) VALUES (?, ?, ?)').run(owner, name, json);
    office
      .prepare(
        'DELETE FROM preference WHERE owner = @owner AND id NOT IN (SELECT id FROM preference WHERE owner = @owner ORDER BY id DESC LIMIT @mostNames)',
      )
      .run({ owner, mostNames });
  })();
}
