// The roster's closed sets, as the schema's CHECKs name them, each with its Chinese words: whatever shows, prints, refuses or
// writes down one of them takes the words from here.
import type { PlaceKind } from '../rules/areaCode.ts';
import type { Sex } from '../rules/idNumber.ts';

export const placeLevels = ['community', 'compound'] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const levelWords: Readonly<Record<PlaceLevel, string>> = { community: '社区（村居）', compound: '居民小区' };
/** Where one speaks of them rather than heads a list with them. */
export const levelShortWords: Readonly<Record<PlaceLevel, string>> = { community: '社区', compound: '小区' };

/** 城市 or 农村, of a community or a grid. */
export const placeKinds = ['urban', 'rural'] as const satisfies readonly PlaceKind[];
export const kindWords: Readonly<Record<PlaceKind, string>> = { urban: '城市', rural: '农村' };

export const developers = ['community', 'developer'] as const;
type DevelopedBy = (typeof developers)[number];
export const developedByWords: Readonly<Record<DevelopedBy, string>> = { community: '村居开发', developer: '开发商开发' };

export const sexes = ['male', 'female'] as const satisfies readonly Sex[];
export const sexWords: Readonly<Record<Sex, string>> = { male: '男', female: '女' };

/** How exactly a posting's first day is known. 'month': the day stands for its month. 'unknown': there is no day. */
export const firstDayPrecisions = ['day', 'month', 'unknown'] as const;
export type FirstDayPrecision = (typeof firstDayPrecisions)[number];
/** 2017-06-12, 2017-06 where only the month is known, 不详. */
export const firstDayText = (day: string | null, precision: FirstDayPrecision | null): string =>
  day === null ? '不详' : precision === 'month' ? day.slice(0, 7) : day;

/** In what capacity somebody serves in a grid. Only one 专职网格员 at a time; of the others there may be several. */
export const postingRoles = ['worker', 'leader', 'helper', 'liaison', 'police'] as const;
export type PostingRole = (typeof postingRoles)[number];
export const postingRoleWords: Readonly<Record<PostingRole, string>> = {
  worker: '专职网格员',
  leader: '网格长',
  helper: '协管员',
  liaison: '联络员',
  police: '社区民警',
};

/** 网格长 and the like by that word; of a 专职网格员 only whether it is beside another grid. */
export const capacityWords = ({ role, additional }: { role: PostingRole; additional: boolean }): string =>
  role === 'worker' ? (additional ? '兼任' : '') : postingRoleWords[role];

export type ActionKind = 'hire' | 'transfer' | 'dismissal' | 'resignation' | 'retirement';
export const actionWords: Readonly<Record<ActionKind, string>> = {
  hire: '录用',
  transfer: '调整',
  dismissal: '辞退',
  resignation: '离职',
  retirement: '退休',
};

export const departureKinds = ['dismissal', 'resignation', 'retirement'] as const satisfies readonly ActionKind[];

/**
 * A worker on a day. `onDuty`: a posting covers the day. `leaving`: so it does, and its last day is set and still ahead.
 * `left`: the last posting ended before the day, or the worker went without ever having one. `unassigned`: none had begun by then,
 * or the grid was closed and there is no other yet.
 */
export const workerStatuses = ['onDuty', 'leaving', 'left', 'unassigned'] as const;
export type WorkerStatus = (typeof workerStatuses)[number];
export const statusWords: Readonly<Record<WorkerStatus, string>> = {
  onDuty: '在岗',
  leaving: '待离岗',
  left: '已离岗',
  unassigned: '未上岗',
};

export const dictionaryNames = ['hiringSource', 'employer', 'education', 'politics', 'ethnicity'] as const;
export type DictionaryName = (typeof dictionaryNames)[number];
