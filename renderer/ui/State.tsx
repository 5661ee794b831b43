// A state in plain words with a dot; the dot never stands for the words.
import type { ReactNode } from 'react';

export type StateKind = 'ok' | 'warn' | 'bad' | 'off' | 'new';

export const State = ({ kind, children }: { kind: StateKind; children: ReactNode }) => (
  <span className="state">
    <i className={`dot ${kind}`} />
    {children}
  </span>
);
