// What stands beside the list of workers: one of them, a form on one of them, or the form for a new one.
import { client } from '../../../api.ts';
import { PhotoEditor } from '../../photos/PhotoEditor.tsx';
import { useConfirmRemoval } from '../../../ui/useConfirmRemoval.ts';
import type { RailScreen } from '../../../ui/useRailScreen.ts';
import { PostingCorrection } from './PostingCorrection.tsx';
import { WorkerAction } from './WorkerAction.tsx';
import { type WorkerAct, WorkerDetail } from './WorkerDetail.tsx';
import { WithWorker, WorkerAdd, WorkerEdit } from './WorkerForms.tsx';

export function WorkerRail(props: { rail: RailScreen<WorkerAct>; asOf: string; past: boolean }) {
  const { rail, asOf, past } = props;
  const { openId } = rail;
  const remove = useConfirmRemoval(
    '网格员',
    '只有没有任职记录的人可以删除。',
    (id: number) => client.roster.workers.remove.mutate({ id }),
    () => rail.open(undefined),
  );
  if (rail.adding) return <WorkerAdd onClose={() => rail.open(undefined)} onAdded={rail.open} />;
  if (openId === undefined) return null;
  const done = () => rail.setAct(null);
  if (rail.act !== null && !past)
    return (
      <WithWorker key={`${rail.act} ${openId}`} id={openId} asOf={asOf}>
        {(worker) => {
          if (rail.act === 'edit') return <WorkerEdit worker={worker} onClose={done} />;
          if (rail.act === 'posting') return <PostingCorrection worker={worker} onClose={done} />;
          if (rail.act === 'action') return <WorkerAction worker={worker} onClose={done} />;
          return <PhotoEditor workerId={openId} name={worker.name} photoHash={worker.photoHash} onDone={done} />;
        }}
      </WithWorker>
    );
  return (
    <WorkerDetail
      id={openId}
      asOf={asOf}
      past={past}
      onClose={() => rail.open(undefined)}
      onAct={rail.setAct}
      onRemove={remove}
    />
  );
}
