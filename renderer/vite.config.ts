// One build for the screens, the two hosts with their workers, and the preload; `vite` alone serves the screens with the real
// handler behind them.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const outside = ['electron', 'better-sqlite3', 'sharp', 'playwright-core'];
const node = { consumer: 'server' as const, resolve: { noExternal: true as const, external: outside } };
const build = { outDir: path.join(root, 'dist/main'), sourcemap: false, target: 'node22', minify: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'dist/renderer'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: { index: path.join(root, 'renderer/index.html') } },
      },
    },
    main: {
      ...node,
      build: {
        ...build,
        emptyOutDir: true,
        rolldownOptions: {
          // A worker is an entry of its own, named as in main/workers.ts.
          input: { browser: path.join(root, 'main/browser.ts') },
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
});
