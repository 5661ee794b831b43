// 备份: whether the last one is fresh and whole, where it lies, and a button to take one now.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { api, client, refreshEverything } from '../../api.ts';
import { instantText } from '../../ui/instantText.ts';
import { State } from '../../ui/State.tsx';
import { useJob } from '../../ui/useJob.ts';
import { Section } from './Section.tsx';

/** A daily backup that is this old failed to come, or the program wasn't opened. */
const stale = 2;

export function Backups() {
  const { data } = useQuery(api.backups.state.queryOptions());
  const job = useJob(() => void refreshEverything());
  return (
    <Section
      title="备份"
      all={
        <Link to="/settings" search={{ tab: 'backup' }}>
          备份与恢复
        </Link>
      }
    >
      {data ? (
        <div className="today-backup">
          {data.newest === null ? (
            <State kind="warn">还没有备份</State>
          ) : (
            <State kind={dayjs().diff(data.newest.at, 'day') >= stale ? 'warn' : 'ok'}>
              {instantText(data.newest.at)} 已备份并核对
            </State>
          )}
          <button
            type="button"
            className="link num"
            disabled={job.running}
            onClick={() => void job.start(() => client.backups.backUpNow.mutate())}
          >
            {job.running ? '正在备份…' : '立即备份'}
          </button>
          <span className="grey today-names" title={data.backupFolder}>
            {data.backupFolder}
          </span>
          {data.failure === null ? null : <span className="red today-failure">{data.failure.message}</span>}
        </div>
      ) : null}
    </Section>
  );
}
