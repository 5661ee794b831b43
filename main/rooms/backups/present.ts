// What the open office holds now, to be held against a backup.
import type { OfficeFacts } from '../../../shared/backups.ts';
import { readFacts } from '../../ground/office/backup.ts';
import type { Connection } from '../../ground/office/connection.ts';
import type { Desk } from '../../ground/office/desk.ts';

/** As large as a backup of it would be: what is new may lie beside the file still. */
const bytesOf = (db: Connection): number => {
  const read = (name: string): number => db.pragma(name, { simple: true }) as number;
  return (read('page_count') - read('freelist_count')) * read('page_size');
};

/** null when the office is damaged. */
export function presentFacts(desk: Desk): OfficeFacts | null {
  if (desk.damage() !== null) return null;
  const { db } = desk.office();
  return { ...readFacts(db, desk.expected.facts), bytes: bytesOf(db) };
}
