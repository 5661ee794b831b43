// What only the host can do for a screen: the typed bridge between a sandboxed window and the desktop, ten methods at most.
// The preload offers it as `window.gridLedger`; where it is missing (the browser host), renderer/native.ts does what a
// browser can. Paths and addresses are checked again on the other side.

export type Native = {
  /** Lets the person pick a folder; null when they changed their mind. */
  chooseFolder: (title: string) => Promise<string | null>;
  /** Shows a file of this computer in its folder; false when it is not there any more. */
  reveal: (file: string) => Promise<boolean>;
  openLogFolder: () => Promise<void>;
  /** Saves what a /files/… address gives, where the person says; null when they changed their mind. */
  save: (address: string) => Promise<string | null>;
  /** Opens the system's print dialog for a /print/… page; false when the person changed their mind. */
  print: (address: string) => Promise<boolean>;
  /** Tells when the menu asks for a screen. Returns how to stop listening. */
  onOpenScreen: (listener: (address: string) => void) => () => void;
};

/** What crosses the bridge: the outcome, or what the person is told. An error thrown across it would arrive with English before it. */
export type NativeAnswer = { value: unknown } | { refusal: string };

/** The name the bridge has in a window, and the channels behind it. */
export const bridgeName = 'gridLedger';
export const channels = {
  chooseFolder: 'native:choose-folder',
  reveal: 'native:reveal',
  openLogFolder: 'native:open-log-folder',
  save: 'native:save',
  print: 'native:print',
  openScreen: 'native:open-screen',
} as const;
