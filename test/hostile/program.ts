// The real browser host under attack, asked over its port as the window asks; a second window (window.worker.ts) says what it costs.
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { JobState } from '../../shared/jobs.ts';
import { type Host, startHost } from '../harness/host.ts';
import type { Cost, Window } from './window.worker.ts';

/** Longer than an import may be silent. */
const patience = 240_000;
/** Of the host's memory over what it has at rest. */
const mostBytes = 1024 ** 3;
/** Of one answer that costs nothing. */
const longestStall = 2000;
const lookEvery = 25;

export type Answer = { status: number; told: string | null; data: unknown };

export class AttackedProgram {
  readonly host: Host;
  readonly #window: Window;
  readonly #watching: Worker;
  #rest = 0;
  #present = 0;
  #worst: Cost = { stall: 0, bytes: 0 };

  private constructor(host: Host, window: Window) {
    this.host = host;
    this.#window = window;
    this.#watching = new Worker(path.join(import.meta.dirname, 'window.worker.ts'), { workerData: window });
  }

  static async start(flags: string[], folder: string): Promise<AttackedProgram> {
    const host = await startHost(flags, folder);
    const page = await fetch(host.address);
    await page.arrayBuffer();
    const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
    const program = new AttackedProgram(host, { origin: new URL(host.address).origin, cookie, pid: host.process.pid ?? 0 });
    // What it does once after its start isn't the attack's.
    await sleep(500);
    program.#rest = (await program.#cost()).bytes;
    return program;
  }

  get hasEnded(): boolean {
    return this.host.process.exitCode !== null || this.host.process.signalCode !== null;
  }

  /** Memory that was taken isn't all given back: the next attack is measured on a fresh program. */
  get isSwollen(): boolean {
    return this.#present - this.#rest > mostBytes / 3;
  }

  /** Over the memory at rest. */
  get worst(): Cost {
    return this.#worst;
  }

  async stop(): Promise<void> {
    await this.#watching.terminate();
    if (!this.hasEnded) await this.host.stop();
  }

  async #cost(): Promise<Cost> {
    const said = once(this.#watching, 'message');
    this.#watching.postMessage('how much');
    const [cost] = (await said) as [Cost];
    this.#present = cost.bytes;
    return cost;
  }

  async post(address: string, body: Uint8Array<ArrayBuffer> | string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.#send(address, { method: 'POST', body, headers: { cookie: this.#window.cookie, ...headers } });
    const text = await response.text();
    if (!response.headers.get('content-type')?.includes('json'))
      return { status: response.status, told: text.slice(0, 200), data: null };
    const said: unknown = JSON.parse(text);
    const [first] = Array.isArray(said) ? (said as unknown[]) : [said];
    const { error, message, result } = first as { error?: { message: string }; message?: string; result?: { data?: unknown } };
    return { status: response.status, told: error?.message ?? message ?? null, data: result?.data ?? first };
  }

  /** Once more, as browsers do, where a connection that waited was hung up on. */
  async #send(address: string, options: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#window.origin + address, options);
    } catch (error) {
      if (this.hasEnded || !(error instanceof TypeError)) throw error;
      return fetch(this.#window.origin + address, options);
    }
  }

  call(call: string, input: unknown): Promise<Answer> {
    return this.post(`/trpc/${call}`, input === undefined ? '' : JSON.stringify(input), { 'content-type': 'application/json' });
  }

  /** A job to its end. @throws Error where there is none for so long that nobody would wait */
  async finished(jobId: string): Promise<JobState> {
    for (const until = Date.now() + patience; Date.now() < until; await sleep(lookEvery)) {
      // oxlint-disable-next-line no-await-in-loop -- asked again and again
      const { data, status, told } = await this.call('jobs.state', { id: jobId });
      if (status !== 200) throw new Error(`its job is gone: ${told}`);
      const state = data as JobState;
      if (state.phase !== 'running') return state;
    }
    throw new Error(`no end after ${patience / 1000} s`);
  }

  /** Does something to the program. @returns what is wrong with what came of it, and with what it cost */
  async costing(attack: () => Promise<readonly string[]>): Promise<string[]> {
    await this.#cost();
    const faults: string[] = [];
    try {
      faults.push(...(await attack()));
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
      faults.push(`${error instanceof Error ? error.message : String(error)}${cause}`);
    }
    const cost = await this.#cost();
    const bytes = cost.bytes - this.#rest;
    this.#worst = { stall: Math.max(this.#worst.stall, cost.stall), bytes: Math.max(this.#worst.bytes, bytes) };
    if (this.hasEnded) faults.push('the program ended');
    if (cost.stall > longestStall) faults.push(`the window waited ${Math.round(cost.stall)} ms`);
    if (bytes > mostBytes) faults.push(`it took ${Math.round(bytes / 1024 ** 2)} MB`);
    return faults;
  }
}
