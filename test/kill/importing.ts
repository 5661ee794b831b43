// An import of thousands that its host doesn't survive: the roster is brought in over the port as a screen would, and the host is
// killed while the worker writes. Afterwards everybody is there, or nobody.
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '../../main/ground/office/desk.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { disagreements } from '../harness/oracle.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';
import { rosterSheet } from '../harness/roster.ts';
import { startVictim, type Victim } from './session.ts';

const people = 3000;
const roster = Buffer.from(
  rosterSheet(people)
    .map((row) => row.join(','))
    .join('\n'),
);

async function call(victim: Victim, name: string, input: object | null): Promise<unknown> {
  const response = await fetch(`${victim.origin}/trpc/${name}`, {
    method: 'POST',
    headers: { cookie: victim.cookie, 'content-type': 'application/json' },
    ...(input === null ? {} : { body: JSON.stringify(input) }),
  });
  const answer = (await response.json()) as { result?: { data: unknown }; error?: { message: string } };
  if (!answer.result) throw new Error(`${name}: ${answer.error?.message ?? response.status}`);
  return answer.result.data;
}

/** Waits for a job's end. */
async function finished(victim: Victim, started: unknown): Promise<void> {
  const { jobId: id } = started as { jobId: string };
  for (;;) {
    const { phase, error } = (await call(victim, 'jobs.state', { id })) as { phase: string; error: string | null };
    if (phase === 'done') return;
    if (phase !== 'running') throw new Error(`${phase}: ${error ?? ''}`);
    await sleep(5);
  }
}

/** As far as the preview. @returns the import's id */
async function previewed(victim: Victim): Promise<string> {
  const response = await fetch(`${victim.origin}/files/uploads?name=roster.csv`, {
    method: 'POST',
    headers: { cookie: victim.cookie },
    body: roster,
  });
  const { id: uploadId } = (await response.json()) as { id: string };
  await finished(victim, await call(victim, 'imports.start', { uploadId }));
  const { import: state } = (await call(victim, 'imports.current', null)) as { import: { id: string } };
  await finished(victim, await call(victim, 'imports.judge', { id: state.id }));
  return state.id;
}

export type ImportKill = { workers: number; acknowledged: boolean; differing: number; whole: boolean };

/** One host killed `after` milliseconds from the yes to writing; null: once it said that all was written. */
export async function killedImport(script: string, after: number | null): Promise<ImportKill> {
  const { folder, remove } = temporaryFolder();
  try {
    const victim = await startVictim(script, folder);
    const id = await previewed(victim);
    let acknowledged = false;
    const write = async (): Promise<void> => {
      try {
        await finished(victim, await call(victim, 'imports.commit', { id }));
        acknowledged = true;
      } catch (error) {
        // The host went away amid the answer; any other failure shows in what is found afterwards.
        if (!(error instanceof Error)) throw error;
      }
    };
    const writing = write();
    await (after === null ? writing : Promise.race([writing, sleep(after)]));
    await victim.kill();
    await writing;
    const desk = openDesk(folder, testClock, officeSchema);
    try {
      const { db } = desk.office();
      return {
        workers: db.prepare<[], number>('SELECT count(*) FROM worker').pluck().get() ?? -1,
        acknowledged,
        differing: disagreements(desk.office()).length,
        whole: db.pragma('integrity_check', { simple: true }) === 'ok',
      };
    } finally {
      desk.close();
    }
  } finally {
    remove();
  }
}

/** A few people may look made up and are held for confirming: all means all that went in when nobody was killed. */
export async function killedImports(
  script: string,
  times: number,
): Promise<{ all: number; none: number; torn: number; lost: number }> {
  const undisturbed = await killedImport(script, null);
  const outcome = { all: 0, none: 0, torn: 0, lost: 0 };
  for (let round = 0; round < times; round++) {
    const { workers, acknowledged, differing, whole } = await killedImport(script, 50 + ((round * 37) % 101) * 14);
    if (!whole || differing > 0 || (workers !== 0 && workers !== undisturbed.workers)) outcome.torn++;
    else if (workers === 0) outcome.none++;
    else outcome.all++;
    if (acknowledged && workers === 0) outcome.lost++;
  }
  return outcome;
}
