// What stands beside a screen, and the tab it folds under (F9). Folded it keeps what was typed into it, and none of its keys answers.
import { type ReactNode, useRef } from 'react';
import './foldingRail.css';
import type { RailFold } from './useRailFold.ts';
import { RestingContext, useShortcut } from './useShortcut.ts';

type FoldingRailProps = {
  tab: string;
  waiting: number;
  fold: RailFold;
  /** In a narrow window it lies over what it stands beside. */
  over: boolean;
  children: ReactNode;
};

export function FoldingRail({ tab, waiting, fold, over, children }: FoldingRailProps) {
  const { folded, narrow, stays, toggle } = fold;
  const slot = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const toggleByKey = () => {
    const held = !folded && slot.current?.contains(document.activeElement);
    toggle();
    // What folds away can't keep the keyboard.
    if (held) (document.querySelector<HTMLElement>('.list') ?? handle.current)?.focus();
  };
  useShortcut('F9', toggleByKey);
  useShortcut('Escape', toggleByKey, { enabled: stays && narrow && !folded });
  return (
    <>
      <RestingContext value={folded}>
        <div className={['rail-slot', over ? 'over' : '', folded ? 'folded' : ''].join(' ')} inert={folded} ref={slot}>
          {children}
        </div>
      </RestingContext>
      <button
        type="button"
        className="rail-tab"
        ref={handle}
        hidden={!narrow && !folded}
        aria-expanded={!folded}
        title={`${folded ? '打开' : '收起'}${tab}（F9）${waiting > 0 ? `，有 ${waiting} 项待核对` : ''}`}
        onClick={toggle}
      >
        {tab} {waiting > 0 ? <b className="red">{waiting}</b> : null} <kbd>F9</kbd>
      </button>
    </>
  );
}
