// The backups of the folder, newest first: when, why, how large, whole or not, with what can be done with each. Its screen scrolls,
// the head of the table stays.
import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Backup } from '../../../shared/backups.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { State } from '../../ui/State.tsx';
import './backups.css';
import { contentText, isWhole, kindText, sizeText } from './words.ts';
import { instantText } from '../../ui/instantText.ts';

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

/** In 大字 a fifth more; a damaged office can't be asked, the page knows. */
const wide = (pixels: number): string => `calc(${pixels}px * var(--scale))`;

const columns = ({ onRestore, onCheck, checking, disabled }: Acts): ColumnsType<Backup> => [
  {
    title: '备份时间',
    width: wide(140),
    rowScope: 'row',
    render: (_, backup) => (
      <b className="backup-at" title={`${shownName(backup.name)}　${sizeText(backup.bytes)}`}>
        {instantText(backup.at)}
      </b>
    ),
  },
  { title: '种类', width: wide(64), render: (_, backup) => kindText(backup) },
  // In a narrow window what the check found needs the room.
  { title: '大小', width: wide(76), align: 'right', responsive: ['lg'], render: (_, backup) => sizeText(backup.bytes) },
  {
    title: '检查结果',
    className: 'backup-check',
    render: (_, backup) => <CheckState backup={backup} checking={checking === backup.name} />,
  },
  {
    title: '文件名',
    ellipsis: true,
    responsive: ['xl'],
    render: (_, backup) => <span title={shownName(backup.name)}>{shownName(backup.name)}</span>,
  },
  {
    title: '操作',
    width: wide(92),
    fixed: 'end',
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

export const BackupTable = ({ backups, ...acts }: Acts & { backups: readonly Backup[] | undefined }) => (
  <Table<Backup>
    className="backup-table"
    size="small"
    rowKey="name"
    tableLayout="fixed"
    pagination={false}
    dataSource={backups ? [...backups] : []}
    columns={columns(acts)}
    sticky
    // Without the file's name and size, which only wide windows show.
    scroll={{ x: wide(460) }}
    locale={{ emptyText: backups ? '这个文件夹里还没有备份' : ' ' }}
  />
);
