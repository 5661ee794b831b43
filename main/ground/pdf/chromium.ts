// The browser host's renderPdf: a second, headless Chromium, driven over a pipe by playwright, started when first needed
// and kept warm for a while. Its cookie is set through the protocol; it can reach nothing but this program.
import type { BrowserContext } from 'playwright';
import { mustBeReady, type RenderPdf, unless } from './port.ts';

const patience = 120_000;
const keptWarmFor = 300_000;

export type PdfHost = { renderPdf: RenderPdf; close(): Promise<void> };

/** `origin` and `cookie` are asked for at each use, because the port is known only once the host listens. */
export function chromiumPdf(
  executable: () => string,
  session: () => { origin: string; cookie: { name: string; value: string } },
): PdfHost {
  let warm: Promise<BrowserContext> | undefined;
  let cooling: NodeJS.Timeout | undefined;

  const start = async (): Promise<BrowserContext> => {
    // Loading it costs more than the rest of the host's start.
    const { chromium } = await import('playwright');
    const browser = await chromium.launch({
      executablePath: executable(),
      // The host itself answers signals, and closes this browser among the rest.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-features=Translate',
        '--export-tagged-pdf=false',
      ],
    });
    browser.on('disconnected', () => {
      warm = undefined;
    });
    return browser.newContext({ locale: 'zh-CN' });
  };
  /** One context for all prints: fonts and scripts are fetched and compiled once. */
  const take = (): Promise<BrowserContext> => {
    clearTimeout(cooling);
    warm ??= start().catch((error: unknown) => {
      warm = undefined;
      throw error;
    });
    return warm;
  };
  const close = async (): Promise<void> => {
    clearTimeout(cooling);
    const context = await warm?.catch(() => undefined);
    warm = undefined;
    await context?.browser()?.close();
  };
  const coolDown = (): void => {
    clearTimeout(cooling);
    cooling = setTimeout(() => void close(), keptWarmFor);
    cooling.unref();
  };

  const print = async (path: string, signal: AbortSignal): Promise<Uint8Array> => {
    const context = await take();
    signal.throwIfAborted();
    const { origin, cookie } = session();
    await context.addCookies([{ ...cookie, url: origin }]);
    const page = await context.newPage();
    const stop = (): void => void page.close();
    signal.addEventListener('abort', stop);
    try {
      await page.goto(origin + path);
      const marked = await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: patience });
      mustBeReady(await marked.getAttribute('data-ready'));
      const margin = { top: 0, right: 0, bottom: 0, left: 0 };
      return new Uint8Array(
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false, margin }),
      );
    } finally {
      signal.removeEventListener('abort', stop);
      await page.close();
    }
  };

  let printing = 0;
  return {
    async renderPdf(path, signal) {
      printing++;
      const work = print(path, signal);
      void work
        .catch(() => undefined)
        .finally(() => {
          if (--printing === 0) coolDown();
        });
      return unless(signal, work);
    },
    close,
  };
}
