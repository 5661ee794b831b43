// The real Chromium behind the double. A stock Chromium can't serve a custom scheme, so app://host/… is shown to the page as
// https://host.app.invalid/…, and every request is put to the program as Electron would put it.
import { type BrowserContext, chromium, type Page, type Request as PageRequest, type Route } from 'playwright';
import { findBrowser } from '../../main/browsers.ts';
import { chromiumArguments } from '../harness/chromium.ts';
import { control } from './control.ts';
import { schemes, theSession } from './session.ts';

export const toPage = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/, (all, scheme: string, host: string) =>
    schemes.has(scheme) ? `https://${host}.${scheme}.invalid` : all,
  );
export const fromPage = (address: string): string =>
  address.replace(/^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid/, (all, host: string, scheme: string) =>
    schemes.has(scheme) ? `${scheme}://${host}` : all,
  );

const pageOf = (request: PageRequest): Page | null => {
  try {
    return request.frame().page();
  } catch {
    // A popup's first request has no frame yet.
    return null;
  }
};

async function answer(route: Route): Promise<void> {
  const request = route.request();
  const url = fromPage(request.url());
  const page = pageOf(request);
  const window = control.allWindows.find((each) => each.page && each.page === page);
  if (request.isNavigationRequest() && !window) {
    const allowed = control.windows.some((each) => each.webContents.opener({ url }).action === 'allow');
    if (!allowed) return route.abort('aborted');
  }
  if (window && request.isNavigationRequest() && !window.loading && !window.webContents.mayNavigate(url, request.frame()))
    return route.abort('aborted');
  if (!theSession.handlerOf(url) || !(await theSession.lets(url))) return route.abort('blockedbyclient');
  const body = request.postDataBuffer();
  const headers = Object.entries(await request.allHeaders()).filter(
    // Chromium sends no cookies to a custom scheme; the others are the double's own disguise.
    ([name]) => !name.startsWith(':') && !['cookie', 'host', 'origin', 'referer'].includes(name),
  );
  const response = await theSession.ask(
    new Request(url, { method: request.method(), headers, ...(body ? { body: new Uint8Array(body) } : {}) }),
  );
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

export async function startChromium(): Promise<BrowserContext> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: chromiumArguments,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(executablePath ? { executablePath } : {}),
  });
  const context = await browser.newContext({ viewport: null, locale: 'zh-CN' });
  // A window may be closed while its page still asks.
  await context.route('**/*', (route) => answer(route).catch(() => undefined));
  control.context = context;
  return context;
}

export async function stopChromium(): Promise<void> {
  await control.context?.browser()?.close();
}
