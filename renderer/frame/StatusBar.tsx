// The status bar: the person's last act; the office, its file, its last backup; who is at the keyboard, with 换人.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api.ts';
import { instantText } from '../rooms/backups/words.ts';
import { WhoDialog } from '../rooms/people/WhoDialog.tsx';
import { UndoRedo } from './UndoRedo.tsx';

/** The daily backup comes without anyone's doing. */
const aMinute = 60_000;

function Person() {
  const { data: me } = useQuery(api.people.me.queryOptions());
  const [asking, setAsking] = useState(false);
  if (!me?.person) return null;
  const { name } = me.person;
  return (
    <span className="person">
      <span className="person-name" title={name}>
        {name}
      </span>
      <button type="button" className="link" title="换一个人操作" onClick={() => setAsking(true)}>
        换人
      </button>
      {asking ? <WhoDialog present={name} onClose={() => setAsking(false)} /> : null}
    </span>
  );
}

export function StatusBar() {
  const { data: settings } = useQuery(api.settings.read.queryOptions());
  const { data: backups } = useQuery({ ...api.backups.state.queryOptions(), refetchInterval: aMinute });
  return (
    <footer className="status">
      <UndoRedo />
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
      <Person />
    </footer>
  );
}
