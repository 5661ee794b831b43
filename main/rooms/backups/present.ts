// What the open office holds now, to be held against a backup.
import { statSync } from 'node:fs';
import type { OfficeFacts } from '../../../shared/backups.ts';
import { readFacts } from '../../ground/office/backup.ts';
import type { Desk } from '../../ground/office/desk.ts';

/** null when the office is damaged. */
export const presentFacts = (desk: Desk): OfficeFacts | null =>
  desk.damage() === null ? { ...readFacts(desk.office().db, desk.expected.facts), bytes: statSync(desk.file).size } : null;
