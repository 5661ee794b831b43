// The addresses of the roster's lists, so that a figure anywhere in the program can lead to the rows behind it:
// <Link {...workersLink({ gap: 'noMobile' })}>. A list's address carries its filters and the row that is open.
import { gridGaps, placeGaps, workerGaps } from '../../../shared/roster/gaps.ts';
import { developers, placeKinds } from '../../../shared/roster/words.ts';
import { day, flag, id, listAtoms, oneOf, searchOf, text } from '../../ui/linkAtoms.ts';

const kind = oneOf(placeKinds);

export const workersSearch = searchOf({
  /** 统计日期; left out for today. */
  asOf: day,
  branch: id,
  source: text,
  /** 'every' shows all; left out shows who is on duty. */
  status: oneOf(['leaving', 'left', 'unassigned', 'every']),
  kind,
  employer: text,
  education: text,
  politics: text,
  /** A gap in the data: noMobile, noPhoto, … as shared/roster names them. */
  gap: oneOf(workerGaps),
  /** A community (with its compounds) or a compound. */
  place: id,
  grid: id,
  ...listAtoms,
});
export type WorkersSearch = ReturnType<typeof workersSearch>;

export const gridsSearch = searchOf({
  /** 1: only vacant grids. */
  vacant: flag,
  branch: id,
  kind,
  gap: oneOf(gridGaps),
  place: id,
  ...listAtoms,
});
export type GridsSearch = ReturnType<typeof gridsSearch>;

export const placesSearch = searchOf({
  level: oneOf(['community', 'compound', 'branch']),
  branch: id,
  kind,
  developedBy: oneOf(developers),
  gap: oneOf(placeGaps),
  /** Compounds of one community. */
  parent: id,
  ...listAtoms,
});
export type PlacesSearch = ReturnType<typeof placesSearch>;

export const workersLink = (search: WorkersSearch = {}) => ({ to: '/workers', search }) as const;
export const gridsLink = (search: GridsSearch = {}) => ({ to: '/grids', search }) as const;
export const placesLink = (search: PlacesSearch = {}) => ({ to: '/places', search }) as const;
