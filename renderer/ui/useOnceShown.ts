// What is ordered of a screen goes by what the person sees and has typed there: it waits until the screen shows what stands typed in
// its fields (unsettled.ts) and what was asked of it. Where it can't be done then, that is told.
import { useEffect, useRef, useState } from 'react';
import { leaveField, useUnsettled } from './unsettled.ts';
import { useLeft } from './useLeft.ts';

type Ordered<Order> = {
  /** What is shown: another one by then isn't what was ordered. */
  subject: string;
  /** False while the screen doesn't show what was asked of it. */
  shown: boolean;
  /** Why nothing can be done with what is shown. */
  hindrance: string | undefined;
  go: (order: Order) => void;
  refused: (order: Order, why: string) => void;
};

export function useOnceShown<Order extends string>(
  of: Ordered<Order>,
): {
  /** What waits. */
  waiting: Order | null;
  /** Why nothing can be ordered now; the screen says it. */
  hindrance: string | undefined;
  ask: (order: Order) => Promise<void>;
  giveUp: () => void;
} {
  const unsettled = useUnsettled();
  const [waiting, setWaiting] = useState<Order | null>(null);
  const waits = useRef<((now: Ordered<Order>) => void) | null>(null);
  const wrong = unsettled?.state === 'wrong' ? `${unsettled.field}还没有改好` : undefined;
  // What is wrong with what is shown needn't be with what is typed.
  const hindrance = wrong ?? (unsettled ? undefined : of.hindrance);
  const settled = unsettled === null && of.shown;
  useEffect(() => {
    if (!settled && hindrance === undefined) return;
    waits.current?.({ ...of, hindrance });
    waits.current = null;
  });
  useLeft(() => {
    if (waiting !== null) of.refused(waiting, '内容还没有显示出来');
  });
  const ask = async (order: Order): Promise<void> => {
    if (waiting !== null) return;
    // A field that is left says what is wrong with it.
    if (wrong !== undefined) leaveField();
    if (hindrance !== undefined) return;
    if (settled) {
      of.go(order);
      return;
    }
    setWaiting(order);
    leaveField();
    const now = await new Promise<Ordered<Order>>((resolve) => (waits.current = resolve));
    setWaiting(null);
    if (now.subject !== of.subject) now.refused(order, `已换到${now.subject}`);
    else if (now.hindrance !== undefined) now.refused(order, now.hindrance);
    else now.go(order);
  };
  return {
    waiting,
    hindrance,
    ask,
    giveUp() {
      waits.current = null;
      setWaiting(null);
    },
  };
}
