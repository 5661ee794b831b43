// What stands beside the list of workers: one of them, a form on one of them, or the form for a new one.
import type { Act } from '../../../ui/act.ts';
import type { Rail } from '../../../ui/list/useRail.ts';
import { PhotoEditor } from '../../photos/PhotoEditor.tsx';
import { PostingCorrection } from './PostingCorrection.tsx';
import type { Worker, WorkerForm } from './useWorkerActs.ts';
import { WorkerAction } from './WorkerAction.tsx';
import { WorkerDetail } from './WorkerDetail.tsx';
import { WithWorker, WorkerAdd, WorkerEdit } from './WorkerForms.tsx';

export function WorkerRail(props: { rail: Rail<WorkerForm>; asOf: string; acts: readonly Act<Worker>[] }) {
  const { rail, asOf, acts } = props;
  const { openId: id, adding, form, open, close, endForm } = rail;
  if (adding) return <WorkerAdd onClose={close} onAdded={open} />;
  if (id === undefined) return null;
  if (form === null) return <WorkerDetail id={id} asOf={asOf} acts={acts} onClose={close} />;
  return (
    <WithWorker key={`${form} ${id}`} id={id} asOf={asOf}>
      {(worker) => {
        if (form === 'edit') return <WorkerEdit worker={worker} onClose={endForm} />;
        if (form === 'posting') return <PostingCorrection worker={worker} onClose={endForm} />;
        if (form === 'action') return <WorkerAction worker={worker} onClose={endForm} />;
        return <PhotoEditor workerId={id} name={worker.name} photoHash={worker.photoHash} onDone={endForm} />;
      }}
    </WithWorker>
  );
}
