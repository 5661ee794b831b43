// The parts of a screen, always at the same place: head with its acts (the primary one last, at the right edge), second line,
// body with or without a rail, which folds.
import type { ReactNode } from 'react';
import { FoldingRail } from './FoldingRail.tsx';
import { type RailFold, useRailFold } from './useRailFold.ts';

export const PageHead = ({ title, sub, children }: { title: string; sub?: ReactNode; children?: ReactNode }) => (
  <div className="head">
    <h1>{title}</h1>
    <span className="sub" title={typeof sub === 'string' ? sub : undefined}>
      {sub}
    </span>
    <div className="acts">{children}</div>
  </div>
);

type PageBodyProps = {
  children: ReactNode;
  rail?: ReactNode;
  /** What the rail is called on the tab it folds under. */
  tab?: string | undefined;
  /** How much in it waits to be looked at, said on the tab. */
  waiting?: number;
  /** Left out: the rail always stands there, in a narrow window over the right part when it is opened. */
  fold?: RailFold;
};

export function PageBody({ children, rail, tab = '明细', waiting, fold }: PageBodyProps) {
  const own = useRailFold('', { stays: true });
  return (
    <div className="body">
      <div className="main">{children}</div>
      {rail ? (
        <FoldingRail tab={tab} waiting={waiting ?? 0} fold={fold ?? own} over={fold === undefined}>
          {rail}
        </FoldingRail>
      ) : null}
    </div>
  );
}

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <b>{title}</b>
    {children}
  </div>
);
