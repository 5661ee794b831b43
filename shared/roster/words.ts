// The roster's closed sets of words, as the schema's CHECKs name them.
import { z } from 'zod';

export const placeLevelSchema = z.enum(['community', 'compound']);
export type PlaceLevel = z.infer<typeof placeLevelSchema>;

/** 城市 or 农村, of a community or a grid. */
export const placeKindSchema = z.enum(['urban', 'rural']);

export const developedBySchema = z.enum(['community', 'developer']);
export type DevelopedBy = z.infer<typeof developedBySchema>;

export const sexSchema = z.enum(['male', 'female']);

/** How exactly a posting's first day is known. 'month': the day stands for its month. 'unknown': there is no day. */
export const firstDayPrecisionSchema = z.enum(['day', 'month', 'unknown']);
export type FirstDayPrecision = z.infer<typeof firstDayPrecisionSchema>;

/** In what capacity somebody serves in a grid. Only one 专职网格员 at a time; of the others there may be several. */
export const postingRoleSchema = z.enum(['worker', 'leader', 'helper', 'liaison', 'police']);
export type PostingRole = z.infer<typeof postingRoleSchema>;
export const postingRoleWords: Readonly<Record<PostingRole, string>> = {
  worker: '专职网格员',
  leader: '网格长',
  helper: '协管员',
  liaison: '联络员',
  police: '社区民警',
};

export const actionKindSchema = z.enum(['hire', 'transfer', 'dismissal', 'resignation', 'retirement']);
export type ActionKind = z.infer<typeof actionKindSchema>;

export const departureKindSchema = z.enum(['dismissal', 'resignation', 'retirement']);

/**
 * A worker on a day. `onDuty`: a posting covers the day. `leaving`: so it does, and its last day is set and still ahead.
 * `left`: the last posting ended before the day, or the worker went without ever having one. `unassigned`: none had begun by then,
 * or the grid was closed and there is no other yet.
 */
export const workerStatusSchema = z.enum(['onDuty', 'leaving', 'left', 'unassigned']);
export type WorkerStatus = z.infer<typeof workerStatusSchema>;

export const dictionarySchema = z.enum(['hiringSource', 'employer', 'education', 'politics', 'ethnicity']);
export type DictionaryName = z.infer<typeof dictionarySchema>;

export const sortDirectionSchema = z.enum(['ascending', 'descending']);
