// What can be done with a worker, in the list and beside it. On another day than today nothing can be changed.
import { useNavigate } from '@tanstack/react-router';
import type { WorkerDetail } from '../../../../shared/roster/worker.ts';
import type { WorkerRow } from '../../../../shared/roster/workers.ts';
import { keptBecause } from '../../../../shared/roster/removal.ts';
import { client } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { useRowActs } from '../../../ui/useRowActs.ts';
import { reportsLink } from '../../reports/links.ts';
import { signboardsLink } from '../../signboards/links.ts';

export const workerForms = ['edit', 'action', 'photo', 'posting'] as const;
export type WorkerForm = (typeof workerForms)[number];

/** A row of the list knows less than the worker who is open. */
export type Worker = WorkerRow | WorkerDetail;

export const onlyLooking = '看的不是今天的数据，只能查看';

export function useWorkerActs(
  screen: { begin: (id: number, form: WorkerForm) => void; close: () => void },
  asOf: string,
  isAnotherDay: boolean,
): readonly Act<Worker>[] {
  const navigate = useNavigate();
  const { edit, remove } = useRowActs<Worker>({
    noun: '网格员',
    right: 'roster',
    screen,
    remove: (id) => client.roster.workers.remove.mutate({ id }),
    removable: ({ removable }) => (isAnotherDay ? onlyLooking : removable || keptBecause.worker),
  });
  const form = (name: WorkerForm): Pick<Act<Worker>, 'name' | 'when' | 'right' | 'run'> => ({
    name,
    when: () => !isAnotherDay || onlyLooking,
    right: name === 'photo' ? 'photos' : 'roster',
    run: ({ id }) => screen.begin(id, name),
  });
  return [
    { ...form('action'), also: 'jlbd 录用 调整 对调 辞退 离职 退休 兼任', words: '记录变动' },
    { ...edit, ...form('edit') },
    { ...form('photo'), also: 'sczp ghzp', words: ({ photoHash }) => (photoHash ? '更换照片' : '上传照片') },
    {
      name: 'board',
      also: 'dyzsp',
      words: '打印指示牌',
      when: ({ gridId }) => gridId !== null || '没有上岗的网格，没有指示牌可打印',
      right: 'signboards',
      run: ({ gridId }) => void (gridId !== null && navigate(signboardsLink({ grids: String(gridId), open: gridId }))),
      many: {
        words: '打印指示牌',
        run: (workers) => navigate(signboardsLink({ grids: workers.flatMap(({ gridId }) => gridId ?? []).join(',') })),
      },
    },
    {
      ...form('posting'),
      also: 'gzsgrq bsgrq 任职记录 任职经历',
      words: (worker) =>
        'postings' in worker && worker.postings.some(({ firstDay }) => firstDay === null) ? '补上岗日期' : '更正上岗日期',
      when: (worker) => 'postings' in worker && worker.postings.length > 0 && !isAnotherDay,
    },
    {
      name: 'roster',
      also: 'hmc 上报',
      words: '花名册',
      right: 'reports',
      many: {
        words: '花名册',
        run: (workers) => navigate(reportsLink({ report: 'roster', asOf, workers: workers.map(({ id }) => id).join(',') })),
      },
    },
    remove,
  ];
}
