// What is told to the person and what is asked over whatever screen stands: antd's messages and questions, from anywhere. They stand
// in MessageHolder, whose code comes once the first screen stands, or with the first of them; none is lost meanwhile.
import type { App } from 'antd';
import type { ModalFuncProps } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useSyncExternalStore } from 'react';

type Holder = Pick<ReturnType<typeof App.useApp>, 'message' | 'modal'>;

let holder: Holder | null = null;
/** What was told before there was a holder. */
const waiting: ((holder: Holder) => void)[] = [];

let wanted = false;
const watching = new Set<() => void>();

/** Has the holder's code fetched. */
function wantHolder(): void {
  if (wanted) return;
  wanted = true;
  for (const notice of watching) notice();
}

function say(words: (holder: Holder) => void): void {
  if (holder) words(holder);
  else {
    waiting.push(words);
    wantHolder();
  }
}

type Tell = (content: ReactNode, seconds?: number) => void;

const tell =
  (kind: 'success' | 'info' | 'warning' | 'error'): Tell =>
  (content, seconds) =>
    say(({ message }) => void message[kind](content, seconds));

export const message = { success: tell('success'), info: tell('info'), warning: tell('warning'), error: tell('error') };

export const modal = { confirm: (question: ModalFuncProps): void => say((it) => void it.modal.confirm(question)) };

/** For the one MessageHolder: it shows all that is told from now on. */
export function useHolding(mine: Holder): void {
  useEffect(() => {
    holder = mine;
    for (const words of waiting.splice(0)) words(mine);
    return () => {
      holder = null;
    };
  }, [mine]);
}

/** By then the first screen stands; what a person does before, fetches the code itself. Milliseconds. */
const pause = 1000;

/** Whether the holder is to stand: something is told, or the first screen stands. */
export function useHolderWanted(): boolean {
  useEffect(() => {
    const timer = window.setTimeout(wantHolder, pause);
    return () => window.clearTimeout(timer);
  }, []);
  return useSyncExternalStore(
    (notice) => {
      watching.add(notice);
      return () => watching.delete(notice);
    },
    () => wanted,
  );
}
