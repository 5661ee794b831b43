// What can be done with a 社区总支, in the list and beside it.
import { useQuery } from '@tanstack/react-query';
import type { BranchRow } from '../../../../shared/roster/places.ts';
import { keptBecause } from '../../../../shared/roster/removal.ts';
import { api, client } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { useAct } from '../../../ui/useAct.tsx';
import { useRowActs } from '../../../ui/useRowActs.ts';
import { useToday } from '../../../ui/useToday.ts';

export function useBranchActs(screen: {
  begin: (id: number, form: 'edit') => void;
  close: () => void;
}): readonly Act<BranchRow>[] {
  const asOf = useToday();
  const { data: branches = [] } = useQuery(api.roster.branches.list.queryOptions({ asOf }));
  const { edit, remove } = useRowActs<BranchRow>({
    noun: '社区总支',
    right: 'places',
    screen,
    remove: (id) => client.roster.branches.remove.mutate({ id }),
    removable: ({ removable }) => removable || keptBecause.branch,
  });
  const reorder = useAct((ids: number[]) => client.roster.branches.reorder.mutate({ ids }));
  const ids = branches.map(({ id }) => id);
  /** By one place in the office's order. */
  const moving = (by: -1 | 1): Pick<Act<BranchRow>, 'when' | 'right' | 'run'> => ({
    when: ({ id }) => ids[ids.indexOf(id) + by] !== undefined || (by < 0 ? '已经是第一个' : '已经是最后一个'),
    right: 'places',
    run({ id }) {
      const at = ids.indexOf(id);
      if (!reorder.isPending) reorder.mutate(ids.with(at, ids[at + by] ?? id).with(at + by, id));
    },
  });
  return [
    edit,
    { name: 'up', words: '上移', also: 'sy 顺序', ...moving(-1) },
    { name: 'down', words: '下移', also: 'xy 顺序', ...moving(1) },
    remove,
  ];
}
