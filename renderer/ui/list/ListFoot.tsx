// The foot of a list, always there: how many rows there are; with a selection, how many are chosen and what can be done with them.
import type { ReactNode } from 'react';

export function ListFoot(props: {
  unit: string;
  total: number | undefined;
  selected: number;
  /** What can be done with the selection. */
  acts: ReactNode;
  clear: () => void;
}) {
  const { unit, total, selected, acts, clear } = props;
  const every = total === undefined ? '' : `共 ${total} ${unit}`;
  if (selected === 0)
    return (
      <div className="foot">
        <span className="grey">{every}</span>
      </div>
    );
  return (
    <div className="foot">
      <b>
        已选 {selected} {unit}
      </b>
      {acts}
      <button type="button" className="link" onClick={clear}>
        取消选择
      </button>
      <span className="right">{every}</span>
    </div>
  );
}
