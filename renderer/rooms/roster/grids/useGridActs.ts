// What can be done with a grid, in the list and beside it.
import { useNavigate } from '@tanstack/react-router';
import type { GridDetail, GridRow } from '../../../../shared/roster/grids.ts';
import { keptBecause } from '../../../../shared/roster/removal.ts';
import { client } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { useRowActs } from '../../../ui/useRowActs.ts';
import { useToday } from '../../../ui/useToday.ts';
import { signboardsLink } from '../../signboards/links.ts';
import { workersLink } from '../links.ts';
import { vacantFrom } from './GridAssign.tsx';

export const gridForms = ['edit', 'assign', 'addWorker', 'close'] as const;
export type GridForm = (typeof gridForms)[number];

/** A row of the list knows less than the grid that is open. */
export type Grid = GridRow | GridDetail;

export function useGridActs(screen: { begin: (id: number, form: GridForm) => void; close: () => void }): readonly Act<Grid>[] {
  const navigate = useNavigate();
  const today = useToday();
  const { edit, remove } = useRowActs<Grid>({
    noun: '网格',
    right: 'places',
    screen,
    remove: (id) => client.roster.grids.remove.mutate({ id }),
    removable: ({ removable }) => removable || keptBecause.grid,
  });
  const boards = (grids: readonly Grid[], open?: number) =>
    navigate(signboardsLink({ grids: grids.map(({ id }) => id).join(','), open }));
  return [
    {
      name: 'assign',
      also: 'zpwgy zpjr 上岗 空缺',
      words: (grid) => (grid.workerId === null ? '指派网格员' : '指派接任'),
      when: (grid) => grid.workerId === null || ('postings' in grid && vacantFrom(grid, today) !== null),
      right: 'roster',
      run: (grid) => screen.begin(grid.id, 'assign'),
    },
    edit,
    {
      name: 'board',
      also: 'dyzsp',
      words: '打印指示牌',
      right: 'signboards',
      run: (grid) => void boards([grid], grid.id),
      many: { words: '打印指示牌', run: (grids) => boards(grids) },
    },
    {
      name: 'worker',
      also: 'ckwgy',
      words: (grid) => `查看网格员 ${grid.workerName ?? ''}`,
      when: (grid) => grid.workerId !== null,
      run: (grid) => void navigate(workersLink({ open: grid.workerId ?? undefined })),
    },
    remove,
    {
      name: 'close',
      also: 'ty 撤销网格',
      words: '停用',
      when: (grid) => 'gridLastDay' in grid && !grid.removable && grid.workerId === null && grid.gridLastDay === null,
      right: 'places',
      danger: true,
      run: (grid) => screen.begin(grid.id, 'close'),
    },
  ];
}
