// An office that its program doesn't live to replace: restored, begun afresh or upgraded by a program that is killed meanwhile. At the
// next start it is whole: as it was, or as it was to become.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { backUp } from '../../main/ground/office/backup.ts';
import { officeFileName, openDesk } from '../../main/ground/office/desk.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { root } from '../harness/host.ts';
import { nobody, temporaryFolder, testClock } from '../harness/program.ts';

const replacer = path.join(root, 'test/kill/replacer.ts');
const fixture = path.join(root, 'test/fixtures/office-schema-1.gridledger.gz');

/** How long each takes on a slow machine, in milliseconds. */
const lasts = { restore: 600, afresh: 30, upgrade: 400 } as const;
type Way = keyof typeof lasts;

/** An office with 甲 and 乙 and a copy that knows only 甲; or one of the first schema. */
function makeOffice(folder: string, way: Way): void {
  if (way === 'upgrade') {
    writeFileSync(path.join(folder, officeFileName), gunzipSync(readFileSync(fixture)));
    return;
  }
  const desk = openDesk(folder, testClock, officeSchema);
  for (const name of ['甲', '乙']) {
    desk
      .office()
      .change({ actor: nobody, kind: 'company.add', summary: `新增 ${name}` }, (change) =>
        change.insert('property_company', { name }),
      );
    if (name === '甲') backUp(desk.file, path.join(folder, '拷来的.gridledger'), desk.expected);
  }
  desk.close();
}

/** What the next start finds. @throws where it finds no office, or a damaged one */
function found(folder: string): string {
  const desk = openDesk(folder, testClock, officeSchema);
  try {
    const { db } = desk.office();
    const names = db.prepare('SELECT name FROM property_company ORDER BY id').pluck().all();
    const people = db.prepare('SELECT count(*) FROM worker').pluck().get();
    return JSON.stringify([db.pragma('integrity_check', { simple: true }), db.pragma('user_version'), names, people]);
  } finally {
    desk.close();
  }
}

/** @param after milliseconds from the begin; null: nobody is killed */
async function killed(folder: string, way: Way, after: number | null): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', replacer, folder, way], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  await once(child.stdout, 'data');
  if (after !== null) {
    await Promise.race([sleep(after), gone]);
    child.kill('SIGKILL');
  }
  await gone;
}

/** @returns how often the next start found it as it was, as it was to become, and neither. */
export async function killedReplacings(way: Way, times: number): Promise<{ former: number; next: number; torn: string[] }> {
  const made = temporaryFolder();
  const outcome = { former: 0, next: 0, torn: [] as string[] };
  const within = async (work: (folder: string) => Promise<void>): Promise<string> => {
    const { folder, remove } = temporaryFolder();
    try {
      cpSync(made.folder, folder, { recursive: true });
      await work(folder);
      return found(folder);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return error.message;
    } finally {
      remove();
    }
  };
  try {
    makeOffice(made.folder, way);
    const former = await within(() => Promise.resolve());
    const next = await within((folder) => killed(folder, way, null));
    for (let round = 0; round < times; round++) {
      const now = await within((folder) => killed(folder, way, (lasts[way] * round) / times));
      if (now === next) outcome.next++;
      else if (now === former) outcome.former++;
      else outcome.torn.push(now);
    }
    return outcome;
  } finally {
    made.remove();
  }
}
