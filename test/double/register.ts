// Loaded before main/desktop.ts by `node --import`, so that the desktop host runs as its own process and can be sent signals.
import { registerHooks } from 'node:module';

process.env.ELECTRON_DOUBLE_EXITS = '1';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
