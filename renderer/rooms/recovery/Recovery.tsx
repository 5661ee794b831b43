// What stands in place of every screen when the office file can't be opened: the backups, newest first, each checked, and the
// ways out. Nothing is deleted by any of them.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { api, client } from '../../api.ts';
import { BackupTable } from '../backups/BackupTable.tsx';
import { RestoreFile } from '../backups/RestoreFile.tsx';
import { useChecks } from '../backups/useChecks.ts';
import { useRestore } from '../backups/useRestore.tsx';
import { isWhole } from '../backups/words.ts';
import { instantText } from '../../ui/instantText.ts';
import { useAct } from '../../ui/useAct.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { modal } from '../../ui/messages.ts';

const checkedAtOnce = 10;

export function Recovery({ damage, file, backupFolder }: { damage: string; file: string; backupFolder: string }) {
  const { data: backups } = useQuery(api.backups.list.queryOptions());
  const { checking, check } = useChecks();
  const restore = useRestore();
  const fresh = useAct(async () => {
    await client.backups.startAfresh.mutate();
    window.location.assign('/');
  });
  const begun = useRef(false);
  useEffect(() => {
    if (!backups || begun.current) return;
    begun.current = true;
    void check(backups.slice(0, checkedAtOnce).filter((backup) => !isWhole(backup)));
  }, [backups, check]);

  const newest = backups?.find(isWhole);
  const busy = restore.preparing !== null || restore.job.running;
  const askFresh = () =>
    modal.confirm({
      title: '不用备份，从空台账重新开始？',
      content: '打不开的文件会放到“换下的数据”文件夹，不会删除。备份也都留着，以后仍可在“设置”里恢复。',
      okText: '从空台账开始',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: () => fresh.mutateAsync(undefined),
    });
  return (
    <main className="recovery">
      <h1>台账打不开，请从备份恢复</h1>
      <p>{damage}</p>
      <p>下面是各次备份，最新的在前，正逐份检查。恢复时，打不开的文件会先放到“换下的数据”文件夹，什么也不会删除。</p>
      <p className="grey small">数据文件：{file}</p>
      <p className="grey small">备份文件夹：{backupFolder}</p>
      <div className="recovery-acts">
        {restore.job.running ? (
          <JobProgress state={restore.job.state} cancel={restore.job.cancel} />
        ) : (
          <>
            <Button
              type="primary"
              disabled={!newest || busy}
              loading={restore.preparing !== null}
              onClick={() => newest && restore.fromBackup(newest)}
            >
              {newest ? `恢复${instantText(newest.at)}的备份` : '没有可用的备份'}
            </Button>
            <RestoreFile disabled={busy} onFile={restore.fromFile} />
            {restore.preparing ? <span className="grey">{restore.preparing}……</span> : null}
            <Button className="fresh" danger disabled={busy} onClick={askFresh}>
              从空台账重新开始
            </Button>
          </>
        )}
      </div>
      <BackupTable
        backups={backups}
        checking={checking}
        disabled={busy}
        onCheck={(backup) => void check([backup])}
        onRestore={restore.fromBackup}
      />
    </main>
  );
}
