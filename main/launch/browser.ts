// Starts the browser host with the code that the last start compiled.
import { keepCompiledCode } from './compiledCode.ts';

keepCompiledCode();
await import('../browser.ts');
