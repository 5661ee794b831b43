// One fact in a rail's list of facts; 待补 where it isn't known.
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
