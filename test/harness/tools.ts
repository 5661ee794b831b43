// Programs of the machine that some tests read print-outs with. `npm test` installs them where it may; elsewhere those tests are
// skipped by name.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Debian's package by program; each program is looked for on its own, since other systems pack them differently. */
export const printTools = {
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfimages: 'poppler-utils',
  zbarimg: 'zbar-tools',
} as const;
export type Tool = keyof typeof printTools | 'soffice' | 'fc-list' | 'apt-get';

const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];

const isThere = (tool: Tool): boolean =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => endings.some((ending) => existsSync(path.join(folder, tool + ending))));

export const missingOf = <Name extends Tool>(tools: readonly Name[]): Name[] => tools.filter((tool) => !isThere(tool));

/** Why a test that needs these tools is skipped; null when all are there. */
export function whyWithout(...tools: readonly Tool[]): string | null {
  const missing = missingOf(tools);
  return missing.length === 0 ? null : `not on this machine: ${missing.join(', ')}`;
}
