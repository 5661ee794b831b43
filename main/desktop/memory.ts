// What the desktop remembers for the person, in the office file. Without an open office (damaged, or closed by the end of the
// system's session) it remembers nothing, and that stops nobody.
import { Refusal } from '../../shared/refusal.ts';
import type { Program } from '../compose.ts';
import type { Office } from '../ground/office/office.ts';
import { readPreference, writePreference } from '../rooms/settings/preferences.ts';

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
  return office && readPreference(office, program.actor, name);
}

export function remember(program: Program, name: string, value: unknown): void {
  const office = openOffice(program);
  if (office) writePreference(office, program.actor, name, value);
}
