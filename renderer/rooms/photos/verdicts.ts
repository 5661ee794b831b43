// The five ends a file of a batch can come to, in the order the person deals with them.
import type { BatchItem, BatchVerdict } from '../../../shared/photos.ts';

export const verdicts: readonly { verdict: BatchVerdict; label: string; wrong: boolean; empty: string }[] = [
  { verdict: 'matched', label: '已对应', wrong: false, empty: '没有对应到人的照片' },
  { verdict: 'nobody', label: '没有对应的人', wrong: true, empty: '每张照片都找到了人' },
  { verdict: 'ambiguous', label: '分不清是谁', wrong: true, empty: '没有分不清的照片' },
  { verdict: 'duplicate', label: '一人多张', wrong: true, empty: '没有一个人多张照片的' },
  { verdict: 'broken', label: '不能用', wrong: true, empty: '没有坏的照片' },
];

/** What goes in when the batch is uploaded. */
export const tickedOf = (items: readonly BatchItem[]): { itemId: number; workerId: number }[] =>
  items.flatMap(({ id, worker, ticked }) => (ticked && worker ? [{ itemId: id, workerId: worker.id }] : []));

export const countOf = (items: readonly BatchItem[], verdict: BatchVerdict): number =>
  items.filter((item) => item.verdict === verdict).length;
