// The ledger's rows that a text finds: people, places, grids.
import type { HitGroup } from './destinations.ts';

export const useLedgerHits = (_text: string): { groups: HitGroup[]; asking: boolean } => ({ groups: [], asking: false });
