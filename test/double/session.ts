// Electron's session and protocol: schemes, their handlers, permissions, requests and downloads, with Electron's own refusals
// of wrong use.
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import type * as E from 'electron';
import { control } from './control.ts';

type Handler = (request: Request) => Response | Promise<Response>;

export const schemes = new Map<string, E.Privileges>();
let ready = false;
export const becomeReady = (): void => {
  ready = true;
};

export const protocol = {
  registerSchemesAsPrivileged(list: E.CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (schemes.size > 0) throw new Error('registered twice: only the last call counts in Electron');
    for (const { scheme, privileges } of list) schemes.set(scheme, privileges ?? {});
  },
};

/** A file on its way out. */
class DownloadItem extends EventEmitter {
  readonly #name: string;
  readonly #url: string;
  readonly #bytes: Buffer;
  #dialog: E.SaveDialogOptions | undefined;
  #savePath = '';

  constructor(name: string, url: string, bytes: Buffer) {
    super();
    this.#name = name;
    this.#url = url;
    this.#bytes = bytes;
  }
  getFilename(): string {
    return this.#name;
  }
  getURL(): string {
    return this.#url;
  }
  getSavePath(): string {
    return this.#savePath;
  }
  setSaveDialogOptions(options: E.SaveDialogOptions): void {
    this.#dialog = options;
  }
  /** Shows the dialog the program asked for, then saves. */
  run(): void {
    control.dialogsShown.push({ kind: 'save', options: { ...this.#dialog } });
    const answer = control.dialogAnswers.shift() as { canceled: boolean; filePath?: string } | undefined;
    if (!answer?.filePath) {
      this.emit('done', {}, 'cancelled');
      return;
    }
    this.#savePath = answer.filePath;
    try {
      writeFileSync(this.#savePath, this.#bytes);
      this.emit('done', {}, 'completed');
    } catch {
      this.emit('done', {}, 'interrupted');
    }
  }
}

type Ask<Details> = (details: Details, answer: (given: { cancel?: boolean }) => void) => void;

class Session extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();
  /** What a test answers for a path of ours. */
  readonly inPlace = new Map<string, () => Response>();
  #onRequest: Ask<{ url: string }> | undefined;
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (allowed: boolean) => void, details: { requestingUrl: string }) => void)
    | undefined;
  permissionCheck: ((contents: unknown, permission: string, requestingOrigin: string) => boolean) | undefined;

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      const privileges = schemes.get(scheme);
      if (!privileges?.standard || !privileges.secure || !privileges.supportFetchAPI)
        throw new Error(`scheme ${scheme} was not registered standard, secure and with fetch before ready`);
      if (this.#handlers.has(scheme)) throw new Error(`scheme ${scheme} is handled already`);
      this.#handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (ask: Ask<{ url: string }>): void => {
      this.#onRequest = ask;
    },
  };

  handlerOf(url: string): Handler | undefined {
    return this.#handlers.get(url.slice(0, url.indexOf(':')));
  }
  lets(url: string): Promise<boolean> {
    const ask = this.#onRequest;
    if (!ask) return Promise.resolve(true);
    return new Promise((resolve) => ask({ url }, ({ cancel }) => resolve(cancel !== true)));
  }
  setPermissionRequestHandler(handler: NonNullable<Session['permissionRequest']>): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<Session['permissionCheck']>): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(_handler: () => boolean): void {
    // No test asks for a device.
  }
  /** Asks the program, or what a test put in its place. */
  async ask(request: Request): Promise<Response> {
    const inPlace = this.inPlace.get(new URL(request.url).pathname);
    const handler = this.handlerOf(request.url);
    if (inPlace) return inPlace();
    return handler ? handler(request) : Response.error();
  }
  /** Chromium keeps nothing of a download that it doesn't fetch from the net itself, so the program is asked for it here. */
  async takeDownload(url: string, contents: unknown): Promise<void> {
    const response = await this.ask(new Request(url));
    const name = /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'download';
    const item = new DownloadItem(decodeURIComponent(name), url, Buffer.from(await response.arrayBuffer()));
    this.emit('will-download', { preventDefault: () => undefined }, item, contents);
    item.run();
  }
}

/** One session is all the program has; its name must not make it a kept one. */
export const theSession = new Session();
export const session = {
  fromPartition(name: string): Session {
    if (name.startsWith('persist:')) throw new Error('the double keeps nothing on disk');
    return theSession;
  },
};
export type { Session };
