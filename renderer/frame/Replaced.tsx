// Watches whether the office of this window was replaced from another one: nothing in the window is true any more then, and nothing
// it sends is taken. What says so can be put aside to read what was typed, and comes back with the next thing tried.
import { useEffect, useState } from 'react';
import { onReplaced } from '../shown.ts';
import { lazilyThemed } from '../ui/lazilyThemed.tsx';

const ReplacedDialog = lazilyThemed(async () => (await import('./ReplacedDialog.tsx')).ReplacedDialog);

/** A window that replaced it itself begins anew before that. Milliseconds. */
const pause = 1000;

export function Replaced() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timers = new Set<number>();
    const stop = onReplaced(() => timers.add(window.setTimeout(() => setOpen(true), pause)));
    return () => {
      stop();
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, []);
  return open ? <ReplacedDialog onPutAside={() => setOpen(false)} /> : null;
}
