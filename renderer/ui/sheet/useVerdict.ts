// What is ordered while the screen doesn't show yet what was asked of it waits until it is known what to do: by what is shown then.
import { useEffect, useRef } from 'react';

type Verdict<Go> = {
  /** Why it can't be done. */
  why: string | undefined;
  /** Does it, as the screen stands now. */
  go: Go;
};

/** @returns `until` resolves once the verdict is known; never, where it was given up or the screen was left before that */
export function useVerdict<Go>({ known, why, go }: Verdict<Go> & { known: boolean }): {
  until: () => Promise<Verdict<Go>>;
  giveUp: () => void;
} {
  const waits = useRef<((verdict: Verdict<Go>) => void) | null>(null);
  useEffect(() => {
    if (!known) return;
    waits.current?.({ why, go });
    waits.current = null;
  });
  return {
    until: () => new Promise((resolve) => (waits.current = resolve)),
    giveUp() {
      waits.current = null;
    },
  };
}
