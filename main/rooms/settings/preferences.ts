// What a screen remembers for the person at it. Not audited: nobody undoes a column width.
import type { Office } from '../../ground/office/office.ts';

/** The remembered JSON value, or null. */
export function readPreference(office: Office, actor: string, name: string): unknown {
  const value = office
    .prepare<[string, string], string>('SELECT value FROM preference WHERE actor = ? AND name = ?')
    .pluck()
    .get(actor, name);
  return value === undefined ? null : JSON.parse(value);
}

export function writePreference(office: Office, actor: string, name: string, value: unknown): void {
  office
    .prepare(
      'INSERT INTO preference (actor, name, value) VALUES (?, ?, ?) ON CONFLICT (actor, name) DO UPDATE SET value = excluded.value',
    )
    .run(actor, name, JSON.stringify(value ?? null));
}
