// The least of `electron` that lets the packed desktop entry start without a window, so that its handler can be called. Runs
// from the payload's folder, under whatever Node stands in for Electron's.
import { EventEmitter } from 'node:events';

type Handler = (request: Request) => Promise<Response>;
export const caught: { handler: Handler | null; failures: string[]; loaded: string[] } = {
  handler: null,
  failures: [],
  loaded: [],
};

class App extends EventEmitter {
  readonly isPackaged = true;
  readonly commandLine = { appendSwitch: (): void => undefined };
  whenReady = (): Promise<void> => Promise.resolve();
  enableSandbox = (): void => undefined;
  setAppUserModelId = (): void => undefined;
  setPath = (): void => undefined;
  getPath = (): string => process.cwd();
  requestSingleInstanceLock = (): boolean => true;
  quit = (): void => void this.emit('will-quit', {});
  exit = (code: number): void => process.exit(code);
}
export const app = new App();

const session = {
  protocol: {
    handle(_scheme: string, handler: Handler): void {
      caught.handler = handler;
    },
  },
  webRequest: { onBeforeRequest: (): void => undefined },
  setPermissionRequestHandler: (): void => undefined,
  setPermissionCheckHandler: (): void => undefined,
  setDevicePermissionHandler: (): void => undefined,
  on: (): void => undefined,
};
const sessions = { fromPartition: () => session };
export { sessions as session };

export class BrowserWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
  async loadURL(url: string): Promise<void> {
    const answer = await caught.handler?.(new Request(url));
    if (answer?.status !== 200) throw new Error(`${url} answered ${answer?.status}`);
    caught.loaded.push(url);
    this.emit('ready-to-show');
  }
  show = (): void => undefined;
  maximize = (): void => undefined;
  setBounds = (): void => undefined;
  center = (): void => undefined;
  isDestroyed = (): boolean => false;
}

export const dialog = { showErrorBox: (title: string, text: string): void => void caught.failures.push(`${title}: ${text}`) };
export const ipcMain = { handle: (): void => undefined };
export const Menu = { buildFromTemplate: (items: unknown) => items, setApplicationMenu: (): void => undefined };
export const powerMonitor = new EventEmitter();
export const protocol = { registerSchemesAsPrivileged: (): void => undefined };
export const screen = {
  getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1366, height: 728 } }),
  getAllDisplays: () => [],
};
export const shell = {};
