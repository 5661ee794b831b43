// The window that stands open while the program is attacked: asks what costs nothing, again and again, and reads the program's memory from
// outside. In a thread of its own, so that what the attack itself is busy with isn't counted.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

export type Window = { origin: string; cookie: string; pid: number };
/** Milliseconds of the longest wait for an answer; bytes of the most memory. Memory is read on Linux only, and 0 elsewhere. */
export type Cost = { stall: number; bytes: number };

const { origin, cookie, pid } = workerData as Window;
const asksEvery = 25;
let worst: Cost = { stall: 0, bytes: 0 };
let asked: number | null = null;

function residentBytes(): number {
  if (process.platform !== 'linux') return 0;
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch (error) {
    // The program has ended.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

const look = (): void => {
  worst = {
    stall: Math.max(worst.stall, asked === null ? 0 : performance.now() - asked),
    bytes: Math.max(worst.bytes, residentBytes()),
  };
};

parentPort?.on('message', () => {
  look();
  parentPort?.postMessage(worst);
  worst = { stall: 0, bytes: 0 };
});

for (;;) {
  asked = performance.now();
  try {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    const answer = await fetch(`${origin}/trpc/people.me`, { method: 'POST', headers: { cookie } });
    // oxlint-disable-next-line no-await-in-loop -- the same
    await answer.arrayBuffer();
    look();
  } catch (error) {
    // It has ended, or hung up on a connection that waited; whoever attacks sees to the former.
    if (!(error instanceof TypeError)) throw error;
  }
  asked = null;
  // oxlint-disable-next-line no-await-in-loop -- the same
  await sleep(asksEvery);
}
