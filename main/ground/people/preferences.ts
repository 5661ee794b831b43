// What a screen remembers for the person at it. Not audited: nobody undoes a column width.
import type { Office } from '../office/office.ts';

/** The remembered JSON value, or null. */
export function readPreference(office: Office, owner: string, name: string): unknown {
  const value = office
    .prepare<[string, string], string>('SELECT value FROM preference WHERE owner = ? AND name = ?')
    .pluck()
    .get(owner, name);
  return value === undefined ? null : JSON.parse(value);
}

export function writePreference(office: Office, owner: string, name: string, value: unknown): void {
  office
    .prepare(
      'INSERT INTO preference (owner, name, value) VALUES (?, ?, ?) ON CONFLICT (owner, name) DO UPDATE SET value = excluded.value',
    )
    .run(owner, name, JSON.stringify(value ?? null));
}
