// The system's Chromium as tests start it.
import { findBrowser } from '../../main/browsers.ts';

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The address bar's suggestions are pages of their own, half a second of work that an application's window never has.
  '--disable-features=Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** Undefined lets Playwright use a Chromium of its own, which `npm test` installs where the system has none. */
export const chromiumExecutable = (): string | undefined => findBrowser() ?? undefined;
