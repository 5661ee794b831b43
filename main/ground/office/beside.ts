// What SQLite lays beside a database file and takes for part of it, whoever put it there: moved and removed with the file, and never
// taken from a stranger. Also what else may stand where a file must be: a folder.
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';

/** What lies beside it first, so that whoever is cut short leaves no rows for the next file of its name. */
const besides = ['-wal', '-shm', '-journal'] as const;

/** An office file and what it may have beside it. */
export const tails = ['', ...besides] as const;

/** Lets what was written survive a power cut. @param flags as a file is opened to be written, or a folder to be read */
export function syncToDisk(at: string, flags: 'r' | 'r+'): void {
  const handle = openSync(at, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename survive a power cut. Windows has no such call for folders and needs none. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncToDisk(folder, 'r');
}

/** What lies beside a file that was never written under its name is no part of it. */
export function removeBeside(file: string): void {
  for (const tail of besides) rmSync(file + tail, { force: true });
}

/** Removes a file with whatever lies beside it. */
export function removeWhole(file: string): void {
  removeBeside(file);
  rmSync(file, { force: true });
}

/** Moves a file with whatever belongs to it. What can't be moved whole stays where it is. */
export function moveWhole(from: string, to: string): void {
  const moved: string[] = [];
  try {
    for (const tail of tails)
      if (existsSync(from + tail)) {
        renameSync(from + tail, to + tail);
        moved.push(tail);
      }
    syncFolder(path.dirname(from));
  } catch (error) {
    for (const tail of moved) renameSync(to + tail, from + tail);
    throw error;
  }
}

/** Moves a copy that was made whole and synced: nothing beside it is its own. */
export function moveAlone(from: string, to: string): void {
  removeBeside(from);
  renameSync(from, to);
  syncFolder(path.dirname(to));
}

export const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** What a person reads where a folder stands in the place of a file or of what SQLite lays beside it; null where none does. */
export function folderInTheWay(file: string, at: readonly string[] = tails): string | null {
  const tail = at.find((each) => isFolder(file + each));
  return tail === undefined
    ? null
    : `“${path.basename(file + tail)}”是文件夹，占了程序要用的文件名（${path.dirname(file)}）。请把它移到别处或改名，再试一次。`;
}

/** Whether the file's own header says that its latest rows may lie in a -wal. */
function keepsWal(file: string): boolean {
  const header = Buffer.alloc(20);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, header, 0, header.length, 0) === header.length && header[18] === 2;
  } finally {
    closeSync(handle);
  }
}

const holds = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * SQLite would read it as the file's latest state: the -wal of another file of that name, left when a backup was copied over an office
 * by hand, or a -journal, which no office of ours has.
 * @throws Refusal that names it
 */
export function refuseStrangers(file: string): void {
  const tail = ['-journal', '-wal'].find((each) => holds(file + each));
  if (tail === undefined || (tail === '-wal' && keepsWal(file))) return;
  const name = path.basename(file);
  throw new Refusal(
    `“${name}”旁边的“${name}${tail}”不是它的，一起读会弄乱数据，所以没有打开。请先把“${name}${tail}”移到别处，再试一次。`,
  );
}
