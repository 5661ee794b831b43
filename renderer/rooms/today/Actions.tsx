// 人员变动: who came, moved and left in the last thirty days, and who will in the next thirty.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { type ActionKind, actionWords } from '../../../shared/roster/words.ts';
import { api } from '../../api.ts';
import { workersLink } from '../roster/links.ts';
import { Section } from './Section.tsx';

/** What begins or ends beside a posting that goes on is 兼任. */
function kindOf(kind: ActionKind, fromGrid: string | null, toGrid: string | null): string {
  if (kind !== 'transfer' || (fromGrid === null) === (toGrid === null)) return actionWords[kind];
  return fromGrid === null ? '兼任' : '结束兼任';
}

/** A grid usually bears its place's name; two of them stand in one line without the word they share. */
const placeOf = (grid: string): string => grid.replace(/(?<=..)网格$/, '');

const where = (fromGrid: string | null, toGrid: string | null): string => {
  if (fromGrid !== null && toGrid !== null) return `${placeOf(fromGrid)} → ${placeOf(toGrid)}`;
  return toGrid ?? fromGrid ?? '还没有网格';
};

export function Actions({ day }: { day: string | undefined }) {
  const { data } = useQuery(api.today.actions.queryOptions());
  const dated = (at: string): string => (at === day ? '今天' : dayjs(at).format('M月D日'));
  return (
    <Section title="人员变动" count={data && data.count > 0 ? `${data.count} 件` : undefined} note="前后 30 天">
      {data?.first.map(({ id, kind, day: at, workerId, workerName, fromGrid, toGrid }) => (
        <div key={id} className="today-row today-action">
          <Link {...workersLink({ status: 'every', open: workerId })}>{workerName}</Link>
          <span>{kindOf(kind, fromGrid, toGrid)}</span>
          <span className="today-names" title={where(fromGrid, toGrid)}>
            {where(fromGrid, toGrid)}
          </span>
          <span className="num">{dated(at)}</span>
        </div>
      ))}
      {data?.count === 0 ? <div className="today-row grey">没有人员变动</div> : null}
    </Section>
  );
}
