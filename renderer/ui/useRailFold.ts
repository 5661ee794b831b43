// Whether the rail beside a screen is folded under its tab: F9 folds it and opens it again, at any width. In a narrow window what
// always stands beside a screen starts folded; a row that is opened opens the rail, one that the cursor only came to doesn't.
import { useState, useSyncExternalStore } from 'react';

/** The style sheets that fold with it say the same width. */
const narrowWindow = window.matchMedia('(max-width: 1099.98px)');
const onWidth = (changed: () => void) => {
  narrowWindow.addEventListener('change', changed);
  return () => narrowWindow.removeEventListener('change', changed);
};

export type RailFold = {
  folded: boolean;
  /** The window has little room: the tab stays beside the open rail. */
  narrow: boolean;
  /** The rail has no way to be closed but by folding. */
  stays: boolean;
  toggle: () => void;
  unfold: () => void;
  /** Something else is going to stand there, which nobody opened: it stays as it is. */
  carry: (shown: string) => void;
};

/**
 * @param shown what stands in the rail: another thing there opens it
 * @param stays it is there whether or not something was opened
 * @param startsFolded in a narrow window
 */
export function useRailFold(
  shown: string,
  { stays, startsFolded = stays }: { stays: boolean; startsFolded?: boolean },
): RailFold {
  const narrow = useSyncExternalStore(onWidth, () => narrowWindow.matches);
  const [chosen, setChosen] = useState<{ of: readonly string[]; narrow: boolean; folded: boolean } | null>(null);
  const folded = chosen?.of.includes(shown) && chosen.narrow === narrow ? chosen.folded : narrow && startsFolded;
  return {
    folded,
    narrow,
    stays,
    toggle: () => setChosen({ of: [shown], narrow, folded: !folded }),
    unfold: () => setChosen({ of: [shown], narrow, folded: false }),
    carry: (next) => setChosen({ of: [shown, next], narrow, folded }),
  };
}
