// The status bar: the last act with 撤销 (also Ctrl+Z); the office, its file, its last backup, who is working.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import dayjs from 'dayjs';
import { api, client } from '../api.ts';
import { instantText } from '../rooms/backups/words.ts';
import { useAct } from './acts.tsx';
import { useShortcut } from './useShortcut.ts';

/** The daily backup comes without anyone's doing. */
const aMinute = 60_000;
/** An act of more rows than this is not taken back by one slip of the hand. */
const many = 20;

const timed = (at: string): string => dayjs(at).format(dayjs(at).isSame(dayjs(), 'day') ? 'HH:mm' : 'M月D日');

export function StatusBar() {
  const { modal } = App.useApp();
  const { data: latest } = useQuery(api.audit.latest.queryOptions());
  const { data: settings } = useQuery(api.settings.read.queryOptions());
  const { data: backups } = useQuery({ ...api.backups.state.queryOptions(), refetchInterval: aMinute });
  const { data: actor } = useQuery(api.today.actor.queryOptions());
  const undo = useAct((changeSetId: number) => client.audit.undo.mutate({ changeSetId }));
  const undoable = latest != null && latest.kind !== 'office.found';
  const takeBack = (): void => {
    if (!latest) return;
    if (latest.lines <= many) undo.mutate(latest.id);
    else
      modal.confirm({
        title: `撤销“${latest.summary}”？`,
        content: `这次操作写入的 ${latest.lines} 条记录会全部恢复原样。`,
        okText: '撤销这次操作',
        cancelText: '不撤销',
        onOk: () => undo.mutateAsync(latest.id),
      });
  };
  useShortcut('Ctrl+Z', takeBack, undoable && !undo.isPending, false);
  return (
    <footer className="status">
      <span className="last" aria-live="polite">
        {latest ? (
          <>
            {timed(latest.at)} {latest.summary}
            {'　'}
            {undoable ? (
              <button type="button" className="link" disabled={undo.isPending} onClick={takeBack}>
                撤销
              </button>
            ) : null}
          </>
        ) : null}
      </span>
      <span>{settings?.office.unit}</span>
      <span className="file" title={backups?.file}>
        {backups?.file}
      </span>
      <span>
        {backups?.failure ? (
          <Link to="/settings" search={{ tab: 'backup' }} className="red">
            备份失败
          </Link>
        ) : (
          backups && (backups.newest ? `上次备份 ${instantText(backups.newest.at)}` : '还没有备份')
        )}
      </span>
      <span>{actor}</span>
    </footer>
  );
}
