// The status bar: the person's last act; the office, its file, its last backup; who is at the keyboard, with 换人. 换人 and 立即备份 are
// offered to the command box.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, refreshEverything } from '../api.ts';
import { instantText } from '../ui/instantText.ts';
import { useOffered } from '../ui/offered.ts';
import { useJob } from '../ui/useJob.ts';
import { UndoRedo } from './UndoRedo.tsx';
import { WhoDialog } from './WhoDialog.ts';
import { message } from '../ui/messages.ts';

/** The daily backup comes without anyone's doing. */
const aMinute = 60_000;

function Person() {
  const { data: me } = useQuery(api.people.me.queryOptions());
  const [asking, setAsking] = useState(false);
  const ask = () => setAsking(true);
  useOffered(me?.person ? [{ name: '换人', words: 'hr 姓名 谁在操作 登录', run: ask }] : []);
  if (!me?.person) return null;
  const { name } = me.person;
  return (
    <span className="person">
      <span className="person-name" title={name}>
        {name}
      </span>
      <button type="button" className="link" title="换一个人操作" onClick={ask}>
        换人
      </button>
      {asking ? <WhoDialog present={name} onClose={() => setAsking(false)} /> : null}
    </span>
  );
}

function Backup() {
  const { data: backups } = useQuery({ ...api.backups.state.queryOptions(), refetchInterval: aMinute });
  const job = useJob(() => {
    message.success('已备份并核对');
    void refreshEverything();
  });
  const begin = () => void job.start(() => client.backups.backUpNow.mutate());
  useOffered(job.running ? [] : [{ name: '立即备份', words: 'ljbf bf', run: begin }]);
  if (!backups) return null;
  if (job.running) return '正在备份…';
  if (backups.failure)
    return (
      <Link to="/settings" search={{ tab: 'backup' }} className="red">
        备份失败
      </Link>
    );
  return backups.newest ? `上次备份 ${instantText(backups.newest.at)}` : '还没有备份';
}

export function StatusBar() {
  const { data: settings } = useQuery(api.settings.read.queryOptions());
  const { data: backups } = useQuery(api.backups.state.queryOptions());
  return (
    <footer className="status">
      <UndoRedo />
      <span className="office" title={settings?.office.unit}>
        {settings?.office.unit}
      </span>
      <span className="file" title={backups?.file}>
        {backups?.file}
      </span>
      <span>
        <Backup />
      </span>
      <Person />
    </footer>
  );
}
