// The boards' address, so that any screen can lead to them: <Link {...signboardsLink({ grids: '3,7' })}>.
import { z } from 'zod';
import { boardSizeName } from '../../../shared/signboards.ts';

export const signboardsSearch = z.object({
  size: boardSizeName.optional().catch(undefined),
  branch: z.coerce.number().int().positive().optional().catch(undefined),
  kind: z.enum(['urban', 'rural']).optional().catch(undefined),
  show: z.enum(['printable', 'held']).optional().catch(undefined),
  search: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  /** Only these grids: ids with commas between. */
  grids: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  /** The grid whose board is previewed. */
  open: z.coerce.number().int().positive().optional().catch(undefined),
});
export type SignboardsSearch = z.infer<typeof signboardsSearch>;

export const signboardsLink = (search: SignboardsSearch = {}) => ({ to: '/signboards', search }) as const;

/** The grids an address names; undefined: no restriction. */
export function gridsOf(search: SignboardsSearch): number[] | undefined {
  const ids = (search.grids ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);
  return ids.length > 0 ? ids : undefined;
}
