// Electron's app: readiness, the single instance, paths, and the order of events in which a program ends.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startChromium, stopChromium } from './chromium.ts';
import { control } from './control.ts';
import { becomeReady } from './session.ts';

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: (_name: string, _value?: string): void => undefined };
  readonly #paths = new Map<string, string>();
  #ready: Promise<void> | undefined;
  #quitting = false;

  whenReady(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready;
  }
  async #start(): Promise<void> {
    await startChromium();
    becomeReady();
    this.emit('ready');
  }
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  setAppUserModelId(_id: string): void {
    // Windows' task bar has no say here.
  }
  requestSingleInstanceLock(): boolean {
    return control.firstInstance;
  }
  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder) || !existsSync(folder)) throw new Error(`Failed to set path: ${folder}`);
    this.#paths.set(name, folder);
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? path.join(control.home, name);
  }
  quit(): void {
    control.quitCount++;
    if (this.#quitting) return;
    this.#quitting = true;
    let stopped = false;
    const event = { preventDefault: () => (stopped = true) };
    this.emit('before-quit', event);
    for (const window of control.windows.slice()) window.close();
    // A window that refused to close, or a listener, keeps the program.
    if (stopped || control.windows.length > 0) {
      this.#quitting = false;
      return;
    }
    this.emit('will-quit', event);
    // A listener that still has something to do quits again when it is done.
    if (stopped) this.#quitting = false;
    else this.exit(0);
  }
  exit(code = 0): void {
    control.exitCode ??= code;
    for (const window of control.windows.slice()) window.destroy();
    this.emit('quit', {}, code);
    void this.#end(code);
  }
  async #end(code: number): Promise<void> {
    await stopChromium();
    // As its own process (register.ts) the program really ends.
    if (process.env.ELECTRON_DOUBLE_EXITS) process.exit(control.exitCode ?? code);
  }
}

export const app = new App();
