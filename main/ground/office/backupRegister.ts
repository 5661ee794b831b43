// What must be known about backups even when the office file can't be read: which folder they go to, which this office made,
// and what their last check found. A small file beside the office; losing it costs nothing but those notes.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { folderInTheWay } from './beside.ts';

const factsSchema = z.object({
  bytes: z.number(),
  version: z.number(),
  lastAuditLine: z.number(),
  lastActAt: z.string().nullable(),
  unit: z.string().nullable(),
  // The first program noted its counts under other names; such a file is counted anew when it is checked again.
  held: z.array(z.object({ word: z.string(), count: z.number(), measure: z.string() })).default([]),
});
const noteSchema = z.object({
  bytes: z.number(),
  /** Modification time in milliseconds: with `bytes` it tells whether the note still speaks of this file. */
  modified: z.number(),
  madeHere: z.boolean(),
  check: z.union([z.object({ at: z.string(), facts: factsSchema }), z.object({ at: z.string(), fault: z.string() })]),
});
const registerSchema = z.object({
  /** null: the folder beside the office file. */
  folder: z.string().nullable(),
  /** The last backup that failed, until one succeeds. */
  failure: z.object({ at: z.string(), message: z.string() }).nullable(),
  /** By full path. */
  notes: z.record(z.string(), noteSchema),
});

export type BackupRegister = z.infer<typeof registerSchema>;

const fileOf = (dataFolder: string): string => path.join(dataFolder, 'backups.json');

export function readRegister(dataFolder: string): BackupRegister {
  const file = fileOf(dataFolder);
  const inTheWay = folderInTheWay(file, ['', '.new']);
  if (inTheWay !== null) throw new Refusal(inTheWay);
  if (existsSync(file))
    try {
      return registerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      // Half-written or edited by hand: the notes are gone, the backups are not.
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    }
  return { folder: null, failure: null, notes: {} };
}

export function changeRegister(dataFolder: string, change: (register: BackupRegister) => void): void {
  const register = readRegister(dataFolder);
  change(register);
  const file = fileOf(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(register, null, 1));
  renameSync(`${file}.new`, file);
}
