// How the columns of 社区（村居）, 居民小区 and 社区总支 look, where that is more than their words.
import {
  branchColumns as ofBranches,
  branchFields,
  communityColumns as ofCommunities,
  communityFields,
  compoundColumns as ofCompounds,
  compoundFields,
} from '../../../../shared/roster/placeFields.ts';
import type { BranchRow, PlaceRow } from '../../../../shared/roster/places.ts';
import { placeTexts } from '../../../../shared/roster/listTexts.ts';
import { columnsOf } from '../../../ui/listColumns.ts';
import { State } from '../../../ui/State.tsx';

/** Nothing where nothing is vacant. */
const vacant = {
  text: placeTexts.vacant,
  render: (row: { vacantCount: number }) => (row.vacantCount === 0 ? null : <State kind="bad">{row.vacantCount} 个</State>),
};

export const communityColumns = columnsOf<PlaceRow, typeof communityFields, (typeof ofCommunities)[number]>(
  communityFields,
  ofCommunities,
  { vacant },
);
export const compoundColumns = columnsOf<PlaceRow, typeof compoundFields, (typeof ofCompounds)[number]>(
  compoundFields,
  ofCompounds,
  { vacant },
);
export const branchColumns = columnsOf<BranchRow, typeof branchFields, (typeof ofBranches)[number]>(branchFields, ofBranches, {
  vacant,
});
