// The port through which a host turns one of our own screens into a PDF. The desktop gives a hidden window, the browser host
// a second, headless Chromium; both wait for the page to say it is ready (fonts loaded, pictures decoded, texts fitted).

import { Refusal } from '../../../shared/refusal.ts';

export type RenderPdf = (
  /** A path of this program; the page sets `document.documentElement.dataset.ready` to 'true', or to 'error: ' and what is wrong. */
  path: string,
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** Judges what a print page says of itself. @throws Refusal with the page's own words. */
export function mustBeReady(ready: string | null): void {
  if (ready !== 'true') throw new Refusal(ready?.replace(/^error: /, '') ?? '打印页面没有准备好，请重试。');
}

/** Fails as soon as `signal` says so, whatever the page is doing. */
export function unless<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
