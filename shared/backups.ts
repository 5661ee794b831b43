// What crosses the wire about backups and restoring.
import { z } from 'zod';

/** Why a backup was taken, with the word its file name starts with. */
export const backupKinds = { manual: '手动', daily: '每日', upgrade: '升级前', import: '导入前' } as const;
export type BackupKind = keyof typeof backupKinds;

/** What an office file that was checked through holds. */
export type OfficeFacts = {
  bytes: number;
  /** The schema it was saved with. */
  version: number;
  /** The audit's high-water mark. */
  lastAuditLine: number;
  /** When somebody last changed something, UTC; null in an empty office. */
  lastActAt: string | null;
  unit: string | null;
  /** How many there are of what the office counts: 网格员 162 人. */
  held: { word: string; count: number; measure: string }[];
};

export type Backup = {
  name: string;
  /** null: a file that somebody named by hand. */
  kind: BackupKind | null;
  /** UTC. */
  at: string;
  bytes: number;
  /** The last check of just these bytes; null when it was never checked on this computer. */
  check: { at: string; facts: OfficeFacts } | { at: string; fault: string } | null;
};

/** Where offices lie that are neither the present one nor a backup: as their folders are called. */
export const setAsidePlaces = { aside: '换下的数据', received: '待恢复' } as const;

/** One of them. */
export const setAsideFileSchema = z.object({ place: z.enum(['aside', 'received']), name: z.string().min(1).max(255) });
export type SetAsideFile = z.infer<typeof setAsideFileSchema>;

/** `at`: when it was set aside or handed over, UTC. `bytes` with what lies beside it. */
export type SetAside = SetAsideFile & { at: string; bytes: number };

/** What to restore from: a file of the backup folder, or one the person handed over. */
export const restoreSourceSchema = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('folder'),
    name: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^\\/\0]+$/),
  }),
  z.object({ from: z.literal('received'), id: z.uuid() }),
]);
export type RestoreSource = z.infer<typeof restoreSourceSchema>;
