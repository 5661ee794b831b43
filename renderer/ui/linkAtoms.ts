// What the addresses of lists are made of. Whatever an address says wrongly counts as not said.
import { z } from 'zod';

/** Words, and numbers that are meant as words. */
export const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
export const id = z.coerce.number().int().positive().optional().catch(undefined);
export const flag = z.literal(1).optional().catch(undefined);

/** What every list's address may carry: the search, the order, the row that is open, and 1 for the form of a new one. */
export const listAtoms = { search: text, sort: text, descending: flag, open: id, add: flag };
