// What a form says beside its fields where names, codes, kinds and places hold from a day to a day.
import { z } from 'zod';
import { daySchema } from '../day.ts';

/** Of a thing that is new: since when it is there; null or left out: since always. */
export const begunSchema = { firstDay: daySchema.nullable().optional() } as const;

/**
 * 'correction': it was a typing error. A day: the new name, code, kind, order, branch, community or place holds from that day on.
 * It may be left out only where none of those differs.
 */
const effectiveSchema = z.union([z.literal('correction'), daySchema]).optional();

/** What a form about something with a history says beside its fields. `asOf`: the day it was read on, today when left out. */
export const versionedSchema = { effective: effectiveSchema, asOf: daySchema.optional() } as const;
