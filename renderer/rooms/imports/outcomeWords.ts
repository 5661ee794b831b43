// What the preview calls its tabs: what becomes of a row.
import type { PreviewTab } from '../../../shared/imports/preview.ts';

export const tabWords: Record<PreviewTab, string> = {
  new: '新增',
  changed: '变更',
  same: '相同',
  held: '待确认',
  refused: '有错',
  gone: '文件中没有',
};
