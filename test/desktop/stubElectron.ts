// A folder that passes for Electron's where its program can't be downloaded: an unsigned Windows program without symbols (the
// 7-Zip that comes with electron-builder) carrying the mark at which fuses are set. Good for packing, not for running.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, type Target } from '../../main/build/stage.ts';

/** Electron's own mark, the wire's version, its length, and as many fuses at their defaults as Electron 45 has. */
const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100011')]);

export function stubElectron(target: Target): string {
  const folder = path.join(root, 'release', `stub-${target}`);
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['locales', 'resources']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), name);
  for (const name of ['LICENSE', 'version']) writeFileSync(path.join(folder, name), name);
  const program = path.join(folder, target === 'win32' ? 'electron.exe' : 'electron');
  copyFileSync(path.join(root, 'node_modules/electron-winstaller/vendor/7z-x64.exe'), program);
  writeFileSync(program, Buffer.concat([readFileSync(program), fuses]), { mode: 0o755 });
  return folder;
}
