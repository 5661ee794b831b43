// What a test may set and read of the double; none of it is Electron's. One module instance is one launch of the program.
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as E from 'electron';
import type { BrowserContext, Page } from 'playwright-core';
import type { BrowserWindow } from './window.ts';

export type Shown = { kind: string; options: Record<string, unknown> };
type Item = E.MenuItemConstructorOptions;

export const control = {
  /** Where app.getPath points until the program sets a path. */
  home: path.join(tmpdir(), 'electron-double'),
  /** Answered in order; a dialog nobody expects fails the call that asked. */
  dialogAnswers: [] as unknown[],
  dialogsShown: [] as Shown[],
  openedExternally: [] as string[],
  openedPaths: [] as string[],
  revealed: [] as string[],
  printed: [] as E.WebContentsPrintOptions[],
  /** The reason the next print ends with; '' is success. */
  printEnds: '',
  windows: [] as BrowserWindow[],
  allWindows: [] as BrowserWindow[],
  menu: null as { items: Item[] } | null,
  firstInstance: true,
  quitCount: 0,
  exitCode: null as number | null,
  displays: [{ x: 0, y: 0, width: 1366, height: 728 }],
  context: undefined as BrowserContext | undefined,

  /** The page of the window people see. */
  page(): Page {
    const window = control.windows.find((each) => each.visible) ?? control.windows[0];
    if (!window?.page) throw new Error('no window');
    return window.page;
  },

  clickMenu(...labels: string[]): void {
    let items = control.menu?.items ?? [];
    for (const [index, label] of labels.entries()) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`no menu item ${labels.slice(0, index + 1).join(' > ')}`);
      if (index === labels.length - 1) item.click?.(item as never, control.windows[0] as never, {});
      items = Array.isArray(item.submenu) ? item.submenu : [];
    }
  },
};
