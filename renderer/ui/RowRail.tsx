// One row beside its list: its name, what is known of it, and what can be done with it. It says so where it can't be read.
import type { ReactNode } from 'react';
import { told } from '../api.ts';
import type { Act } from './act.ts';
import { DetailRail } from './DetailRail.tsx';
import { RailActs } from './RailActs.tsx';

/** @param props.result what is read of the row, as a query gives it */
export function RowRail<Row extends { name: string }>(props: {
  noun: string;
  result: { data: Row | undefined; error: unknown };
  acts: readonly Act<Row>[];
  onClose: () => void;
  children: (row: Row) => ReactNode;
}) {
  const { noun, result, acts, onClose, children } = props;
  const { data: row, error } = result;
  if (!row || error)
    return (
      <DetailRail label={noun} onClose={onClose}>
        {error ? <p className="lost">{told(error)}</p> : null}
      </DetailRail>
    );
  return (
    <DetailRail label={`${noun} ${row.name}`} onClose={onClose} foot={<RailActs acts={acts} row={row} about={row.name} />}>
      <h2 className="rail-name">{row.name}</h2>
      {children(row)}
    </DetailRail>
  );
}
