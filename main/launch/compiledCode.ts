// Keeps the program's compiled code from one start to the next: compiling anew is a third of a start. It lies in the user's own
// folder for such things, never beside the program or in an office's folder, where others may write. What Node finds there that
// isn't whole, or isn't of this very program, it leaves aside; where nothing can be kept, the program starts as before.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { cacheFolder } from '../dataFolder.ts';

/** By then a start has run what it runs; a session that ends sooner keeps it at its end. Milliseconds. */
const settled = 15_000;

/** To be called before the code that is to be kept is imported. */
export function keepCompiledCode(): void {
  enableCompileCache(cacheFolder());
  // Whoever is killed keeps nothing at the end.
  setTimeout(flushCompileCache, settled).unref();
}
