// The daily backup: at the start when there is none of today, then looked after every hour. Of the daily ones that this office
// made, the oldest beyond what the office keeps are removed; others are never touched.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { localDay } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Log } from '../../ground/log.ts';
import { changeRegister, readRegister } from '../../ground/office/backupRegister.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { readSetting } from '../settings/settings.ts';
import { backUpNow } from './backUpNow.ts';
import { backupFolder } from './folder.ts';
import { knownBackups, listBackups } from './list.ts';
import { dropUnfinished } from './unfinished.ts';

const afterStart = 2_000;
const hour = 3_600_000;

/** True when today's is missing. An office that nobody has set up yet has nothing to lose. */
export function dailyIsDue(desk: Desk): boolean {
  if (desk.damage() !== null) return false;
  const office = desk.office();
  if (!readSetting(office, 'backup').daily || readSetting(office, 'office').founded === null) return false;
  const today = office.clock.today();
  return !knownBackups(desk).some((backup) => backup.kind === 'daily' && localDay(new Date(backup.at)) === today);
}

/** Removes the oldest daily backups beyond the setting; returns their names. */
export function dropOldDailies(desk: Desk): string[] {
  const folder = backupFolder(desk);
  const { notes } = readRegister(desk.folder);
  const { keep } = readSetting(desk.office(), 'backup');
  const old = listBackups(desk)
    .filter((backup) => backup.kind === 'daily' && notes[path.join(folder, backup.name)]?.madeHere)
    .slice(keep)
    .map((backup) => backup.name);
  for (const name of old) rmSync(path.join(folder, name), { force: true });
  changeRegister(desk.folder, (register) => {
    for (const file of Object.keys(register.notes))
      if (path.dirname(file) === folder && !existsSync(file)) delete register.notes[file];
  });
  return old;
}

/** Takes today's backup when it is missing; a failure is kept for the screens, not thrown. */
export async function dailyBackup(desk: Desk, log: Log): Promise<void> {
  try {
    if (!dailyIsDue(desk)) return;
    await backUpNow(desk, 'daily', log);
    await dropUnfinished(desk);
    const dropped = dropOldDailies(desk);
    if (dropped.length > 0) log.info(`old daily backups removed: ${dropped.join(' ')}`);
  } catch (error) {
    if (!(error instanceof Refusal)) log.error('daily backup', error);
  }
}

/** Looks after the daily backup until `stop`. Its timers keep no program alive. */
export function keepDailyBackups(desk: Desk, log: Log): { stop(): void } {
  const first = setTimeout(() => void dailyBackup(desk, log), afterStart).unref();
  const then = setInterval(() => void dailyBackup(desk, log), hour).unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(then);
    },
  };
}
