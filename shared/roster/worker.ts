// One worker as it crosses the wire: the form, the personnel acts, and all that the drawer shows.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { formSchema } from '../kit/formSchema.ts';
import { rowId } from '../kit/list.ts';
import {
  type ActionKind,
  departureKinds,
  firstDayPrecisions,
  type FirstDayPrecision,
  type PostingRole,
  postingRoles,
} from './words.ts';
import { paperFields } from './paperFields.ts';
import { workerFields, workerFormFields } from './workerFields.ts';
import type { WorkerGap } from './gaps.ts';
import type { WorkerRow } from './workers.ts';

/**
 * What the form holds. In a save a field left out stays as it is; null empties it. The ID number is as typed, never the masked
 * form; 15 digits are converted once confirmed. What was confirmed (the card was looked at, the mobile asked for again) is written
 * down with the row.
 */
const workerFormSchema = formSchema(workerFields, workerFormFields);
export type WorkerForm = z.infer<typeof workerFormSchema>;

/** What every personnel act may carry. */
const paper = formSchema(paperFields, ['reason', 'documentNumber', 'handledBy']).shape;

const start = {
  gridId: rowId,
  day: daySchema,
  /** 'month': only the month is known, and the day stands for it. */
  precision: z.enum(['day', 'month']).default('day'),
  role: z.enum(postingRoles).default('worker'),
  /** 兼任: beside the grid that the worker holds already. Without it a second grid is refused. */
  additional: z.boolean().default(false),
  ...paper,
} as const;

export const addWorkerSchema = z.object({ worker: workerFormSchema, posting: z.object(start).nullable() });
export const saveWorkerSchema = z.object({ id: rowId, worker: workerFormSchema.partial() });

/** To a vacant grid from a day, for who serves nowhere on it; or to a second grid, or in another role, beside what they do. */
export const assignSchema = z.object({ workerId: rowId, ...start });
/** To another, vacant grid: the present posting ends the day before. `postingId` says which, where the worker holds several. */
export const transferSchema = z.object({
  workerId: rowId,
  postingId: rowId.optional(),
  gridId: rowId,
  day: daySchema,
  ...paper,
});
/** `day` is the last one served, today, past or to come. */
export const leaveSchema = z.object({ workerId: rowId, kind: z.enum(departureKinds), day: daySchema, ...paper });
/** 结束兼任 or another role; `day` is the last one served in it. */
export const endPostingSchema = z.object({ postingId: rowId, day: daySchema, ...paper });
/** Two workers change places from a day. */
export const swapSchema = z.object({
  workerId: rowId,
  postingId: rowId.optional(),
  otherWorkerId: rowId,
  otherPostingId: rowId.optional(),
  day: daySchema,
  ...paper,
});
/** A posting's first day was unknown or written down wrongly; whatever the same act did moves with it. */
export const correctPostingSchema = z.object({
  postingId: rowId,
  firstDay: daySchema.nullable(),
  precision: z.enum(firstDayPrecisions),
});

export type PersonnelAction = {
  id: number;
  kind: ActionKind;
  day: string | null;
  reason: string | null;
  documentNumber: string | null;
  handledBy: string | null;
  note: string | null;
};

export type WorkerPosting = {
  id: number;
  gridId: number;
  gridName: string;
  gridCode: string | null;
  placeId: number;
  /** As the place was called on the posting's last day, or on the day asked for while it goes on. */
  placeName: string | null;
  branchName: string | null;
  role: PostingRole;
  /** 兼任. */
  additional: boolean;
  firstDay: string | null;
  firstDayPrecision: FirstDayPrecision;
  lastDay: string | null;
  /** It has a last day only because the grid is closed with it. */
  endsWithGrid: boolean;
  /** Covers the day asked for. */
  current: boolean;
  /** How long it lasted, until the day asked for while it goes on; null when its first day is unknown or still to come. */
  served: { days: number; years: number; months: number } | null;
  openedBy: PersonnelAction | null;
  closedBy: PersonnelAction | null;
};

export type WorkerDetail = WorkerRow & {
  idNumberConfirmed: boolean;
  mobileConfirmed: boolean;
  gaps: WorkerGap[];
  /** The first day of the first posting, where known; YYYY-MM where only its month is. */
  firstPosted: string | null;
  /** The latest first. */
  postings: WorkerPosting[];
  /** The latest first. */
  actions: PersonnelAction[];
};
