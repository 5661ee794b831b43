// The backups of the folder, newest first: when, why, how large, whole or not, with what can be done with each.
import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Backup } from '../../../shared/backups.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { State } from '../../ui/State.tsx';
import './backups.css';
import { contentText, instantText, isWhole, kindText, sizeText } from './words.ts';

type Acts = {
  onRestore: (backup: Backup) => void;
  onCheck: (backup: Backup) => void;
  /** The backup that is being checked now. */
  checking: string | null;
  disabled: boolean;
};

function CheckState({ backup, checking }: { backup: Backup; checking: boolean }) {
  if (checking) return <State kind="off">正在检查</State>;
  if (!backup.check) return <State kind="off">未检查</State>;
  if ('facts' in backup.check)
    return (
      <span title={`${instantText(backup.check.at)} 检查过`}>
        <State kind="ok">{contentText(backup.check.facts)}</State>
      </span>
    );
  return (
    <span title={backup.check.fault}>
      <State kind="bad">已损坏，不能用</State>
    </span>
  );
}

const columns = ({ onRestore, onCheck, checking, disabled }: Acts): ColumnsType<Backup> => [
  {
    title: '备份时间',
    width: 150,
    rowScope: 'row',
    render: (_, backup) => <b className="backup-at">{instantText(backup.at)}</b>,
  },
  { title: '种类', width: 90, render: (_, backup) => kindText(backup) },
  { title: '大小', width: 90, align: 'right', render: (_, backup) => sizeText(backup.bytes) },
  { title: '检查结果', width: 250, render: (_, backup) => <CheckState backup={backup} checking={checking === backup.name} /> },
  {
    title: '文件名',
    ellipsis: true,
    render: (_, backup) => <span title={shownName(backup.name)}>{shownName(backup.name)}</span>,
  },
  {
    title: '操作',
    width: 110,
    render: (_, backup) => (
      <span className="backup-acts">
        <button type="button" className="link" disabled={disabled || checking !== null} onClick={() => onCheck(backup)}>
          检查
        </button>
        <button
          type="button"
          className="link"
          disabled={disabled || (backup.check !== null && !isWhole(backup))}
          onClick={() => onRestore(backup)}
        >
          恢复
        </button>
      </span>
    ),
  },
];

export const BackupTable = ({ backups, height, ...acts }: Acts & { backups: readonly Backup[] | undefined; height: number }) => (
  <Table<Backup>
    className="backup-table"
    size="small"
    rowKey="name"
    tableLayout="fixed"
    pagination={false}
    dataSource={backups ? [...backups] : []}
    columns={columns(acts)}
    scroll={{ y: height }}
    locale={{ emptyText: backups ? '这个文件夹里还没有备份' : ' ' }}
  />
);
