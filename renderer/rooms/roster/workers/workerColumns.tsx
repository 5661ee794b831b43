// How the columns of 网格员 look, where that is more than their words.
import { workerColumns as columns, workerFields } from '../../../../shared/roster/workerFields.ts';
import type { WorkerRow } from '../../../../shared/roster/workers.ts';
import { workerTexts } from '../../../../shared/roster/listTexts.ts';
import { Who } from '../../../ui/Who.tsx';
import { columnsOf } from '../../../ui/listColumns.ts';
import { Status } from '../words.tsx';

/** Of who holds two grids both, one below the other, in a row as high as any. */
function SeveralGrids({ names }: { names: string }) {
  const [first, ...rest] = names.split('、');
  return (
    <span className="several-grids">
      <span>{first}</span>
      <span>{rest.join('、')}</span>
    </span>
  );
}

export const workerColumns = columnsOf<WorkerRow, typeof workerFields, (typeof columns)[number]>(workerFields, columns, {
  name: {
    render: (row) => <Who hash={row.photoHash} name={row.name} />,
  },
  grid: { render: (row) => (row.gridsHeld > 1 ? <SeveralGrids names={row.gridName ?? ''} /> : row.gridName) },
  status: { render: (row) => <Status of={row.status} /> },
  firstDay: { text: workerTexts.firstDay },
});
