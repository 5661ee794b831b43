// 最近操作: the last things done to the ledger, each with whether it still stands.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { api } from '../../api.ts';
import { wordsOf } from '../../ui/useTakeBack.tsx';
import { Section } from './Section.tsx';

export function Acts() {
  const { data: acts } = useQuery(api.audit.list.queryOptions({ limit: 5 }));
  return (
    <Section
      title="最近操作"
      all={
        <Link to="/settings" search={{ tab: 'audit' }}>
          操作记录
        </Link>
      }
    >
      {acts?.rows.map(({ id, at, actor, kind, summary, undone }) => (
        <div key={id} className="today-row today-act">
          <span className="grey">{dayjs(at).format('M月D日 HH:mm')}</span>
          <span className="today-names" title={wordsOf({ kind, summary })}>
            {wordsOf({ kind, summary })}
          </span>
          <span className="grey">{undone ? (kind === 'undo' ? '已重做' : '已撤销') : ''}</span>
          <span className="grey num today-names">{actor}</span>
        </div>
      ))}
    </Section>
  );
}
