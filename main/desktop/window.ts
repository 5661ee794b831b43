// The window people work in: opens where it was left, on the screens of this program, and shows itself once there is
// something to see.
import { app, BrowserWindow, dialog, type Session, screen } from 'electron';
import type { Program } from '../compose.ts';
import { fitPlace, readPlace, smallest, type WindowPlace } from './bounds.ts';
import { safePreferences } from './guards.ts';
import { recall, remember } from './memory.ts';
import { origin } from './scheme.ts';

const preference = 'desktop.window';

const placeOf = (window: BrowserWindow): WindowPlace => ({ ...window.getNormalBounds(), maximized: window.isMaximized() });

const workAreas = () => [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);

/** The window, not yet seen: it comes to be while the office opens, whose answers its first page waits for. */
export function createMainWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...fitPlace(null, workAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: '网格台账',
    backgroundColor: '#ffffff',
    webPreferences: { ...safePreferences, session, preload, devTools: !app.isPackaged },
  });
  window.once('ready-to-show', () => window.show());
  // A page that asks to stay would make the window's cross do nothing at all; forms keep their drafts.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  return window;
}

/** Puts the window where the open office remembers it, and has it remembered. */
export function settleWindow(window: BrowserWindow, program: Program): void {
  const place = readPlace(recall(program, preference));
  if (place) {
    const fitted = fitPlace(place, workAreas());
    window.setBounds(fitted);
    if (fitted.x === undefined) window.center();
    if (place.maximized) window.maximize();
  }
  window.on('close', () => remember(program, preference, placeOf(window)));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    program.log.error('window', `render process gone: ${reason}`);
    dialog.showErrorBox('窗口出错，已重新载入', '刚才的画面没有响应。已保存的数据没有受影响，请查看最后一步是否需要重做。');
    window.webContents.reload();
  });
}

/** Loads the first screen; a window that is closed meanwhile is no error. */
export async function loadScreens(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(`${origin}/`);
  } catch (error) {
    if (!window.isDestroyed()) throw error;
  }
}

/** Brings the window to the front: what a second start does. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
