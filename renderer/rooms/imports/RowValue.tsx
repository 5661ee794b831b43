// One cell of a row that goes in: the roster's old value, or the file's own where another was typed, above the new; and while it is typed
// over, its field, with the way back to what the file says.
import type { ReactNode } from 'react';
import { fieldTitle } from '../../../shared/imports/fields.ts';
import type { PreviewCell, PreviewRow } from '../../../shared/imports/preview.ts';
import { MendField } from './MendField.tsx';
import type { Cell, Mending } from './useMending.ts';

export const Value = ({ cell, original }: { cell: PreviewCell | null | undefined; original: boolean }) => {
  if (!cell) return null;
  const { value, old, tidied, note } = cell;
  const mended = cell.mended === undefined ? undefined : `表中 ${cell.mended.text || '未填'}`;
  const noted = note === undefined ? null : <span className="grey"> {note}</span>;
  const above = old ?? mended ?? (original ? tidied : undefined);
  if (above === undefined)
    return noted ? (
      <>
        {value}
        {noted}
      </>
    ) : (
      <span className="grey">{value || '—'}</span>
    );
  return (
    <span
      className={mended === undefined ? 'import-two' : 'import-two import-mended'}
      title={mended === undefined ? undefined : `${mended}，已在预览中改正`}
    >
      <span>{above === '' ? '未填' : above}</span>
      {old === undefined && mended === undefined ? (
        <span className="import-now">{value}</span>
      ) : (
        <b>
          {value || '空'}
          {noted}
        </b>
      )}
    </span>
  );
};

type Props = {
  id: string;
  row: PreviewRow;
  cell: Cell;
  mending: Mending;
  /** What is shown while it isn't typed over. */
  children: ReactNode;
  onDone: (cell: Cell) => void;
};

export function RowValue({ id, row, cell, mending, children, onDone }: Props) {
  if (mending.typed(cell) === undefined) return children;
  const shown = row.cells[cell.field];
  const back = (alike: boolean) => () =>
    mending.save({ ...cell, text: null, alike }, () => {
      mending.giveUp(cell);
      onDone(cell);
    });
  return (
    <span className="import-mending">
      <MendField
        id={id}
        cell={cell}
        mending={mending}
        name={row.name}
        hint={shown?.value}
        alike={false}
        onDone={() => onDone(cell)}
      />
      {shown?.mended === undefined ? null : (
        <button
          type="button"
          className="link"
          aria-label={`${row.name}的${fieldTitle(cell.field)}恢复原值`}
          onClick={back(false)}
        >
          恢复原值
        </button>
      )}
      {shown?.mended !== undefined && shown.mended.alike > 1 ? (
        <button type="button" className="link" onClick={back(true)}>
          同样改的 {shown.mended.alike} 行都恢复
        </button>
      ) : null}
    </span>
  );
}
