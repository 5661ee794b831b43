// The real browser host as its own process, for end-to-end tests, pictures and benches: started on a temporary folder, stopped
// by SIGTERM, its READY line read.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from './program.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export type Host = { address: string; folder: string; process: ChildProcess; stop(): Promise<number | null> };

/**
 * Starts `dist/main/browser.js`; build first. `flags` are added to --no-window --port 0 --data.
 * @param person who sits there, so that nobody is asked; null: as the office has it
 */
export async function startHost(flags: string[] = [], folder?: string, person: string | null = '测试员'): Promise<Host> {
  const temporary = folder === undefined ? temporaryFolder() : { folder, remove: () => undefined };
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'dist/main/browser.js'),
      '--no-window',
      '--port',
      '0',
      '--data',
      temporary.folder,
      ...(person === null ? [] : ['--person', person]),
      ...flags,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^READY (.+)$/.exec(line);
      if (ready?.[1]) resolve(ready[1]);
    });
    void exited.then((code) => reject(new Error(`the host ended with ${code}: ${complaints}`)));
  });
  return {
    address,
    folder: temporary.folder,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      temporary.remove();
      return code;
    },
  };
}
