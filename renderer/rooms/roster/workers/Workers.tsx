// 网格员: who is where, on the chosen day; one of them in the rail.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { client } from '../../../api.ts';
import { reportsLink } from '../../reports/links.ts';
import { signboardsLink } from '../../signboards/links.ts';
import { ListTable } from '../../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../../ui/Page.tsx';
import { State } from '../../../ui/State.tsx';
import { useColumns } from '../../../ui/useColumns.ts';
import { useFilters } from '../../../ui/useFilters.ts';
import { useList } from '../../../ui/useList.ts';
import { gridsLink, workersLink } from '../links.ts';
import { sortingOf } from '../question.ts';
import '../roster.css';
import { useFigures } from '../sources.ts';
import { useToday } from '../../../ui/useToday.ts';
import { useRailScreen } from '../useRailScreen.ts';
import { workerColumns } from './workerColumns.tsx';
import type { WorkerAct } from './WorkerDetail.tsx';
import { noWorkerFilters, WorkerFilterBar } from './WorkerFilterBar.tsx';
import { workerQuestion } from './workerQuestion.ts';
import { WorkerRail } from './WorkerRail.tsx';

function Sub({ asOf }: { asOf: string }) {
  const figures = useFigures(asOf);
  if (!figures) return null;
  const { workers } = figures.figures;
  const vacant = figures.vacantGrids.count;
  return (
    <>
      在岗 {workers.actual} 人{workers.quota === null ? '' : `　编制 ${workers.quota}`}
      {vacant > 0 ? (
        <>
          {'　'}
          <span className="sub-link">
            <State kind="bad">
              <Link {...gridsLink({ vacant: 1 })}>空缺 {vacant} 个网格</Link>
            </State>
          </span>
        </>
      ) : null}
    </>
  );
}

export function Workers() {
  const search = useSearch({ from: '/framed/workers' });
  const navigate = useNavigate();
  const { message } = App.useApp();
  const today = useToday();
  const { filters, ready, change } = useFilters(
    'workers',
    search,
    (next) => void navigate({ ...workersLink(next), replace: true }),
  );
  const asOf = filters.asOf ?? today;
  const past = asOf !== today;
  const columns = useColumns('workers', workerColumns);
  const list = useList({
    name: 'workers',
    question: workerQuestion(filters, today),
    ready,
    read: (question, offset, limit) => client.roster.workers.list.query({ ...question, offset, limit }),
    readIds: ({ sort: _sort, ...filter }) => client.roster.workers.ids.query(filter),
  });
  const rail = useRailScreen<WorkerAct>(filters, change, !past);
  const nobody = list.answer !== undefined && Object.values(list.answer.counts).every((count) => count === 0);
  const filtered = Object.keys(noWorkerFilters).some((key) => filters[key as keyof typeof filters] !== undefined);
  return (
    <>
      <PageHead title="网格员" sub={<Sub asOf={asOf} />}>
        <Button onClick={() => void navigate({ to: '/imports' })}>导入</Button>
        <Button onClick={() => void navigate({ to: '/photos' })}>上传照片</Button>
        <Button onClick={() => void navigate(reportsLink({ report: 'roster', asOf }))}>导出</Button>
        <Button type={rail.filling ? 'default' : 'primary'} disabled={past} onClick={rail.add}>
          新增网格员
        </Button>
      </PageHead>
      <WorkerFilterBar filters={filters} change={change} columns={columns} />
      <PageBody rail={rail.railed ? <WorkerRail rail={rail} asOf={asOf} past={past} /> : undefined}>
        <ListTable
          label="网格员列表"
          unit="人"
          list={list}
          columns={columns}
          sorting={sortingOf(filters)}
          onSort={(sorting) => change({ sort: sorting?.by, descending: sorting?.descending ? 1 : undefined })}
          openId={filters.open ?? null}
          onOpen={(row) => rail.open(row.id)}
          menu={(row) => [
            { key: 'action', label: '记录变动', disabled: past, run: () => rail.begin(row.id, 'action') },
            { key: 'edit', label: '修改资料', disabled: past, run: () => rail.begin(row.id, 'edit') },
            {
              key: 'board',
              label: '打印指示牌',
              disabled: row.gridId === null,
              run: () => void (row.gridId !== null && navigate(signboardsLink({ grids: String(row.gridId), open: row.gridId }))),
            },
          ]}
          acts={
            <>
              <Button
                onClick={() => void navigate(reportsLink({ report: 'roster', asOf, workers: [...list.selected].join(',') }))}
              >
                导出所选
              </Button>
              <Button onClick={() => void printBoards()}>打印指示牌</Button>
            </>
          }
          empty={
            nobody && !filtered ? (
              <Empty title="还没有网格员">
                <Button onClick={() => void navigate({ to: '/imports' })}>从 Excel 导入花名册</Button>
              </Empty>
            ) : (
              <Empty title="没有符合条件的网格员">
                <Button onClick={() => change(noWorkerFilters)}>清除条件</Button>
              </Empty>
            )
          }
        />
      </PageBody>
    </>
  );

  async function printBoards(): Promise<void> {
    const grids = (await list.all()).filter((row) => list.selected.has(row.id)).flatMap((row) => row.gridId ?? []);
    if (grids.length === 0) void message.info('所选的人都没有上岗的网格，没有指示牌可打印');
    else await navigate(signboardsLink({ grids: grids.join(',') }));
  }
}
