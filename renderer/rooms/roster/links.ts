// The addresses of the roster's lists, so that a figure anywhere in the program can lead to the rows behind it:
// <Link {...workersLink({ gap: 'noMobile' })}>. A list's address carries its filters and the row that is open.
import { z } from 'zod';
import { gridGapSchema } from '../../../shared/roster/grids.ts';
import { placeGapSchema } from '../../../shared/roster/places.ts';
import { workerGapSchema } from '../../../shared/roster/workers.ts';
import { flag, id, listAtoms, text } from '../../ui/linkAtoms.ts';

const kind = z.enum(['urban', 'rural']).optional().catch(undefined);

export const workersSearch = z.object({
  /** 统计日期, YYYY-MM-DD; left out for today. */
  asOf: z.iso.date().optional().catch(undefined),
  branch: id,
  source: text,
  /** 'every' shows all; left out shows who is on duty. */
  status: z.enum(['leaving', 'left', 'unassigned', 'every']).optional().catch(undefined),
  kind,
  employer: text,
  education: text,
  politics: text,
  /** A gap in the data: noMobile, noPhoto, … as shared/roster names them. */
  gap: workerGapSchema.optional().catch(undefined),
  /** A community (with its compounds) or a compound. */
  place: id,
  grid: id,
  ...listAtoms,
});
export type WorkersSearch = z.infer<typeof workersSearch>;

export const gridsSearch = z.object({
  /** 1: only vacant grids. */
  vacant: flag,
  branch: id,
  kind,
  gap: gridGapSchema.optional().catch(undefined),
  place: id,
  ...listAtoms,
});
export type GridsSearch = z.infer<typeof gridsSearch>;

export const placesSearch = z.object({
  level: z.enum(['community', 'compound', 'branch']).optional().catch(undefined),
  branch: id,
  kind,
  developedBy: z.enum(['community', 'developer']).optional().catch(undefined),
  gap: placeGapSchema.optional().catch(undefined),
  /** Compounds of one community. */
  parent: id,
  ...listAtoms,
});
export type PlacesSearch = z.infer<typeof placesSearch>;

export const workersLink = (search: WorkersSearch = {}) => ({ to: '/workers', search }) as const;
export const gridsLink = (search: GridsSearch = {}) => ({ to: '/grids', search }) as const;
export const placesLink = (search: PlacesSearch = {}) => ({ to: '/places', search }) as const;
