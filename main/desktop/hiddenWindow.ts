// Hidden windows for paper: one of our /print/… screens is loaded, waited for until it says that it is ready, and then made
// a PDF of or handed to the system's print dialog. One such window is kept warm; cancelling closes the one at work.
import { BrowserWindow, type Session, type WebContentsPrintOptions } from 'electron';
import { Refusal } from '../../shared/refusal.ts';
import { mustBeReady, type RenderPdf, unless } from '../ground/pdf/port.ts';
import { safePreferences } from './guards.ts';
import { origin } from './scheme.ts';

const patience = 120_000;
const keptWarmFor = 120_000;

/** Resolves to what the page writes into <html data-ready>. */
const untilReady = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => { if (root.dataset.ready) { watch.disconnect(); resolve(root.dataset.ready); } };
  const watch = new MutationObserver(look);
  watch.observe(root, { attributes: true });
  look();
})`;

/** What the page writes into <html data-paper>, if anything: its width and height in millimetres, `420x297`. */
const paperOf = `document.documentElement.dataset.paper ?? ''`;

/** The dialog begins with the paper that the page is laid out for. */
function onPaper(paper: unknown): Pick<WebContentsPrintOptions, 'landscape' | 'pageSize'> {
  const [, width, height] = (typeof paper === 'string' && /^(\d{2,4})x(\d{2,4})$/.exec(paper)) || [];
  if (!width || !height) return {};
  const [short = 0, long = 0] = [Number(width), Number(height)].sort((one, other) => one - other);
  // In thousandths of a millimetre.
  return { landscape: Number(width) > Number(height), pageSize: { width: short * 1000, height: long * 1000 } };
}

export type Paper = {
  renderPdf: RenderPdf;
  /** False when the person closed the dialog. */
  print(address: string): Promise<boolean>;
  close(): void;
};

export function openPaper(session: Session): Paper {
  let warm: BrowserWindow | null = null;
  let emptied: Promise<void> = Promise.resolve();
  let cooling: NodeJS.Timeout | undefined;
  let closed = false;

  const take = async (): Promise<BrowserWindow> => {
    clearTimeout(cooling);
    const window = warm;
    warm = null;
    await emptied;
    if (window && !window.isDestroyed()) return window;
    return new BrowserWindow({
      show: false,
      title: '打印',
      // A hidden page's timers and frames would be slowed down.
      webPreferences: { ...safePreferences, session, backgroundThrottling: false },
    });
  };
  const giveBack = (window: BrowserWindow): void => {
    if (closed || warm) {
      window.destroy();
      return;
    }
    warm = window;
    // Hundreds of photos need not stay in memory.
    emptied = window.loadURL('about:blank').catch(() => undefined);
    cooling = setTimeout(() => {
      if (warm === window) warm = null;
      window.destroy();
    }, keptWarmFor);
    cooling.unref();
  };
  const withPage = async <Result>(
    address: string,
    signal: AbortSignal,
    act: (window: BrowserWindow) => Promise<Result>,
  ): Promise<Result> => {
    const window = await take();
    const limited = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    try {
      await unless(limited, window.loadURL(origin + address));
      const ready: unknown = await unless(limited, window.webContents.executeJavaScript(untilReady));
      mustBeReady(typeof ready === 'string' ? ready : null);
      const result = await unless(signal, act(window));
      giveBack(window);
      return result;
    } catch (error) {
      window.destroy();
      throw error;
    }
  };

  return {
    renderPdf: (address, signal) =>
      withPage(address, signal, async (window) => {
        const bytes = await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: false,
          generateDocumentOutline: false,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
        });
        return new Uint8Array(bytes);
      }),
    print: (address) =>
      withPage(address, new AbortController().signal, async (window) => {
        const paper: unknown = await window.webContents.executeJavaScript(paperOf);
        return new Promise<boolean>((resolve, reject) => {
          window.webContents.print(
            { printBackground: true, margins: { marginType: 'none' }, ...onPaper(paper) },
            (done, reason) => {
              if (done || /cancel/i.test(reason)) resolve(done);
              else reject(new Refusal(`没有打印：打印机没有接受（${reason}）。请检查打印机是否连接、有纸，再试一次。`));
            },
          );
        });
      }),
    close() {
      closed = true;
      clearTimeout(cooling);
      if (warm && !warm.isDestroyed()) warm.destroy();
      warm = null;
    },
  };
}
