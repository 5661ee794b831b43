// The figures that must close, what doesn't, and the gaps in the data, as the home screen shows them.
import type { Settings } from '../settings.ts';
import type { WorkerGap } from './gaps.ts';

export type FigureName = 'communities' | 'compounds' | 'grids' | 'urbanGrids' | 'ruralGrids' | 'workers';

/** `difference` is actual − quota; null where no quota is stated. The quota of `grids` is urban + rural. */
export type Figure = { actual: number; quota: number | null; difference: number | null };

/** How many of what doesn't close, or is lacking, a line of the home screen names: as many as it holds at 1366 px. The rest is counted. */
export const mostNamed = 4;

type Named = { id: number; name: string };

/** A list's beginning and how many there are in all. */
export type Some<Row> = { count: number; first: Row[] };

export type VacantGrid = Named & {
  placeName: string | null;
  branchName: string | null;
  /** Null when nobody ever served there. */
  vacantSince: string | null;
  vacantDays: number | null;
};

export type Figures = {
  asOf: string;
  figures: Record<FigureName, Figure>;
  /** communities + compounds = grids; urban + rural = grids; grids = workers on duty. */
  equations: { placesAreGrids: boolean; kindsAreGrids: boolean; gridsAreWorkers: boolean };
  /** Everything that doesn't close, with the rows behind it; the office's order. */
  vacantGrids: Some<VacantGrid>;
  gridsWithoutKind: Some<Named>;
  communitiesWithoutBranch: Some<Named>;
  placesWithoutGrid: Some<Named & { level: 'community' | 'compound' }>;
  /** Places on which more than one grid stands: why places ≠ grids though none is without. */
  placesWithSeveralGrids: Some<Named & { level: 'community' | 'compound'; gridCount: number }>;
  workersWithoutGrid: Some<Named>;
  quota: Settings['quota'];
};

/** Of those who serve on the day. `names` are the first few. */
export type Gap = { gap: WorkerGap; count: number; names: string[] };
export type Gaps = { asOf: string; total: number; gaps: Gap[] };
