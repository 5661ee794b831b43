// The port through which a host turns one of our own screens into a PDF. The desktop gives a hidden window, the browser host
// a second, headless Chromium; both wait for the page to say it is ready (fonts loaded, pictures decoded, texts fitted).

export type RenderPdf = (
  /** A path of this program, e.g. /print/boards?job=… ; the page sets `document.documentElement.dataset.ready = 'true'`. */
  path: string,
  signal: AbortSignal,
) => Promise<Uint8Array>;
