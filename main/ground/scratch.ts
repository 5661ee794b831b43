// What the program lays into the system's folder for temporary files: the profile of its window, prints that are joined, whatever
// libraries and browsers put there. All of it lies in one folder of this process, which goes when it ends; what a kill has left goes at the next
// start. A folder says by its name whose it is, so that nothing of a process that lives is touched, and nothing of anybody else's.
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync, type Stats } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** grid-ledger-PID-XXXXXX */
const owned = /^grid-ledger-(\d+)-[A-Za-z0-9]{6}$/;
/** As the first version called them, which said nothing of who they belong to. */
const former = /^grid-ledger-(?:window|prints|electron)-[A-Za-z0-9]{6}$/;
const formerlyKept = 24 * 3_600_000;

const isOfThisProcess = (folder: string): boolean => owned.exec(path.basename(folder))?.[1] === String(process.pid);

const given = tmpdir();
/** Also where this code is loaded once more in its process. */
let own = isOfThisProcess(given) ? given : null;
const root = own === null ? given : path.dirname(own);

/** From now on everything temporary of this process, and of what it starts, lies in a folder of its own. */
export function takeScratch(): void {
  // There the sockets of a browser would have too long a path.
  if (own !== null || process.platform === 'darwin') return;
  let made: string;
  try {
    made = mkdtempSync(path.join(root, `grid-ledger-${process.pid}-`));
  } catch (error) {
    // Where nothing temporary can be kept, an office may still be opened; whoever needs it fails with words of their own.
    if (error instanceof Error && 'code' in error) return;
    throw error;
  }
  own = made;
  process.env.TMPDIR = made;
  process.env.TEMP = made;
  process.env.TMP = made;
  process.on('exit', () => {
    try {
      rmSync(made, { recursive: true, force: true });
    } catch (error) {
      // A browser still holds a file of it: the next start clears it.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's, which may not be asked, lives.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Chromium notes in its profile who works on it: a link to HOST-PID. On Windows it holds files open, which can't be removed then. */
function hasBrowser(profile: string): boolean {
  try {
    return isAlive(Number(/-(\d+)$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[1] ?? NaN));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function isLeft(name: string, folder: string, stats: Stats): boolean {
  if (folder === own || !stats.isDirectory() || (process.getuid && stats.uid !== process.getuid())) return false;
  const pid = owned.exec(name)?.[1];
  if (pid !== undefined) {
    // Our own number was another's before.
    if (Number(pid) !== process.pid && isAlive(Number(pid))) return false;
    return !readdirSync(folder).some((inner) => hasBrowser(path.join(folder, inner)));
  }
  return former.test(name) && Date.now() - stats.mtimeMs > formerlyKept && !hasBrowser(folder);
}

/**
 * Removes what processes of this program that live no longer have left; what can't be removed stays for another start.
 * @returns the names of what was removed
 */
export async function clearLeftScratch(): Promise<string[]> {
  const cleared: string[] = [];
  for (const name of readdirSync(root).filter((each) => owned.test(each) || former.test(each))) {
    const folder = path.join(root, name);
    try {
      const stats = lstatSync(folder, { throwIfNoEntry: false });
      if (!stats || !isLeft(name, folder, stats)) continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, beside whatever the person does
      await rm(folder, { recursive: true, force: true });
      cleared.push(name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return cleared;
}
