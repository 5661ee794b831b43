// The port through which a host turns one of our own screens into a PDF. The desktop gives a hidden window, the browser host
// a second, headless Chromium; both wait for the page to say it is ready (fonts loaded, pictures decoded, texts fitted).

import { Refusal } from '../../shared/refusal.ts';

export type RenderPdf = (
  /** A path of this program; the page sets `document.documentElement.dataset.ready` to 'true', or to 'error: ' and what is wrong. */
  path: string,
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** Judges what a print page says of itself. @throws Refusal with the page's own words. */
export function mustBeReady(ready: string | null): void {
  if (ready !== 'true') throw new Refusal(ready?.replace(/^error: /, '') ?? '打印页面没有准备好，请重试。');
}
