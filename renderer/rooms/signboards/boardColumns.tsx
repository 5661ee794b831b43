// How the columns of the boards' list look, where that is more than their words.
import { boardColumns as columns, boardFields, boardState, boardTexts } from '../../../shared/boardListFields.ts';
import type { BoardRow } from '../../../shared/signboards.ts';
import type { BoardSizeName } from '../../../shared/boardSizes.ts';
import { Who } from '../../ui/Who.tsx';
import { columnsOf } from '../../ui/listColumns.ts';
import { State } from '../../ui/State.tsx';
import type { ListColumn } from '../../ui/useColumns.ts';

export function boardColumns(size: BoardSizeName): readonly ListColumn<BoardRow>[] {
  const { photo, state } = boardTexts(size);
  return columnsOf<BoardRow, typeof boardFields, (typeof columns)[number]>(boardFields, columns, {
    worker: {
      render: (row) => (row.workerId === null ? '' : <Who hash={row.photo?.hash ?? null} name={row.worker} />),
    },
    photo: { text: photo },
    state: {
      text: state,
      render: (row) => {
        const { kind, text } = boardState(row);
        return (
          <span title={text}>
            <State kind={kind}>{text}</State>
          </span>
        );
      },
    },
  });
}
