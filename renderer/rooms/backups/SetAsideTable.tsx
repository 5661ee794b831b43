// What lies in the data folder besides the office and its backups (换下的数据, 待恢复), the latest first, and clearing it: each is a whole
// office, so it is said what goes for good before it goes. Nothing is shown where nothing lies there.
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import dayjs from 'dayjs';
import { useState } from 'react';
import { type SetAside, setAsidePlaces } from '../../../shared/backups.ts';
import { api, client, refreshEverything, told } from '../../api.ts';
import { instantText } from '../../ui/instantText.ts';
import { message, modal } from '../../ui/messages.ts';
import './backups.css';
import { sizeText } from './words.ts';

const kinds: Readonly<Record<SetAside['place'], string>> = {
  aside: '恢复或重新开始时换下的台账',
  received: '交来恢复的文件',
};

const keyOf = ({ place, name }: SetAside): string => `${place} ${name}`;

const sizeOf = (files: readonly SetAside[]): string => sizeText(files.reduce((sum, { bytes }) => sum + bytes, 0));

/** 今天 08:02, 9月26日 08:02（12 天前） */
function ageText(at: string): string {
  const days = dayjs().startOf('day').diff(dayjs(at).startOf('day'), 'day');
  return `${instantText(at)}${days > 1 ? `（${days} 天前）` : ''}`;
}

const columns = (clear: (files: readonly SetAside[]) => void, disabled: boolean): ColumnsType<SetAside> => [
  {
    title: '时间',
    width: 'calc(210px * var(--scale))',
    rowScope: 'row',
    render: (_, { at }) => ageText(at),
  },
  { title: '是什么', render: (_, { place }) => kinds[place] },
  { title: '大小', width: 'calc(84px * var(--scale))', align: 'right', render: (_, { bytes }) => sizeText(bytes) },
  {
    title: '位置',
    ellipsis: true,
    responsive: ['xl'],
    render: (_, { place, name }) => <span title={name}>{`${setAsidePlaces[place]}／${name}`}</span>,
  },
  {
    title: '操作',
    width: 'calc(64px * var(--scale))',
    render: (_, file) => (
      <button type="button" className="link" disabled={disabled} onClick={() => clear([file])}>
        清除
      </button>
    ),
  },
];

/** @param props.disabled while a backup or a restore is under way */
export function SetAsideTable({ disabled }: { disabled: boolean }) {
  const { data: files = [] } = useQuery(api.backups.setAside.queryOptions());
  const [clearing, setClearing] = useState(false);
  const clear = async (chosen: readonly SetAside[]) => {
    setClearing(true);
    try {
      const { cleared } = await client.backups.clearSetAside.mutate({
        files: chosen.map(({ place, name }) => ({ place, name })),
      });
      message.success(`已清除 ${cleared} 个文件`);
    } catch (error) {
      message.error(told(error), 8);
    } finally {
      setClearing(false);
      await refreshEverything();
    }
  };
  const ask = (chosen: readonly SetAside[]) => {
    const [first] = chosen;
    if (!first) return;
    modal.confirm({
      title: chosen.length === 1 ? `清除${instantText(first.at)}的${kinds[first.place]}？` : `清除这 ${chosen.length} 个文件？`,
      content: `共 ${sizeOf(chosen)}，清除后找不回来，也不能再用它恢复。现在的台账和备份文件夹里的备份不受影响。`,
      okText: '清除',
      okButtonProps: { danger: true },
      cancelText: '不清除',
      onOk: () => void clear(chosen),
    });
  };
  if (files.length === 0) return null;
  return (
    <section className="set-aside" aria-label="换下的数据和待恢复的文件">
      <div className="backup-progress">
        <h2>换下的数据和待恢复的文件</h2>
        <span className="grey">
          共 {files.length} 个，{sizeOf(files)}
        </span>
        <Button disabled={disabled || clearing} onClick={() => ask(files)}>
          全部清除
        </Button>
      </div>
      <div className="grey small">每个文件都是一整份台账，含全部个人信息。确认不再需要时请清除。</div>
      <Table<SetAside>
        className="backup-table"
        size="small"
        rowKey={keyOf}
        tableLayout="fixed"
        pagination={false}
        dataSource={files}
        columns={columns(ask, disabled || clearing)}
      />
    </section>
  );
}
