// What the packed program must be able to do on its system, run beside the unpacked app: open an office, bring the sample
// roster in, write a workbook and a PDF, close; and once more on the office it left. No sockets: the handler is called directly.
// Writes outcome.json; run as: node scenario.ts first|again [photo]
import { readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../main/app.ts';
import { app, caught } from './electron.ts';

const here = import.meta.dirname;
const [turn = '', photo] = process.argv.slice(2);

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
process.argv = [process.argv0, '--data', path.join(here, '数据')];
await import(pathToFileURL(path.join(here, 'app/dist/main/desktop.js')).href);

const deadline = Date.now() + 60_000;
while (caught.loaded.length === 0) {
  if (caught.failures.length > 0 || Date.now() > deadline) throw new Error(`the window did not open: ${caught.failures.join()}`);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

async function ask(address: string, init?: RequestInit): Promise<Response> {
  const response = await caught.handler?.(new Request(`app://grid-ledger${address}`, init));
  if (!response) throw new Error('no handler');
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response;
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? null),
});

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** Typed by the router, so that a changed call is found before it is packed. */
async function call<Room extends keyof Outputs, Act extends keyof Outputs[Room] & keyof Inputs[Room] & string>(
  room: Room,
  act: Act,
  input: Inputs[Room][Act],
): Promise<Outputs[Room][Act]> {
  const response = await ask(`/trpc/${room}.${act}?batch=1`, json({ 0: input }));
  const [answer] = (await response.json()) as [{ result: { data: Outputs[Room][Act] } }];
  return answer.result.data;
}

async function upload(file: string, name: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(file));
  const response = await ask(`/files/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes });
  return ((await response.json()) as { id: string }).id;
}

async function finish(jobId: string): Promise<string> {
  for (;;) {
    const state = await call('jobs', 'state', { id: jobId });
    if (state.phase === 'done') return jobId;
    if (state.phase !== 'running') throw new Error(`${state.phase}: ${state.error}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const day = new Date();
const asOf = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

async function run(): Promise<void> {
  const outcome: Record<string, unknown> = { platform: process.platform, node: process.version };
  if (turn === 'first') {
    await call('people', 'sitDown', { name: '测试员' });
    const uploadId = await upload(path.join(here, 'roster.xls'), '花名册.xls');
    await finish((await call('imports', 'start', { uploadId })).jobId);
    const id = (await call('imports', 'current', undefined)).import?.id ?? '';
    await finish((await call('imports', 'judge', { id })).jobId);
    await finish((await call('imports', 'commit', { id })).jobId);
    outcome.imported = (await call('imports', 'current', undefined)).import?.result;
  }
  if (photo) {
    const { default: sharp } = (await import(
      pathToFileURL(path.join(here, 'app/node_modules/sharp/dist/index.mjs')).href
    )) as typeof import('sharp');
    const bytes = await sharp({ create: { width: 50, height: 70, channels: 3, background: '#0b4a9e' } })
      .jpeg()
      .toBuffer();
    outcome.photo = bytes.length > 0;
  }
  for (const format of ['xlsx', 'pdf', 'print'] as const) {
    const job = await finish(
      await call('reports', 'start', {
        format,
        request: {
          report: 'roster',
          asOf,
          title: '',
          paper: 'A3',
          idStyle: 'full',
          photo: false,
          scope: 'serving',
          branchIds: null,
          kind: null,
          workerIds: null,
        },
      }),
    );
    const file = await ask(`/files/jobs/${job}`);
    writeFileSync(path.join(here, `${turn}.${format}`), new Uint8Array(await file.arrayBuffer()));
  }
  outcome.latest = (await call('audit', 'latest', undefined)).act?.summary;
  app.quit();
  writeFileSync(path.join(here, `${turn}.json`), JSON.stringify({ ...outcome, failures: caught.failures }));
}

try {
  await run();
  process.exit(0);
} catch (error) {
  // Otherwise the program itself would catch it.
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
