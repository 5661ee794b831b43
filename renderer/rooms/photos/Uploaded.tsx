// What was uploaded, what stayed behind, and where to go now; gone once the upload was taken back.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchItem } from '../../../shared/photos.ts';
import { api } from '../../api.ts';
import { workersLink } from '../roster/links.ts';
import { signboardsLink } from '../signboards/links.ts';
import { countOf, verdicts } from './verdicts.ts';

export type Upload = { count: number; changeSetId: number | null };

/** The last upload on this screen, until another begins or it is undone. */
export function useUploaded(): [Upload | null, (upload: Upload | null) => void] {
  const [uploaded, setUploaded] = useState<Upload | null>(null);
  const { data: latest } = useQuery({ ...api.audit.latest.queryOptions(), enabled: uploaded !== null });
  if (uploaded && latest?.undo && latest.undo.undoes === uploaded.changeSetId) setUploaded(null);
  return [uploaded, setUploaded];
}

export const uploadedWords = ({ count }: Upload): string => `已上传 ${count} 张照片`;

/** 还有 5 张没有上传：没有对应的人 1 张、不能用 4 张; null where none stayed behind. */
export function stayedWords(items: readonly BatchItem[]): string | null {
  if (items.length === 0) return null;
  const parts = verdicts
    .map(({ verdict, label }) => ({ label: verdict === 'matched' ? '没有勾选的' : label, count: countOf(items, verdict) }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${count} 张`);
  return `还有 ${items.length} 张没有上传：${parts.join('、')}`;
}

export const WaysOn = () => (
  <>
    <Link {...signboardsLink({ show: 'printable' })}>打印指示牌</Link>
    <Link {...workersLink({ gap: 'noPhoto' })}>看缺照片的人</Link>
  </>
);
