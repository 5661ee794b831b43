// What a test may set and read of the double; none of it is Electron's. One module instance is one launch of the program.
import type { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as E from 'electron';
import type { BrowserContext, Frame, Page } from 'playwright';

export type Shown = { kind: string; options: Record<string, unknown> };
type Item = E.MenuItemConstructorOptions;

/** A window as everybody but itself sees it. */
type DoubleWindow = EventEmitter & {
  readonly webContents: EventEmitter & {
    opener(details: { url: string }): { action: 'allow' | 'deny' };
    mayNavigate(url: string, frame: Frame): boolean;
    getURL(): string;
  };
  readonly options: E.BrowserWindowConstructorOptions;
  readonly page: Page | undefined;
  readonly visible: boolean;
  readonly loading: boolean;
  isDestroyed(): boolean;
  minimize(): void;
  isMinimized(): boolean;
  setBounds(bounds: Partial<E.Rectangle>): void;
  getNormalBounds(): E.Rectangle;
  close(): void;
  destroy(): void;
};

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
  windows: [] as DoubleWindow[],
  allWindows: [] as DoubleWindow[],
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
