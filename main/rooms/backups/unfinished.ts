// Copies of an office that were cut short, by a kill or a loss of power: backups on their way, files that were being handed over. Whoever
// holds the office makes all that lie in its own folders; in a backup folder elsewhere another office's may be growing, so there only what
// has not grown for an hour is taken for left.
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { backupKinds } from '../../../shared/backups.ts';
import { tails } from '../../ground/office/beside.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { backupFolder } from './folder.ts';
import { receivedFolder, receivedName } from './received.ts';

const hour = 3_600_000;
const ofBackup = new RegExp(`^(?:${Object.values(backupKinds).join('|')})_.*\\.gridledger\\.unfinished$`);
/** What a folder is tried with. */
const probe = /^\.grid-ledger-\d+\.tmp$/;

const isUnfinished = (name: string): boolean =>
  probe.test(name) || tails.some((tail) => name.endsWith(tail) && ofBackup.test(name.slice(0, name.length - tail.length)));

/** @param before when it must have been written last, in milliseconds */
async function dropFrom(folder: string, isLeft: (name: string) => boolean, before: number): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const dropped: string[] = [];
  for (const name of (await readdir(folder)).filter(isLeft)) {
    const file = path.join(folder, name);
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const stats = await stat(file);
    if (!stats.isFile() || stats.mtimeMs >= before) continue;
    // oxlint-disable-next-line no-await-in-loop
    await rm(file, { force: true });
    dropped.push(name);
  }
  return dropped;
}

/** Removes them; returns their names. @throws the system's error, such as that of a disk pulled out */
export async function dropUnfinished(desk: Desk): Promise<string[]> {
  const folder = backupFolder(desk);
  // What this process makes itself is younger than it.
  const started = performance.timeOrigin;
  return [
    ...(await dropFrom(desk.defaultBackupFolder, isUnfinished, started)),
    ...(folder === desk.defaultBackupFolder ? [] : await dropFrom(folder, isUnfinished, Date.now() - hour)),
    ...(await dropFrom(receivedFolder(desk), (name) => receivedName.test(name) && name.endsWith('.unfinished'), started)),
  ];
}
