// Long work as a test waits for it: until it has ended, and the file it made, fetched as a screen fetches it.
import { setTimeout } from 'node:timers/promises';
import type { JobState } from '../../shared/jobs.ts';
import type { openProgram } from './program.ts';

type Program = ReturnType<typeof openProgram>;

export async function ended(program: Program, jobId: string): Promise<JobState> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- polled, as a screen does
    const state = await program.caller.jobs.state({ id: jobId });
    if (state.phase !== 'running') return state;
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(20);
  }
}

/** @throws where the work failed */
export async function fileOf(program: Program, jobId: string): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { phase, error } = await ended(program, jobId);
  if (phase !== 'done') throw new Error(error ?? phase);
  const answer = await program.fetch(`/files/jobs/${jobId}`);
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return {
    name: decodeURIComponent(name),
    type: answer.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}
