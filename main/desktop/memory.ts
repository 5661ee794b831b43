// What the desktop remembers for the person, in the office file. Without an open office (damaged, or closed by the end of the
// system's session) it remembers nothing, and that stops nobody.
import { Refusal } from '../../shared/refusal.ts';
import type { Program } from '../compose.ts';
import type { Office } from '../ground/office/office.ts';
import { preferencesOf } from '../ground/people/people.ts';
import { readPreference, writePreference } from '../ground/people/preferences.ts';

function openOffice(program: Program): Office | null {
  try {
    return program.desk.office();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export function recall(program: Program, name: string): unknown {
  const office = openOffice(program);
  return office && readPreference(office, preferencesOf(office, program.login), name);
}

export function remember(program: Program, name: string, value: unknown): void {
  const office = openOffice(program);
  if (!office) return;
  const owner = preferencesOf(office, program.login);
  program.desk
    .write(office, () => writePreference(office, owner, name, value))
    .catch((error: unknown) => program.log.error('window memory', error));
}
