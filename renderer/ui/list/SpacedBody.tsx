// The body of a list's table: the rows in view, and those out of view as two blank heights.
import { createContext, type HTMLAttributes, use } from 'react';
import { HeaderCell } from './HeaderCell.tsx';

export const SpacersContext = createContext({ above: 0, below: 0 });

function Body({ children, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  const { above, below } = use(SpacersContext);
  return (
    <tbody {...rest}>
      {above > 0 ? <tr aria-hidden="true" style={{ height: above }} /> : null}
      {children}
      {below > 0 ? <tr aria-hidden="true" style={{ height: below }} /> : null}
    </tbody>
  );
}

/** One object for good: a new one would draw every cell anew. */
export const components = { header: { cell: HeaderCell }, body: { wrapper: Body } };
