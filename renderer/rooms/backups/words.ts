// Backups in words: their kinds and sizes, and what a check found.
import { type Backup, backupKinds, type OfficeFacts } from '../../../shared/backups.ts';

export function sizeText(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return bytes < 1_073_741_824 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${(bytes / 1_073_741_824).toFixed(2)} GB`;
}

export const kindText = ({ kind }: Pick<Backup, 'kind'>): string => (kind ? backupKinds[kind] : '其他文件');

export const isWhole = ({ check }: Backup): boolean => check !== null && 'facts' in check;

/** 完好，网格员 162 人，照片 160 张 */
export const contentText = ({ held }: OfficeFacts): string =>
  ['完好', ...held.map(({ word, count, measure }) => `${word} ${count} ${measure}`)].join('，');
