// The folder backups go to: the office's own setting, and, when the office can't be read, what was noted of it last.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { tryWriting, writingTrouble } from '../../ground/office/backup.ts';
import { changeRegister, readRegister } from '../../ground/office/backupRegister.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { readSetting } from '../settings/settings.ts';

/** The default folder is made when missing; one that the person chose is not, since its absence means an unplugged disk. */
export function backupFolder(desk: Desk): string {
  const named = desk.damage() === null ? readSetting(desk.office(), 'backup').folder : readRegister(desk.folder).folder;
  if (named !== null) return named;
  mkdirSync(desk.defaultBackupFolder, { recursive: true });
  return desk.defaultBackupFolder;
}

/**
 * Makes sure that a typed folder will do, by writing into it.
 * @returns the folder as it will be kept: absolute, or null for the default.
 * @throws Refusal when it is missing, no folder, or can't be written.
 */
export function checkedFolder(desk: Desk, typed: string | null): string | null {
  const text = (typed ?? '').trim().replaceAll(/^["']|["']$/g, '');
  if (text === '') return null;
  if (!path.isAbsolute(text)) throw new Refusal(`“${text}”不是完整路径。请从盘符写起，例如 D:\\台账备份。`);
  const folder = path.resolve(text);
  if (folder === desk.defaultBackupFolder) return null;
  if (!existsSync(folder)) throw new Refusal(`文件夹“${folder}”不存在。请先建好文件夹，或检查盘符和移动硬盘。`);
  if (!statSync(folder).isDirectory()) throw new Refusal(`“${folder}”是文件，不是文件夹。`);
  try {
    tryWriting(folder);
  } catch (error) {
    throw new Refusal(`不能写入文件夹“${folder}”：${writingTrouble(error)}。请换一个文件夹。`);
  }
  return folder;
}

/** Keeps the folder's name where it can be read without the office. */
export const noteFolder = (desk: Desk, folder: string | null): void =>
  changeRegister(desk.folder, (register) => {
    register.folder = folder;
  });
