// A part of the home screen: heading, count, note, the way to all of it.
import type { ReactNode } from 'react';

type SectionProps = { title: string; count?: string | undefined; note?: ReactNode; all?: ReactNode; children: ReactNode };

export const Section = ({ title, count, note, all, children }: SectionProps) => (
  <section className="today-section" aria-label={title}>
    <header>
      <h2>{title}</h2>
      {count === undefined ? null : <b>{count}</b>}
      <span className="grey">{note}</span>
      {all}
    </header>
    {children}
  </section>
);
