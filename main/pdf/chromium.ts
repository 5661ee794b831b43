// The browser host's renderPdf: a second, headless Chromium, driven over a pipe by playwright-core, started when first needed
// and kept. Its cookie is set through the protocol; it can reach nothing but this program.
import { type Browser, chromium } from 'playwright-core';
import { mustBeReady, type RenderPdf } from './port.ts';

export type PdfHost = { renderPdf: RenderPdf; close(): Promise<void> };

/** `origin` and `cookie` are asked for at each use, because the port is known only once the host listens. */
export function chromiumPdf(
  executable: () => string,
  session: () => { origin: string; cookie: { name: string; value: string } },
): PdfHost {
  let browser: Promise<Browser> | undefined;
  const launch = (): Promise<Browser> => {
    browser ??= chromium.launch({
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
    return browser;
  };
  return {
    async renderPdf(path, signal) {
      const { origin, cookie } = session();
      const context = await (await launch()).newContext({ locale: 'zh-CN' });
      const stop = (): void => void context.close();
      signal.addEventListener('abort', stop);
      try {
        await context.addCookies([{ ...cookie, url: origin }]);
        const page = await context.newPage();
        await page.goto(origin + path);
        const marked = await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 120_000 });
        const ready = await marked.getAttribute('data-ready');
        mustBeReady(ready);
        return new Uint8Array(
          await page.pdf({
            preferCSSPageSize: true,
            printBackground: true,
            tagged: false,
            outline: false,
            margin: { top: 0, right: 0, bottom: 0, left: 0 },
          }),
        );
      } finally {
        signal.removeEventListener('abort', stop);
        await context.close();
      }
    },
    async close() {
      await (await browser)?.close();
    },
  };
}
