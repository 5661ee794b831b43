// The backups that lie in the backup folder, newest first, each with what its last check found.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Backup, type BackupKind, backupKinds } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type BackupRegister, changeRegister, readRegister } from '../../ground/office/backupRegister.ts';
import { checkInWorker } from '../../ground/office/backupWork.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { stampedInstant } from '../../ground/office/stamp.ts';
import { backupFolder } from './folder.ts';

const kinds = Object.entries(backupKinds) as [BackupKind, string][];

const kindOf = (name: string): BackupKind | null => kinds.find(([, word]) => name.startsWith(`${word}_`))?.[0] ?? null;

function describe(folder: string, name: string, register: BackupRegister): Backup {
  const file = path.join(folder, name);
  const { size, mtime, mtimeMs } = statSync(file);
  const note = register.notes[file];
  const known = note && note.bytes === size && note.modified === mtimeMs;
  const kind = kindOf(name);
  return {
    name,
    kind,
    at: ((kind && stampedInstant(name)) ?? mtime).toISOString(),
    bytes: size,
    check: known ? note.check : null,
  };
}

/** Newest first. An absent folder holds none. */
export function listBackups(desk: Desk): Backup[] {
  const folder = backupFolder(desk);
  if (!existsSync(folder)) return [];
  const register = readRegister(desk.folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gridledger') && statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => describe(folder, name, register))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1));
}

/**
 * What every screen may ask often: the same, but a folder elsewhere, which may be a share that takes its time to answer or a disk
 * pulled out, is not touched; of that the notes on this computer are told. Newest first.
 */
export function knownBackups(desk: Desk): Pick<Backup, 'name' | 'kind' | 'at'>[] {
  const folder = backupFolder(desk);
  if (folder === desk.defaultBackupFolder) return listBackups(desk);
  return Object.entries(readRegister(desk.folder).notes)
    .filter(([file, note]) => path.dirname(file) === folder && note.madeHere)
    .map(([file, note]) => {
      const name = path.basename(file);
      return { name, kind: kindOf(name), at: (stampedInstant(name) ?? new Date(note.modified)).toISOString() };
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The path of a listed backup. @throws Refusal when it is gone. */
export function listedFile(desk: Desk, name: string): string {
  const folder = backupFolder(desk);
  const file = path.join(folder, path.basename(name));
  if (!existsSync(file)) throw new Refusal(`备份“${name}”已经不在文件夹“${folder}”里了。请刷新后重新选择。`);
  return file;
}

/** Checks one backup through and notes what was found. */
export async function checkBackup(desk: Desk, name: string): Promise<Backup> {
  const file = listedFile(desk, name);
  const at = new Date().toISOString();
  let check: NonNullable<Backup['check']>;
  try {
    check = { at, facts: await checkInWorker(file, desk.expected) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    check = { at, fault: error.message };
  }
  const { size, mtimeMs } = statSync(file);
  changeRegister(desk.folder, (register) => {
    register.notes[file] = { bytes: size, modified: mtimeMs, madeHere: register.notes[file]?.madeHere ?? false, check };
  });
  return describe(path.dirname(file), path.basename(file), readRegister(desk.folder));
}
