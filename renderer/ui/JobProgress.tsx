// How far long work is, in counts and time left, with 取消. Goes into a foot or a rail.
import { Button, Progress } from 'antd';
import type { JobState } from '../../shared/jobs.ts';

/** Seconds still to go at the pace so far, in words; empty while the pace is unknown. */
function timeLeft({ done, total, startedAt }: JobState): string {
  const elapsed = Date.now() - startedAt;
  if (done === 0 || total === 0 || elapsed < 1500) return '';
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  if (seconds < 1) return '';
  return seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`;
}

export function JobProgress({ state, cancel }: { state: JobState | undefined; cancel: () => void }) {
  const percent = state && state.total > 0 ? Math.floor((state.done / state.total) * 100) : 0;
  return (
    <div className="job" role="status" aria-label="进度">
      <span>{state?.text ?? '正在准备'}</span>
      <Progress percent={percent} showInfo={false} size="small" aria-label={state?.text ?? '正在准备'} />
      <span className="grey">
        {state && state.total > 0 ? `${state.done} / ${state.total}` : ''} {state ? timeLeft(state) : ''}
      </span>
      <Button onClick={cancel}>取消</Button>
    </div>
  );
}
