// Starts the desktop host with the code that the last start compiled. Electron waits for it before it says that it is ready.
import { keepCompiledCode } from './compiledCode.ts';

keepCompiledCode();
await import('../desktop.ts');
