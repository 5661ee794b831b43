// `npm run dist:check`: packs the program for Windows and Linux with a stub in Electron's place, checks what lies in the package
// and beside it, and runs what was packed: Linux's on this Node, Windows' under wine. Minutes, not part of `npm test`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root, type Target } from '../../main/build/stage.ts';
import { pack, runPayload } from './packed.ts';

let passed = 0;
function check(holds: boolean, what: string): void {
  process.stdout.write(`${holds ? 'ok  ' : 'FAIL'} ${what}\n`);
  if (!holds) process.exit(1);
  passed++;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** The packages that the built program asks for at run time. */
function imported(asar: string, files: string[]): Set<string> {
  const names = new Set<string>();
  for (const file of files.filter((each) => /^dist\/main\/.*\.js$/.test(each)))
    for (const [, first, second] of extractFile(asar, file)
      .toString()
      .matchAll(/^import\b[^'"\n]*['"]([^'"./][^'"]*)['"];?$|\bimport\(['"]([^'"./][^'"]*)['"]\)/gm)) {
      const name = first ?? second ?? '';
      if (!isBuiltin(name)) names.add(name);
    }
  return names;
}

function checkContents(packed: string, target: Target): void {
  const asar = path.join(packed, 'resources/app.asar');
  const files = listPackage(asar, { isPack: false })
    .map((file) => file.slice(1).replaceAll('\\', '/'))
    .filter((file) => !listedFolder(asar, file));
  const none = (pattern: RegExp, what: string): void => {
    const found = files.filter((file) => pattern.test(file));
    check(found.length === 0, `${target}: ${what}${found.length > 0 ? `, but ${found.join(', ')}` : ''}`);
  };
  const has = (pattern: RegExp): boolean => files.some((file) => pattern.test(file));
  const screens = filesUnder(path.join(root, 'dist/renderer')).filter((file) => !file.endsWith('.map'));
  check(
    screens.every((file) =>
      extractFile(asar, `dist/renderer/${file}`).equals(readFileSync(path.join(root, 'dist/renderer', file))),
    ),
    `${target}: all ${screens.length} files of the screens are in app.asar, byte for byte`,
  );
  check(has(/^dist\/renderer\/.*\.(woff2|otf|ttf)$/), `${target}: fonts among them`);
  check(
    [400, 700].every((weight) => has(new RegExp(`^dist/main/fonts/${weight}\\.otf$`))),
    `${target}: the fonts that pages are drawn with`,
  );
  check(has(/^dist\/main\/desktop\.js$/) && has(/^dist\/main\/preload\.cjs$/), `${target}: the desktop entry and its preload`);
  none(/(^|\/)browser\.js$|playwright/, 'no browser host, no playwright');
  none(/\.(ts|tsx|map|cc|cpp|c|h|gyp)$|^(main|renderer|shared|test)\//, 'nothing of the sources');
  none(/^node_modules\/(electron|vite|typescript|react|node-)/, 'no module that only the build needs');
  const other = target === 'win32' ? 'linux' : 'win32';
  const binaries = files.filter((file) => /\.(node|dll|so(\.[\d.]+)?|dylib)$/.test(file));
  check(
    binaries.every((file) => file.includes(`${target}-x64`)),
    `${target}: no binary of ${other} or any other system among ${binaries.join(', ')}`,
  );
  const beside = filesUnder(path.join(packed, 'resources/app.asar.unpacked')).map((file) => file.replaceAll('\\', '/'));
  check(
    binaries.every((file) => beside.includes(file)),
    `${target}: all of them beside app.asar, where the system's loader finds them`,
  );
  check(beside.includes(`node_modules/better-sqlite3/prebuilds/${target}-x64.node`), `${target}: better-sqlite3`);
  check(
    beside.some((file) => file.includes(`/sharp-${target}-x64`) && file.endsWith('.node')) &&
      beside.some((file) => (target === 'win32' ? /libvips-\d+\.dll$/ : /libvips-cpp\.so/).test(file)),
    `${target}: sharp with its libraries`,
  );
  const modules = [...imported(asar, files)].filter((name) => name !== 'electron');
  check(
    modules.every((name) =>
      has(
        new RegExp(
          `^node_modules/${name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/')}/`,
        ),
      ),
    ),
    `${target}: what the program asks for is there: ${modules.sort().join(', ')}`,
  );
}

const listedFolder = (asar: string, file: string): boolean => {
  try {
    extractFile(asar, file);
    return false;
  } catch {
    return true;
  }
};

async function checkFuses(program: string, target: Target): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  const is = (fuse: FuseV1Options): boolean => String.fromCharCode(Number(wire[fuse])) === '1';
  for (const [fuse, wanted] of [
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, false],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
    [FuseV1Options.OnlyLoadAppFromAsar, true],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  ] as const)
    check(is(fuse) === wanted, `${target}: fuse ${FuseV1Options[fuse]} is ${wanted ? 'on' : 'off'}`);
}

// `npm run dist:check -- win32` checks one.
const asked = process.argv[2];
for (const target of (['linux', 'win32'] as const).filter((each) => asked === undefined || each === asked)) {
  const packed = pack(target);
  checkContents(packed, target);
  const program = path.join(packed, target === 'win32' ? 'grid-ledger.exe' : 'grid-ledger');
  check(existsSync(program), `${target}: the program is called grid-ledger`);
  await checkFuses(program, target);
  for (const [what, holds] of await runPayload(packed, target)) check(holds, `${target}: ${what}`);
}
process.stdout.write(`dist:check: ${passed} passed\n`);
