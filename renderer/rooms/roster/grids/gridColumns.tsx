// How the columns of 网格 look, where that is more than their words.
import { gridColumns as columns, gridFields } from '../../../../shared/roster/gridFields.ts';
import type { GridRow } from '../../../../shared/roster/grids.ts';
import { firstDayText } from '../../../../shared/roster/words.ts';
import { Face } from '../../../ui/Face.tsx';
import { columnsOf } from '../../../ui/listColumns.ts';
import { State } from '../../../ui/State.tsx';

/** 空缺 12 天; 从未上岗 where nobody ever served. */
export const vacancyText = (row: Pick<GridRow, 'workerId' | 'vacantDays'>): string => {
  if (row.workerId !== null) return '';
  return row.vacantDays === null ? '空缺，从未上岗' : `空缺 ${row.vacantDays} 天`;
};

export const gridColumns = columnsOf<GridRow, typeof gridFields, (typeof columns)[number]>(gridFields, columns, {
  worker: {
    text: (row) => row.workerName ?? vacancyText(row),
    render: (row) =>
      row.workerName === null ? (
        <State kind="bad">
          <span className="red">{vacancyText(row)}</span>
        </State>
      ) : (
        <span className="who">
          <Face hash={row.workerPhotoHash} name={row.workerName} />
          <span className="who-name">{row.workerName}</span>
        </span>
      ),
  },
  firstDay: { text: (row) => (row.workerId === null ? '' : firstDayText(row.firstDay, row.firstDayPrecision)) },
});
