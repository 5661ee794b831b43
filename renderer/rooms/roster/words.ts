// The roster's words as its screens show them.
import type { PlaceKind } from '../../../shared/rules/areaCode.ts';
import type { Sex } from '../../../shared/rules/idNumber.ts';
import type { GridGap } from '../../../shared/roster/grids.ts';
import type { PlaceGap } from '../../../shared/roster/places.ts';
import type { WorkerGap } from '../../../shared/roster/workers.ts';
import {
  type ActionKind,
  type DevelopedBy,
  type FirstDayPrecision,
  type PostingRole,
  postingRoleWords,
  type WorkerStatus,
} from '../../../shared/roster/words.ts';
import type { StateKind } from '../../ui/State.tsx';

export const statusWords: Readonly<Record<WorkerStatus, { kind: StateKind; text: string }>> = {
  onDuty: { kind: 'ok', text: '在岗' },
  leaving: { kind: 'warn', text: '待离岗' },
  left: { kind: 'off', text: '已离岗' },
  unassigned: { kind: 'bad', text: '未上岗' },
};
export const actionWords: Readonly<Record<ActionKind, string>> = {
  hire: '录用',
  transfer: '调整',
  dismissal: '辞退',
  resignation: '离职',
  retirement: '退休',
};
export const kindWords: Readonly<Record<PlaceKind, string>> = { urban: '城市', rural: '农村' };
export const sexWords: Readonly<Record<Sex, string>> = { male: '男', female: '女' };
export const developedByWords: Readonly<Record<DevelopedBy, string>> = { community: '村居开发', developer: '开发商开发' };
export const gapWords: Readonly<Record<WorkerGap, string>> = {
  noMobile: '缺手机号码',
  noPhoto: '缺照片',
  photoToCrop: '照片待裁剪',
  noIdNumber: '缺身份证号',
  idUnconfirmed: '身份证号待核对',
  noEducation: '缺文化程度',
  noFirstDay: '缺上岗日期',
};

export const gridGapWords: Readonly<Record<GridGap, string>> = {
  noKind: '缺类别',
  noCode: '缺网格编码',
  noBranch: '缺社区总支',
};
export const placeGapWords: Readonly<Record<PlaceGap, string>> = {
  noBranch: '缺社区总支',
  noKind: '缺类别',
  noCode: '缺区划代码',
  noGrid: '没有网格',
  noDevelopedBy: '缺开发类型',
  noPropertyCompany: '缺物业公司',
};

export const choicesOf = <Key extends string>(words: Readonly<Record<Key, string>>): { value: Key; label: string }[] =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }));

/** 2017-06-12, 2017-06 where only the month is known, 不详. */
export const firstDayText = (day: string | null, precision: FirstDayPrecision | null): string =>
  day === null ? '不详' : precision === 'month' ? day.slice(0, 7) : day;

/** 网格长 and the like by that word; of a 专职网格员 only whether it is beside another grid. */
export const capacityWords = ({ role, additional }: { role: PostingRole; additional: boolean }): string =>
  role === 'worker' ? (additional ? '兼任' : '') : postingRoleWords[role];

/** What stands where nothing is known. */
export const lacking = '待补';
