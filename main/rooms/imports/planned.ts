// What a row of the file stands on: places, grids and branches that the office has, or that the import would create. What it would
// create is one object, however many rows name it.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { FoundBranch } from '../roster/branches.ts';
import type { FoundGrid, FoundPlace } from '../roster/find.ts';

export type GroundIssue = { field: ImportField; value: string; reason: string };
export const isGroundIssue = (ground: object | GroundIssue): ground is GroundIssue => 'reason' in ground;

export type PlannedBranch = { planned: 'branch'; name: string };
export type PlannedCommunity = { planned: 'community'; name: string; code: string | null };
export type PlannedCompound = { planned: 'compound'; name: string; community: FoundPlace | PlannedCommunity };
export type PlannedGrid = { planned: 'grid'; place: AnyPlace; code: string | null; name: string | null };
export type AnyBranch = FoundBranch | PlannedBranch;
export type AnyPlace = FoundPlace | PlannedCommunity | PlannedCompound;
export type AnyGrid = FoundGrid | PlannedGrid;

export const isPlanned = <Planned extends { planned: string }>(thing: object | Planned): thing is Planned => 'planned' in thing;

/** One key for a place, known or planned. */
export const placeKey = (place: AnyPlace): string =>
  !isPlanned<PlannedCommunity | PlannedCompound>(place)
    ? `place ${place.placeId}`
    : place.planned === 'community'
      ? `planned ${plainPlaceName(place.name)}`
      : `${placeKey(place.community)} / ${plainPlaceName(place.name)}`;

/** One key for a grid, known or planned. */
export const gridKey = (grid: AnyGrid): string =>
  isPlanned<PlannedGrid>(grid)
    ? `planned ${grid.code ?? `${placeKey(grid.place)} / ${plainPlaceName(grid.name ?? '')}`}`
    : `grid ${grid.gridId}`;

/** The grid in words: its place, and its own name where that says more. */
export const gridWords = (grid: AnyGrid): string =>
  isPlanned<PlannedGrid>(grid) ? (grid.name ?? `${grid.place.name}网格`) : grid.name;

/** The place of a planned grid or compound that is there already: what is new can't be there before it. */
export const standsOn = (place: AnyPlace): FoundPlace | null =>
  !isPlanned<PlannedCommunity | PlannedCompound>(place) ? place : place.planned === 'compound' ? standsOn(place.community) : null;
