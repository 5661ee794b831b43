// The keyboard of a list: arrows and pages walk, Enter opens, Space selects, Ctrl+A selects all, the menu key opens the
// row's menu, and each act of the row under the cursor answers to its shortcut. Never while pinyin is being composed. Keys of the whole
// screen are not here: Ctrl+P is useSheet's, Ctrl+C useCopy's, Ctrl+F the SearchInput's, F9 the FoldingRail's.
import type { KeyboardEvent } from 'react';
import type { Offer } from '../act.ts';
import { combinationOf } from '../useShortcut.ts';

export function listKeys(does: {
  cursor: number;
  lines: number;
  page: number;
  move: (index: number) => void;
  open: () => void;
  toggle: () => void;
  selectAll: () => void;
  /** @param within the list's element */
  menu: (within: HTMLElement) => void;
  /** On the row under the cursor. */
  offers: () => readonly Offer[];
}): (event: KeyboardEvent<HTMLDivElement>) => void {
  const { cursor, lines, page, move } = does;
  const keys: Readonly<Record<string, (within: HTMLElement) => void>> = {
    ArrowDown: () => move(cursor + 1),
    ArrowUp: () => move(cursor - 1),
    PageDown: () => move(cursor + page),
    PageUp: () => move(cursor - page),
    Home: () => move(0),
    End: () => move(lines - 1),
    Enter: does.open,
    ' ': does.toggle,
    'Ctrl+A': does.selectAll,
    ContextMenu: does.menu,
    'Shift+F10': does.menu,
  };
  return (event) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const combination = combinationOf(event.nativeEvent);
    const act = keys[combination] ?? does.offers().find(({ shortcut }) => shortcut === combination)?.run;
    if (!act) return;
    event.preventDefault();
    act(event.currentTarget);
  };
}
