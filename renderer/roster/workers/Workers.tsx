// 网格员: who is where, on the chosen day; one of them in the rail.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { client } from '../../api.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { useColumns } from '../../ui/useColumns.ts';
import { useFilters } from '../../ui/useFilters.ts';
import { useList } from '../../ui/useList.ts';
import { workersLink } from '../links.ts';
import '../roster.css';
import { useToday } from '../sources.ts';
import { workerColumns } from './workerColumns.tsx';
import { WorkerFilterBar } from './WorkerFilterBar.tsx';
import { sortingOf, workerQuestion } from './workerQuestion.ts';

export function Workers() {
  const search = useSearch({ from: '/framed/workers' });
  const navigate = useNavigate();
  const today = useToday();
  const { filters, ready, change } = useFilters(
    'workers',
    search,
    (next) => void navigate({ ...workersLink(next), replace: true }),
  );
  const columns = useColumns('workers', workerColumns);
  const list = useList({
    name: 'workers',
    question: workerQuestion(filters, today),
    ready,
    read: (question, offset, limit) => client.roster.workers.list.query({ ...question, offset, limit }),
  });
  return (
    <>
      <PageHead title="网格员">
        <Button onClick={() => void navigate({ to: '/imports' })}>导入</Button>
        <Button type="primary">新增网格员</Button>
      </PageHead>
      <WorkerFilterBar filters={filters} change={change} columns={columns} />
      <PageBody>
        <ListTable
          label="网格员列表"
          unit="人"
          list={list}
          columns={columns}
          sorting={sortingOf(filters)}
          onSort={(sorting) => change({ sort: sorting?.by, descending: sorting?.descending ? 1 : undefined })}
          openId={filters.open ?? null}
          onOpen={(row) => change({ open: row.id })}
          empty={<Empty title="没有符合条件的网格员" />}
        />
      </PageBody>
    </>
  );
}
