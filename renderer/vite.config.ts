// One build for the screens, the two hosts with their workers, and the preload; `vite` alone serves the screens with the real
// handler behind them.
import { globSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { fingerprint, forgetBuild, noteBuild } from '../main/launch/build.ts';
import { fontsPlugin } from './fonts/plugin.build.ts';
import { printFontsPlugin } from './fonts/printFonts.build.ts';

const root = path.resolve(import.meta.dirname, '..');
const outside = ['electron', 'better-sqlite3', 'sharp', 'playwright'];
const node = { consumer: 'server' as const, resolve: { noExternal: true as const, external: outside } };
const build = { outDir: path.join(root, 'dist/main'), sourcemap: false, target: 'node22', minify: false };

/** What is loaded by itself, in the midst of a synchronous turn. */
const inOneFile = (name: string, input: string) => ({
  ...node,
  build: {
    ...build,
    emptyOutDir: false,
    rolldownOptions: { input: { [name]: input }, output: { format: 'cjs' as const, entryFileNames: '[name].cjs' } },
  },
});

/** A worker is an entry of its own; main/ground/workers.ts finds it by the same name. */
const workers = Object.fromEntries(
  globSync('main/**/*.worker.ts', { cwd: root }).map((file) => [path.basename(file, '.ts'), path.join(root, file)]),
);

/** The code that a page runs at once. */
const pages = { frame: path.join(root, 'renderer/main.tsx'), boards: path.join(root, 'renderer/rooms/signboards/print.tsx') };

type Modules = Rolldown.ChunkingContext;

/** All that a module imports, and they in turn. */
function behind(module: string, modules: Modules, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return seen;
  seen.add(module);
  for (const imported of modules.getModuleInfo(module)?.importedIds ?? []) behind(imported, modules, seen);
  return seen;
}

const known = new Map<string, Set<string>>();
function runs(page: string, module: string, modules: Modules): boolean {
  const all = known.get(page) ?? behind(page, modules);
  known.set(page, all);
  return all.has(module);
}

/**
 * What the window runs at once is one file, but for what the printed pages run too. Left to itself the bundler cuts it into some
 * twenty, by which screens use what besides.
 */
const atOnce = [
  { name: 'ground', of: [pages.frame, pages.boards] },
  { name: 'frame', of: [pages.frame] },
].map(({ name, of }) => ({
  debugName: name,
  tags: ['$initial' as const],
  name: (module: string, modules: Modules) => (of.every((page) => runs(page, module, modules)) ? name : null),
}));

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fontsPlugin(), printFontsPlugin()],
  builder: {
    async buildApp(builder) {
      const builtFrom = fingerprint(root);
      forgetBuild(root);
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      noteBuild(root, builtFrom);
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'dist/renderer'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 2000,
        // The browsers that show it know modulepreload.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: Object.fromEntries(
            ['index', 'print/boards', 'print/sheet'].map((page) => [page, path.join(root, `renderer/${page}.html`)]),
          ),
          output: { codeSplitting: { groups: atOnce } },
        },
      },
    },
    main: {
      ...node,
      build: {
        ...build,
        emptyOutDir: true,
        rolldownOptions: {
          input: {
            desktop: path.join(root, 'main/launch/desktop.ts'),
            browser: path.join(root, 'main/launch/browser.ts'),
            ...workers,
          },
          // The same names from build to build, so that compiled code kept of one takes the place of its forerunner's.
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].part.js' },
        },
      },
    },
    // A sandboxed window can only load one file of CommonJS.
    preload: inOneFile('preload', path.join(root, 'main/desktop/preload.ts')),
    pinyin: inOneFile('pinyin-pro', 'pinyin-pro'),
  },
});
