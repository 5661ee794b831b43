// What stands beside the list of grids: one of them, a form on one of them, or the form for a new one.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import type { Rail } from '../../../ui/list/useRail.ts';
import { useToday } from '../../../ui/useToday.ts';
import { WorkerAdd } from '../workers/WorkerForms.tsx';
import { GridAssign, vacantFrom } from './GridAssign.tsx';
import { GridClose } from './GridClose.tsx';
import { GridDetail } from './GridDetail.tsx';
import { GridAdd, GridEdit } from './GridForms.tsx';
import type { Grid, GridForm } from './useGridActs.ts';

export function GridRail({ rail, acts }: { rail: Rail<GridForm>; acts: readonly Act<Grid>[] }) {
  const { openId: id, adding, form, open, close, endForm } = rail;
  const today = useToday();
  const { data: grid } = useQuery({
    ...api.roster.grids.get.queryOptions({ id: id ?? 0, asOf: today }),
    enabled: id !== undefined && form !== null,
  });
  if (adding) return <GridAdd onClose={close} onAdded={open} />;
  if (id === undefined) return null;
  if (form === null || grid?.id !== id) return <GridDetail id={id} asOf={today} acts={acts} onClose={close} />;
  if (form === 'edit') return <GridEdit key={id} grid={grid} asOf={today} onClose={endForm} />;
  if (form === 'assign')
    return <GridAssign key={id} grid={grid} onClose={endForm} onAddWorker={() => rail.begin(id, 'addWorker')} />;
  if (form === 'close') return <GridClose key={id} grid={grid} onClose={endForm} onClosed={close} />;
  return (
    <WorkerAdd
      key={id}
      grid={{ value: id, label: grid.name, hint: '' }}
      from={vacantFrom(grid, today) ?? today}
      onClose={endForm}
      onAdded={endForm}
    />
  );
}
