// The parts of a screen, always at the same place: head with its acts (the primary one last, at the right edge), second line,
// body with or without a rail.
import type { ReactNode } from 'react';

export const PageHead = ({ title, sub, children }: { title: string; sub?: ReactNode; children?: ReactNode }) => (
  <div className="head">
    <h1>{title}</h1>
    <span className="sub">{sub}</span>
    <div className="acts">{children}</div>
  </div>
);

export const PageBody = ({ children, rail }: { children: ReactNode; rail?: ReactNode }) => (
  <div className={rail ? 'body railed' : 'body'}>
    <div className="main">{children}</div>
    {rail}
  </div>
);

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <b>{title}</b>
    {children}
  </div>
);
