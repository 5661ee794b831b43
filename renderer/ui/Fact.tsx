// A rail's list of facts; 待补 where one isn't known.
import type { ReactNode } from 'react';

/** What stands where nothing is known. */
export const lacking = '待补';

export const Fact = (props: { label: string; value: string | null; wide?: boolean; children?: ReactNode }) => (
  <>
    <dt>{props.label}</dt>
    <dd className={[props.wide ? 'w' : '', props.value ? '' : 'lack'].join(' ')} title={props.value ?? ''}>
      {props.value ? (props.children ?? props.value) : lacking}
    </dd>
  </>
);

/** The facts of a rail, two columns of labels and values. */
export const FactList = ({ children }: { children: ReactNode }) => <dl className="kv">{children}</dl>;
