// Who is on duty in the roster and not in the file. Told, never acted upon: a list of one branch has not dismissed the others.
import { useQuery } from '@tanstack/react-query';
import type { ColumnsType } from 'antd/es/table';
import type { GoneWorker } from '../../../shared/imports/preview.ts';
import { api } from '../../api.ts';
import { FittedTable } from './FittedTable.tsx';

const columns: ColumnsType<GoneWorker> = [
  { title: '姓名', width: 120, rowScope: 'row', className: 'import-name', dataIndex: 'name' },
  { title: '现在的网格', dataIndex: 'grid' },
];

export function GoneTable({ id }: { id: string }) {
  const { data } = useQuery(api.imports.gone.queryOptions({ id }));
  return (
    <>
      <FittedTable<GoneWorker>
        rowKey="workerId"
        columns={columns}
        dataSource={data ?? []}
        locale={{ emptyText: data ? '台账里在岗的人，文件里都有' : ' ' }}
      />
      <div className="foot">
        <span className="grey">台账里在岗、文件里没有的人，导入不改动他们；如已离岗，请在“网格员”里办理</span>
        <span className="right">共 {data?.length ?? 0} 人</span>
      </div>
    </>
  );
}
