// What can be missing or doubtful in the data of a worker, a grid and a place, each with a filter that finds it.

export const workerGaps = [
  'noMobile',
  'noPhoto',
  'photoToCrop',
  'noIdNumber',
  'idUnconfirmed',
  'noEducation',
  'noFirstDay',
] as const;
export type WorkerGap = (typeof workerGaps)[number];

export const gridGaps = ['noKind', 'noCode', 'noBranch'] as const;
export type GridGap = (typeof gridGaps)[number];

export const placeGaps = ['noBranch', 'noKind', 'noCode', 'noGrid', 'noDevelopedBy', 'noPropertyCompany'] as const;
export type PlaceGap = (typeof placeGaps)[number];
