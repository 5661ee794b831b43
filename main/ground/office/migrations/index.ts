// The schema's history, in order. A migration that was released is frozen: its hash is kept in every office file and checked.
import { sql as office } from './0001-office.ts';

export type Migration = { version: number; name: string; sql: string };

export const migrations: readonly Migration[] = [{ version: 1, name: 'office', sql: office }];
