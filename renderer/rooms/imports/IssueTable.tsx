// Cell by cell what is wrong, and the ways to settle it right beside it. Whoever has settled one stands at the next.
import type { Labels } from '../../../shared/imports/rowNumber.ts';
import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useRef, useState } from 'react';
import type { Question } from '../../../shared/imports/preview.ts';
import { api, client } from '../../api.ts';
import { rowColumn } from './rowColumn.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { FittedTable } from './FittedTable.tsx';
import { IssueAnswers, IssueValue, type Line } from './IssueLine.tsx';
import type { Mending } from './useMending.ts';

type Answer = { row: number; question: Question; decision: string | null };

const pageSize = 100;

export function IssueTable({
  id,
  tab,
  count,
  labels,
  mending,
}: {
  id: string;
  /** Of the tables that are read (rowColumn.tsx). */
  labels: Labels;
  tab: 'held' | 'refused';
  count: number;
  mending: Mending;
}) {
  const [asked, setPage] = useState(1);
  // What is settled leaves the tab, and its last page may go with it.
  const page = Math.min(asked, Math.max(1, Math.ceil(count / pageSize)));
  const [alike, setAlike] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  const { data } = useQuery({
    ...api.imports.rows.queryOptions({ id, tab, offset: (page - 1) * pageSize, limit: pageSize }),
    placeholderData: (previous) => previous,
  });
  const decide = useAct((answer: Answer) => client.imports.decide.mutate({ id, ...answer }));
  const lines: Line[] = (data ?? [])
    .flatMap((row) => row.issues.map((issue, own) => ({ ...issue, key: `${row.row} ${own}`, name: row.name || '未填' })))
    .map((line, index) => ({ ...line, index }));
  /** Once the table shows what came of it. */
  const goOn = (index: number) => (): void =>
    void setTimeout(() => {
      const buttons = [...(frame.current?.querySelectorAll<HTMLElement>('button.import-mend') ?? [])];
      buttons[Math.min(index, buttons.length - 1)]?.focus();
    });
  const columns: ColumnsType<Line> = [
    rowColumn(labels),
    { title: '姓名', width: 92, rowScope: 'row', className: 'import-name', dataIndex: 'name' },
    { title: '列', width: 96, dataIndex: 'column', ellipsis: true },
    {
      title: '文件中的值',
      width: 226,
      render: (_, line) => (
        <IssueValue id={id} line={line} mending={mending} alike={alike.has(line.key)} onDone={goOn(line.index)} />
      ),
    },
    {
      title: '问题和办法',
      className: 'import-reason',
      render: (_, line) => (
        <>
          <span>{line.reason}</span>
          <IssueAnswers
            id={id}
            line={line}
            mending={mending}
            alike={alike.has(line.key)}
            setAlike={(wanted) =>
              setAlike(wanted ? new Set([...alike, line.key]) : new Set([...alike].filter((key) => key !== line.key)))
            }
            busy={decide.isPending}
            decide={(decision) =>
              decide.mutate({ row: line.row, question: line.question, decision }, { onSuccess: goOn(line.index) })
            }
            onDone={goOn(line.index)}
          />
        </>
      ),
    },
  ];
  return (
    <>
      <div className="import-frame" ref={frame}>
        <FittedTable<Line>
          rowKey="key"
          className="import-issues"
          columns={columns}
          dataSource={lines}
          rowHoverable={false}
          locale={{ emptyText: data ? (tab === 'held' ? '没有待确认的' : '没有错误') : ' ' }}
        />
      </div>
      <div className="foot">
        <span className="grey">
          {tab === 'held'
            ? '对照原件逐个确认，确认后归入新增或变更；没有确认的不写入'
            : '可以在这里改正：点“改正”，写好后按回车；没有改正的不写入'}
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
