// Finds a Chromium-family browser of the system: the browser host's window, its PDF printer, and the tests all use it.
import { existsSync } from 'node:fs';
import path from 'node:path';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const windowsPaths = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** The browser's program file, or null. The environment variable CHROMIUM overrides the search. */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const candidates =
    platform === 'win32'
      ? windowsFolders.flatMap((folder) => windowsPaths.map((file) => path.join(environment[folder] ?? '', file)))
      : platform === 'darwin'
        ? macPaths
        : (environment.PATH ?? '').split(path.delimiter).flatMap((folder) => linuxNames.map((name) => path.join(folder, name)));
  return [environment.CHROMIUM, ...candidates].find((file) => file && existsSync(file)) ?? null;
}
