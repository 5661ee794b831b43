// Starts the real desktop entry against the double, once per call, each with its own fresh modules, as a new process would be.
import { vi } from 'vitest';
import { temporaryFolder } from '../harness/program.ts';

type Double = typeof import('../double/electron.ts');
type Control = Double['control'];

const events = ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Listener = (...given: unknown[]) => void;

export type Launched = Double & {
  folder: string;
  /** Ends the program if it still runs, waits for its Chromium to go, and removes the folder unless it was given. */
  end(): Promise<void>;
};

export async function launch(
  options: { folder?: string; flags?: string[]; prepare?: (control: Control) => void } = {},
): Promise<Launched> {
  const temporary = options.folder === undefined ? temporaryFolder() : { folder: options.folder, remove: () => undefined };
  const before = new Map(events.map((event) => [event, new Set(process.listeners(event as 'SIGINT'))]));
  vi.resetModules();
  const double = await import('../double/electron.ts');
  options.prepare?.(double.control);
  process.argv = ['electron', '.', '--data', temporary.folder, ...(options.flags ?? [])];
  await import('../../main/desktop.ts');
  await vi.waitUntil(() => double.control.exitCode !== null || double.control.windows.some((window) => window.visible), {
    timeout: 60_000,
  });
  return {
    ...double,
    folder: temporary.folder,
    async end() {
      if (double.control.exitCode === null) double.app.quit();
      await vi.waitUntil(() => !(double.control.context?.browser()?.isConnected() ?? false), { timeout: 30_000 });
      // The program's own would outlive it in this process and swallow a later test's error.
      for (const event of events)
        for (const listener of process.listeners(event as 'SIGINT'))
          if (!before.get(event)?.has(listener)) process.removeListener(event, listener as Listener);
      temporary.remove();
    },
  };
}
