// The desktop host: the handler on app:// in an Electron window, no port opened. The window comes to be while the office opens. The
// composition root: everything Electron is asked for is in main/desktop/. Runs as: electron . [--data DIR] [--demo] [--person NAME]
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, dialog, powerMonitor, session as sessions } from 'electron';
import { systemClock } from '../shared/clock.ts';
import type { Program } from './compose.ts';
import { dataFolder } from './dataFolder.ts';
import { answerBridge } from './desktop/bridge.ts';
import { takeDownloads } from './desktop/downloads.ts';
import { guardPages, guardSession } from './desktop/guards.ts';
import { openPaper } from './desktop/hiddenWindow.ts';
import { setMenu } from './desktop/menu.ts';
import { registerScheme, serve } from './desktop/scheme.ts';
import { bringForward, createMainWindow, loadScreens, settleWindow } from './desktop/window.ts';
import { explain, mustClose, noteFailure } from './failure.ts';
import { type Flags, readFlags } from './flags.ts';
import { refuseNetworkShare } from './ground/office/location.ts';
import { takeScratch } from './ground/scratch.ts';

const fromSource = import.meta.url.endsWith('.ts');
const built = fromSource ? path.join(import.meta.dirname, '../dist') : path.join(import.meta.dirname, '..');

let folder = dataFolder();
let program: Program | undefined;

/** Closes the office and lets go of its lock, at once; every way of ending passes here, some of them twice. */
function closeProgram(): void {
  program?.closeNow();
  program = undefined;
}

/** Quitting lets a worker that writes finish first. */
function closeAndQuit(event: { preventDefault(): void }): void {
  const closing = program;
  if (!closing?.desk.writing.busy) {
    closeProgram();
    return;
  }
  event.preventDefault();
  program = undefined;
  void closing.close().finally(() => app.quit());
}

function fail(error: unknown): void {
  const running = program !== undefined;
  noteFailure(error, folder);
  closeProgram();
  if (running) dialog.showErrorBox('网格台账需要关闭', mustClose);
  else dialog.showErrorBox('网格台账没有启动', explain(error, folder));
  app.exit(1);
}

async function open(flags: Flags): Promise<void> {
  guardPages();
  await app.whenReady();
  // Not a persist: one, so that nothing personal stays on the disk besides the office file.
  const session = sessions.fromPartition('grid-ledger');
  guardSession(session);
  const paper = openPaper(session);
  const office = Promise.withResolvers<Program>();
  serve(session, office.promise);
  app.on('will-quit', closeAndQuit);
  const window = createMainWindow(session, path.join(built, 'main/preload.cjs'));
  // The system's session ends without asking again: Windows gives the process no further turn.
  window.on('session-end', closeProgram);
  window.on('closed', () => {
    paper.close();
    app.quit();
  });
  const loaded = loadScreens(window);
  const { compose } = await import('./compose.ts');
  const running = await compose({
    folder,
    clock: systemClock,
    screensFolder: path.join(built, 'renderer'),
    renderPdf: paper.renderPdf,
    demo: flags.demo,
    person: flags.person,
    login: userInfo().username,
  });
  // The system's session ended, or a signal came, meanwhile.
  if (window.isDestroyed()) {
    running.closeNow();
    return;
  }
  program = running;
  process.on('unhandledRejection', (reason) => running.log.error('unhandled rejection', reason));
  powerMonitor.on('shutdown', () => app.quit());
  app.on('second-instance', () => bringForward(window));
  settleWindow(window, running);
  setMenu(window, running);
  answerBridge(window, running, takeDownloads(session, running), paper);
  // Now that all listeners are there, its first page may come.
  office.resolve(running);
  await loaded;
}

process.on('uncaughtException', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
app.enableSandbox();
app.setAppUserModelId('cn.gridledger.desktop');
app.commandLine.appendSwitch('lang', 'zh-CN');
registerScheme();
try {
  const flags = readFlags(process.argv.slice(app.isPackaged ? 1 : 2), false);
  folder = flags.data;
  mkdirSync(folder, { recursive: true });
  refuseNetworkShare(folder);
  mkdirSync(path.join(folder, 'window'), { recursive: true });
  // Also what makes the instance single per office: Electron's lock lies in this folder.
  app.setPath('userData', path.join(folder, 'window'));
  if (app.requestSingleInstanceLock()) {
    takeScratch();
    open(flags).catch(fail);
  } else app.quit();
} catch (error) {
  fail(error);
}
