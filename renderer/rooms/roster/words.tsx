// The roster's words as its screens show them: states with their dot, gaps in the data.
import type { GridGap, PlaceGap, WorkerGap } from '../../../shared/roster/gaps.ts';
import { statusWords, type WorkerStatus } from '../../../shared/roster/words.ts';
import { State, type StateKind } from '../../ui/State.tsx';

const statusKinds: Readonly<Record<WorkerStatus, StateKind>> = { onDuty: 'ok', leaving: 'warn', left: 'off', unassigned: 'bad' };
export const Status = ({ of }: { of: WorkerStatus }) => <State kind={statusKinds[of]}>{statusWords[of]}</State>;

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
