// What lies in the data folder besides the office and its backups: offices that were set aside when another took their place, and files
// that were handed over to restore from. Each is a whole office, personal numbers and all: they are listed, and removed when somebody says so,
// never by themselves. What this program didn't put there isn't touched.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type SetAside, type SetAsideFile, setAsidePlaces } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Log } from '../../ground/log.ts';
import { writingTrouble } from '../../ground/office/backup.ts';
import { removeWhole, tails } from '../../ground/office/beside.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { stampedInstant } from '../../ground/office/stamp.ts';
import { inTurn } from './backUpNow.ts';
import { backupFolder } from './folder.ts';
import { listBackups } from './list.ts';
import { receivedFolder, receivedName } from './received.ts';

type Place = SetAsideFile['place'];

const places = Object.keys(setAsidePlaces) as Place[];

const folderOf = (desk: Desk, place: Place): string => (place === 'aside' ? desk.aside : receivedFolder(desk));

/** As the desk names what it sets aside, and as what is handed over is kept. */
const names: Readonly<Record<Place, RegExp>> = { aside: /^(\d{8}_\d{6})(?:_\d+)?_office\.gridledger$/, received: receivedName };

/** Where it leads elsewhere, or backups are kept there, it is no folder of ours to clear. */
function isOurs(desk: Desk, folder: string): boolean {
  if (!existsSync(folder)) return false;
  const real = realpathSync(folder);
  const backups = backupFolder(desk);
  return (
    real === path.join(realpathSync(desk.folder), path.basename(folder)) &&
    !(existsSync(backups) && realpathSync(backups) === real)
  );
}

/** With what SQLite laid beside it, by which name it stays in the list where only that is left. */
function describe(folder: string, place: Place, name: string): SetAside {
  const parts = tails.flatMap((tail) => statSync(path.join(folder, name + tail), { throwIfNoEntry: false }) ?? []);
  const stamped = place === 'aside' ? stampedInstant(`_${names.aside.exec(name)?.[1] ?? ''}.`) : null;
  const at = stamped ?? new Date(Math.max(...parts.map(({ mtimeMs }) => mtimeMs)));
  return { place, name, at: at.toISOString(), bytes: parts.reduce((sum, { size }) => sum + size, 0) };
}

/** The latest first. */
export const listSetAside = (desk: Desk): SetAside[] =>
  places
    .flatMap((place) => {
      const folder = folderOf(desk, place);
      if (!isOurs(desk, folder)) return [];
      const there = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          tails.reduce((name, tail) => (tail !== '' && name.endsWith(tail) ? name.slice(0, -tail.length) : name), entry.name),
        );
      return [...new Set(there)].filter((name) => names[place].test(name)).map((name) => describe(folder, place, name));
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));

function clearNow(desk: Desk, files: readonly SetAsideFile[]): void {
  const listed = listSetAside(desk);
  const isListed = ({ place, name }: SetAsideFile): boolean => listed.some((one) => one.place === place && one.name === name);
  if (!files.every(isListed)) throw new Refusal('有的文件已经不在了，没有清除。请刷新后再看一次。');
  const hasWhole = listBackups(desk).some(({ check }) => check !== null && 'facts' in check);
  if (files.some(({ place }) => place === 'aside') && !hasWhole)
    throw new Refusal('备份文件夹里还没有检查过、确认完好的备份，换下的数据没有清除。请先点“立即备份”，再清除。');
  for (const { place, name } of files)
    try {
      removeWhole(path.join(folderOf(desk, place), name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Refusal(`“${name}”没有清除：${writingTrouble(error)}。请关闭正在使用它的程序，再试一次。`);
    }
}

/**
 * Removes them for good, after whatever else is under way with whole files.
 * @throws Refusal where no backup of the office is known to be whole, or where one of them isn't listed (any more)
 */
export const clearSetAside = (desk: Desk, files: readonly SetAsideFile[], log: Log): Promise<{ cleared: number }> =>
  inTurn(desk, () => {
    clearNow(desk, files);
    log.info(`cleared for good: ${files.map(({ name }) => name).join(' ')}`);
    return Promise.resolve({ cleared: files.length });
  });
