// What a window may not do: everything is refused that our own screens don't need.
import { app, type Session } from 'electron';
import { openExternally } from './externalDoor.ts';
import { isOurs } from './scheme.ts';

/** Schemes the pages may load from besides our own. */
const inert = ['blob:', 'data:', 'about:', 'devtools:'];

export function guardSession(session: Session): void {
  // Copying rows goes through a copy event, which asks for nothing.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The program is an offline one: whatever a page tries to reach, only this process answers.
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOurs(details.url) && !inert.some((scheme) => details.url.startsWith(scheme)) }),
  );
}

/** Every page that ever comes to be: it stays on our screens and opens no window of its own. */
export function guardPages(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openExternally(url);
      return { action: 'deny' };
    });
  });
}

/** What every window is made with. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  // Its dictionaries would be downloaded.
  spellcheck: false,
} as const;
