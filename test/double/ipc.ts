// Electron's messages between a window and the program: what a page says crosses as a copy, and only a preload may speak.

type Listener = (event: unknown, ...given: never[]) => unknown;
const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
};

export async function invoke(
  sender: unknown,
  senderFrame: { url: string; parent: unknown },
  channel: string,
  given: unknown[],
): Promise<unknown> {
  const listener = listeners.get(channel);
  if (!listener) throw new Error(`No handler registered for '${channel}'`);
  try {
    return structuredClone(await listener({ sender, senderFrame }, ...(given as never[])));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}

/** A preload's text as it runs in a page: in its own scope, with the sandbox's `require`, which knows electron alone. */
export const preloadScript = (text: string): string => `(() => {
  const listening = {};
  const call = globalThis.doubleInvoke;
  Object.defineProperty(globalThis, 'doubleSend', {
    value: (channel, ...given) => { for (const heard of [...(listening[channel] ?? [])]) heard({}, ...given); },
  });
  const electron = {
    contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(globalThis, name, { value: Object.freeze(value) }) },
    ipcRenderer: {
      invoke: (channel, ...given) => call(channel, structuredClone(given)),
      on: (channel, heard) => { (listening[channel] ??= []).push(heard); },
      removeListener: (channel, heard) => { listening[channel] = (listening[channel] ?? []).filter((each) => each !== heard); },
    },
  };
  const require = (name) => { if (name === 'electron') return electron; throw new Error('a sandboxed preload cannot require ' + name); };
  const module = { exports: {} };
  ((require, module, exports) => {${text}
  })(require, module, module.exports);
})();`;
