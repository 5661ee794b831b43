// One life of a host that ends by SIGKILL amid writes: it is started on a folder, written to through its own port as a screen
// would, and killed at a chosen moment. What it acknowledged is what must be found again.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export type Session = { acknowledged: number[]; attempted: number };

async function ready(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the host was started without pipes');
  let complaints = '';
  stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.startsWith('READY ')) resolve(line.slice(6));
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${complaints}`)));
  });
}

async function enter(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`no cookie from ${address}`);
  return cookie;
}

/** Saves the number as the office's quota of workers; rejects unless the host says that it was saved. */
async function write(origin: string, cookie: string, number: number): Promise<void> {
  const quota = {
    communities: null,
    compounds: null,
    urbanGrids: null,
    ruralGrids: null,
    workers: number,
    workersCountedBy: 'person',
  };
  const response = await fetch(`${origin}/trpc/settings.saveQuota`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(quota),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`the host answered ${response.status}: ${answer}`);
}

/** A running host that is there to be killed. */
export type Victim = { origin: string; cookie: string; kill(): Promise<void> };

/** Starts `script`, an entry of the browser host, on `folder`, and enters. */
export async function startVictim(script: string, folder: string, wrapper: readonly string[] = []): Promise<Victim> {
  const [program, ...before] = wrapper;
  const flags = [
    '--disable-warning=ExperimentalWarning',
    script,
    '--no-window',
    '--port',
    '0',
    '--data',
    folder,
    '--person',
    '测试员',
  ];
  const [command, commandArguments] = program ? [program, [...before, process.execPath, ...flags]] : [process.execPath, flags];
  const child = spawn(command, commandArguments, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await ready(child);
  const cookie = await enter(address);
  return {
    origin: new URL(address).origin,
    cookie,
    async kill() {
      // The whole group, since a wrapper such as strace leaves its child alive.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

/**
 * Runs `script` (an entry of the browser host) on `folder`, writes `first`, `first + 1`, … one after another, and kills the host
 * `after` milliseconds from the first acknowledged write, so that a slow machine has something to lose too.
 */
export async function killedSession(
  script: string,
  folder: string,
  first: number,
  after: number,
  wrapper: readonly string[] = [],
): Promise<Session> {
  const victim = await startVictim(script, folder, wrapper);
  const { origin, cookie } = victim;
  const acknowledged: number[] = [];
  const answered = Promise.withResolvers<void>();
  let next = first;
  const killed = new AbortController();
  const writeOn = async (): Promise<void> => {
    while (!killed.signal.aborted) {
      const number = next++;
      try {
        await write(origin, cookie, number);
        acknowledged.push(number);
        answered.resolve();
      } catch (error) {
        if (!killed.signal.aborted) throw error;
      }
    }
  };
  const writing = writeOn();
  await Promise.race([answered.promise.then(() => sleep(after)), writing]);
  killed.abort();
  await victim.kill();
  await writing;
  return { acknowledged, attempted: next - first };
}
