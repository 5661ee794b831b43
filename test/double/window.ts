// Electron's windows, each a page of the real Chromium. Only sandboxed, isolated ones can be made.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as E from 'electron';
import type { Frame, Page } from 'playwright';
import { app } from './app.ts';
import { fromPage, toPage } from './chromium.ts';
import { control } from './control.ts';
import { invoke, preloadScript } from './ipc.ts';
import { theSession } from './session.ts';

class WebContents extends EventEmitter {
  readonly window: BrowserWindow;
  opener: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' });

  constructor(window: BrowserWindow) {
    super();
    this.window = window;
  }
  get #page(): Page {
    if (!this.window.page) throw new Error('the window has loaded nothing');
    return this.window.page;
  }
  setWindowOpenHandler(handler: WebContents['opener']): void {
    this.opener = handler;
  }
  /** Asks the program as Electron does when a page wants to go elsewhere by itself. */
  mayNavigate(url: string, frame: Frame): boolean {
    let stopped = false;
    const isMainFrame = frame === this.#page.mainFrame();
    this.emit('will-frame-navigate', { url, isMainFrame, preventDefault: () => (stopped = true) });
    return !stopped;
  }
  send(channel: string, ...given: unknown[]): void {
    void this.#page.evaluate(
      ([name, values]) => (globalThis as unknown as { doubleSend: (...v: unknown[]) => void }).doubleSend(name, ...values),
      [channel, given] as const,
    );
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.#page.evaluate(code);
  }
  getURL(): string {
    return this.window.page ? fromPage(this.window.page.url()) : '';
  }
  reload(): void {
    void this.window.loadURL(this.getURL());
  }
  async printToPDF(options: E.PrintToPDFOptions = {}): Promise<Buffer> {
    const margins = options.margins;
    return this.#page.pdf({
      // What Electron takes when nothing is said: Letter, with margins of a centimetre.
      format: typeof options.pageSize === 'string' ? options.pageSize : 'Letter',
      landscape: options.landscape ?? false,
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
      margin: {
        top: `${margins?.top ?? 0.4}in`,
        bottom: `${margins?.bottom ?? 0.4}in`,
        left: `${margins?.left ?? 0.4}in`,
        right: `${margins?.right ?? 0.4}in`,
      },
    });
  }
  print(options: E.WebContentsPrintOptions, callback: (success: boolean, reason: string) => void): void {
    control.printed.push(options);
    callback(control.printEnds === '', control.printEnds);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: E.BrowserWindowConstructorOptions;
  readonly webContents = new WebContents(this);
  page: Page | undefined;
  loading = false;
  visible: boolean;
  focused = 0;
  #destroyed = false;
  #minimized = false;
  #maximized = false;
  #bounds: E.Rectangle;

  constructor(options: E.BrowserWindowConstructorOptions = {}) {
    super();
    if (!control.context) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    if (preferences.nodeIntegration || preferences.contextIsolation !== true || preferences.sandbox !== true)
      throw new Error('the double only runs isolated, sandboxed windows');
    if ((preferences.session as unknown) !== theSession) throw new Error('the window has another session than the guarded one');
    this.options = options;
    this.visible = options.show !== false;
    this.#bounds = { x: options.x ?? 20, y: options.y ?? 20, width: options.width ?? 800, height: options.height ?? 600 };
    control.windows.push(this);
    control.allWindows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    this.focused++;
  }
  minimize(): void {
    this.#minimized = true;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  restore(): void {
    this.#minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  setBounds(bounds: Partial<E.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }
  center(): void {
    this.setBounds({ x: 20, y: 20 });
  }
  getNormalBounds(): E.Rectangle {
    return this.#bounds;
  }
  async #openPage(): Promise<Page> {
    if (!control.context) throw new Error('Chromium has gone');
    const page = await control.context.newPage();
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    await page.exposeBinding('doubleInvoke', ({ frame }, channel: string, given: unknown[]) =>
      invoke(this.webContents, { url: fromPage(frame.url()), parent: frame.parentFrame() }, channel, given),
    );
    const preload = this.options.webPreferences?.preload;
    if (preload) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    page.on('download', (download) => {
      void download.cancel();
      void theSession.takeDownload(fromPage(download.url()), this.webContents);
    });
    page.on('dialog', (asked) => {
      // In Electron a page's beforeunload asks nobody: it silently keeps the window, unless the program lets it go.
      let leaves = false;
      if (asked.type() === 'beforeunload')
        this.webContents.emit('will-prevent-unload', { preventDefault: () => (leaves = true) });
      void (leaves ? asked.accept() : asked.dismiss());
    });
    this.page = page;
    return page;
  }
  async loadURL(url: string): Promise<void> {
    const page = this.page ?? (await this.#openPage());
    this.loading = true;
    try {
      await page.goto(toPage(url), { waitUntil: 'load' });
    } finally {
      this.loading = false;
    }
    this.emit('ready-to-show');
  }
  close(): void {
    let stopped = false;
    this.emit('close', { preventDefault: () => (stopped = true) });
    if (!stopped) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    control.windows.splice(control.windows.indexOf(this), 1);
    void this.page?.close().catch(() => undefined);
    this.emit('closed');
    if (control.windows.length === 0) app.emit('window-all-closed');
  }
}
