// What was uploaded, what stayed behind, and where to go now; or that it was taken back, for the photos are then no longer at hand.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchItem } from '../../../shared/photos.ts';
import { api } from '../../api.ts';
import { workersLink } from '../roster/links.ts';
import { signboardsLink } from '../signboards/links.ts';
import { countOf, verdicts } from './verdicts.ts';

export type Upload = { count: number; changeSetId: number | null; undone: boolean };

/** The last upload on this screen, until another begins; undone, and done again, as the person's own last acts say. */
export function useUploaded(): [Upload | null, (upload: Omit<Upload, 'undone'> | null) => void] {
  const [uploaded, setUploaded] = useState<Upload | null>(null);
  const { data: latest } = useQuery({ ...api.audit.latest.queryOptions(), enabled: uploaded !== null });
  if (uploaded && latest) {
    const { act, undo } = latest;
    const { changeSetId } = uploaded;
    if (!uploaded.undone && undo?.undoes === changeSetId) setUploaded({ ...uploaded, undone: true, changeSetId: undo.id });
    if (uploaded.undone && act?.undoes === changeSetId) setUploaded({ ...uploaded, undone: false, changeSetId: act.id });
  }
  return [uploaded, (upload) => setUploaded(upload && { ...upload, undone: false })];
}

export const uploadedWords = ({ count, undone }: Upload): string =>
  undone ? `${count} 张照片的上传已撤销` : `已上传 ${count} 张照片`;

/** What became of the last upload, and what to do now. */
export const UploadedNote = ({ uploaded, items }: { uploaded: Upload; items: readonly BatchItem[] }) => (
  <div className="photos-done" role="status">
    {items.length > 0 ? <b>{uploadedWords(uploaded)}</b> : null}
    {uploaded.undone ? <span>这些照片已不在清单里，要再上传请重新选择，或点“重做”</span> : null}
    {items.length > 0 ? <span>{stayedWords(items)}</span> : null}
    {uploaded.undone ? null : <WaysOn />}
  </div>
);

/** 还有 5 张没有上传：没有对应的人 1 张、不能用 4 张. */
function stayedWords(items: readonly BatchItem[]): string {
  const parts = verdicts
    .map(({ verdict, label }) => ({ label: verdict === 'matched' ? '没有勾选的' : label, count: countOf(items, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${count} 张`);
  return `还有 ${items.length} 张没有上传：${parts.join('、')}`;
}

const WaysOn = () => (
  <>
    <Link {...signboardsLink({ show: 'printable' })}>打印指示牌</Link>
    <Link {...workersLink({ gap: 'noPhoto' })}>看缺照片的人</Link>
  </>
);
