// What the roster's lists say in a cell where that is more than the field's own words: on the screen, copied, exported and printed.
import type { BranchRow, PlaceRow } from './places.ts';
import type { GridRow } from './grids.ts';
import { firstDayText } from './words.ts';
import type { WorkerRow } from './workers.ts';

/** 空缺 12 天; 从未上岗 where nobody ever served. */
export const vacancyText = (row: Pick<GridRow, 'workerId' | 'vacantDays'>): string => {
  if (row.workerId !== null) return '';
  return row.vacantDays === null ? '空缺，从未上岗' : `空缺 ${row.vacantDays} 天`;
};

export const workerTexts = {
  firstDay: (row: WorkerRow): string => (row.gridId === null ? '' : firstDayText(row.firstDay, row.firstDayPrecision)),
};

export const gridTexts = {
  worker: (row: GridRow): string => row.workerName ?? vacancyText(row),
  firstDay: (row: GridRow): string => (row.workerId === null ? '' : firstDayText(row.firstDay, row.firstDayPrecision)),
};

/** Nothing where nothing is vacant. */
export const placeTexts = {
  vacant: (row: PlaceRow | BranchRow): string => (row.vacantCount === 0 ? '' : `${row.vacantCount} 个`),
};
