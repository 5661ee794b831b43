// 网格员: who is where, on the chosen day; one of them in the rail.
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { client } from '../../../api.ts';
import { ListScreen } from '../../../ui/list/ListScreen.tsx';
import { useListScreen } from '../../../ui/list/useListScreen.ts';
import { Empty } from '../../../ui/Page.tsx';
import { State } from '../../../ui/State.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { useAddress } from '../../../ui/useAddress.ts';
import { reportsLink } from '../../reports/links.ts';
import { gridsLink, workersLink } from '../links.ts';
import '../roster.css';
import { useFigures } from '../sources.ts';
import { onlyLooking, useWorkerActs, workerForms } from './useWorkerActs.ts';
import { useWorkerFilters } from './useWorkerFilters.ts';
import { workerColumns } from './workerColumns.tsx';
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

const AnotherDay = ({ asOf, back }: { asOf: string; back: () => void }) => (
  <div className="list-notice" role="status">
    正在看 {asOf} 的数据，只能查看
    <button type="button" className="link" onClick={back}>
      回到今天
    </button>
  </div>
);

export function Workers() {
  const search = useAddress('/workers');
  const navigate = useNavigate();
  const today = useToday();
  const screen = useListScreen({
    name: 'workers',
    search,
    go: (next) => void navigate({ ...workersLink(next), replace: true }),
    filters: useWorkerFilters(search),
    columns: workerColumns,
    question: (filters) => workerQuestion(filters, today),
    read: (question, offset, limit) => client.roster.workers.list.query({ ...question, offset, limit }),
    readIds: ({ sort: _sort, ...filter }) => client.roster.workers.ids.query(filter),
    forms: workerForms,
  });
  const asOf = screen.filters.asOf ?? today;
  const isAnotherDay = asOf !== today;
  const acts = useWorkerActs(screen, asOf, isAnotherDay);
  const imports = () => void navigate({ to: '/imports' });
  const { answer } = screen.list;
  const nobody = answer !== undefined && Object.values(answer.counts).every((count) => count === 0);
  return (
    <ListScreen
      screen={screen}
      title="网格员"
      sub={<Sub asOf={asOf} />}
      noun="网格员"
      unit="人"
      headActs={[
        { name: 'import', words: '导入花名册', run: imports },
        { name: 'photos', words: '批量上传照片', run: () => void navigate({ to: '/photos' }) },
        { name: 'roster', words: '花名册', run: () => void navigate(reportsLink({ report: 'roster', asOf })) },
      ]}
      primary={{
        name: 'add',
        words: '新增网格员',
        yields: true,
        hindrance: isAnotherDay ? onlyLooking : undefined,
        run: screen.add,
      }}
      notice={isAnotherDay ? <AnotherDay asOf={asOf} back={() => screen.change({ asOf: undefined })} /> : null}
      acts={acts}
      rail={<WorkerRail rail={screen} asOf={asOf} acts={acts} />}
      nothing={
        nobody ? (
          <Empty title="还没有网格员">
            <Button onClick={imports}>从 Excel 导入花名册</Button>
          </Empty>
        ) : (
          <Empty title="现在没有在岗的网格员">
            <Button onClick={() => screen.change({ status: 'every' })}>看全部</Button>
          </Empty>
        )
      }
    />
  );
}
