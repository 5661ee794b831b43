// How the columns of 网格 look, where that is more than their words.
import { gridColumns as columns, gridFields } from '../../../../shared/roster/gridFields.ts';
import type { GridRow } from '../../../../shared/roster/grids.ts';
import { gridTexts, vacancyText } from '../../../../shared/roster/listTexts.ts';
import { Who } from '../../../ui/Who.tsx';
import { columnsOf } from '../../../ui/listColumns.ts';
import { State } from '../../../ui/State.tsx';

export const gridColumns = columnsOf<GridRow, typeof gridFields, (typeof columns)[number]>(gridFields, columns, {
  worker: {
    text: gridTexts.worker,
    render: (row) =>
      row.workerName === null ? (
        <State kind="bad">
          <span className="red">{vacancyText(row)}</span>
        </State>
      ) : (
        <Who hash={row.workerPhotoHash} name={row.workerName} />
      ),
  },
  firstDay: { text: gridTexts.firstDay },
});
