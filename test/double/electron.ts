// Stands in for the `electron` module: the real desktop entry runs against a real Chromium driven by playwright. It
// doesn't cover context isolation itself, native menus and dialogs, real printing, an asar, DPI and input methods.
import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import { control, type Shown } from './control.ts';

export { app } from './app.ts';
export { control } from './control.ts';
export { ipcMain } from './ipc.ts';
export { protocol, session } from './session.ts';
export { BrowserWindow } from './window.ts';

const show = (kind: string, given: unknown[]): Shown => {
  const shown = { kind, options: given.at(-1) as Record<string, unknown> };
  control.dialogsShown.push(shown);
  return shown;
};

const ask =
  (kind: string) =>
  (...given: unknown[]): Promise<unknown> => {
    show(kind, given);
    if (control.dialogAnswers.length === 0) return Promise.reject(new Error(`nobody expects this ${kind} dialog`));
    return Promise.resolve(control.dialogAnswers.shift());
  };

export const dialog = {
  showOpenDialog: ask('open'),
  showSaveDialog: ask('save'),
  showMessageBox: ask('message'),
  showErrorBox: (title: string, content: string): void => void show('error', [{ title, content }]),
};

export const Menu = {
  buildFromTemplate(items: E.MenuItemConstructorOptions[]) {
    return { items };
  },
  setApplicationMenu(menu: typeof control.menu): void {
    control.menu = menu;
  },
};

export const shell = {
  openExternal: (address: string): Promise<void> => {
    control.openedExternally.push(address);
    return Promise.resolve();
  },
  openPath: (folder: string): Promise<string> => {
    control.openedPaths.push(folder);
    return Promise.resolve('');
  },
  showItemInFolder: (file: string): void => void control.revealed.push(file),
};

export const screen = {
  getPrimaryDisplay: () => ({ workArea: control.displays[0] }),
  getAllDisplays: () => control.displays.map((workArea) => ({ workArea })),
};

export const powerMonitor = new EventEmitter();
