// Cell by cell what is wrong, and, where somebody who has the paper can settle it, the answers right beside it.
import { useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { Issue } from '../../../shared/imports/preview.ts';
import { api, client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { FittedTable } from './FittedTable.tsx';

type Line = Issue & { key: string; name: string };
type Answer = { row: number; question: Issue['question']; decision: string | null };

const pageSize = 100;

export function IssueTable({ id, tab, count }: { id: string; tab: 'held' | 'refused'; count: number }) {
  const [page, setPage] = useState(1);
  const { data } = useQuery({
    ...api.imports.rows.queryOptions({ id, tab, offset: (page - 1) * pageSize, limit: pageSize }),
    placeholderData: (previous) => previous,
  });
  const decide = useAct((answer: Answer) => client.imports.decide.mutate({ id, ...answer }));
  const lines: Line[] = (data ?? []).flatMap((row) =>
    row.issues.map((issue, index) => ({ ...issue, key: `${row.row} ${index}`, name: row.name || '未填' })),
  );
  const columns: ColumnsType<Line> = [
    { title: '行号', width: 60, align: 'right', dataIndex: 'row' },
    { title: '姓名', width: 92, rowScope: 'row', className: 'import-name', dataIndex: 'name' },
    { title: '列', width: 112, dataIndex: 'column', ellipsis: true },
    {
      title: '文件中的值',
      width: 178,
      ellipsis: true,
      render: (_, { value, level }) => <span className={level === 'refuse' ? 'red' : ''}>{value === '' ? '未填' : value}</span>,
    },
    {
      title: '问题和办法',
      className: 'import-reason',
      render: (_, line) => (
        <>
          <span>{line.reason}</span>
          {line.level === 'refuse' ? null : (
            <span className="import-answers">
              {line.decision === null ? (
                <>
                  {line.choices.map((choice) => (
                    <Button
                      key={choice.value}
                      size="small"
                      disabled={decide.isPending}
                      onClick={() => decide.mutate({ row: line.row, question: line.question, decision: choice.value })}
                    >
                      {choice.label}
                    </Button>
                  ))}
                  <Button
                    size="small"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ row: line.row, question: line.question, decision: 'leaveOut' })}
                  >
                    不导入
                  </Button>
                </>
              ) : (
                <>
                  <span className="grey">
                    {line.decision === 'leaveOut'
                      ? '已选不导入'
                      : `已选“${line.choices.find((choice) => choice.value === line.decision)?.label ?? ''}”`}
                  </span>
                  <button
                    type="button"
                    className="link"
                    onClick={() => decide.mutate({ row: line.row, question: line.question, decision: null })}
                  >
                    重新选择
                  </button>
                </>
              )}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <FittedTable<Line>
        rowKey="key"
        className="import-issues"
        columns={columns}
        dataSource={lines}
        rowHoverable={false}
        locale={{ emptyText: data ? (tab === 'held' ? '没有待确认的' : '没有错误') : ' ' }}
      />
      <div className="foot">
        <span className="grey">
          {tab === 'held'
            ? '对照原件逐个确认，确认后归入新增或变更；没有确认的不写入'
            : '有错的行不写入，改好文件后可以再导入一次'}
        </span>
        <span className="right">
          {count > pageSize ? (
            <Pagination
              simple
              size="small"
              current={page}
              pageSize={pageSize}
              total={count}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : (
            `共 ${count} 行`
          )}
        </span>
      </div>
    </>
  );
}
