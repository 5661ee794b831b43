// The columns of 网格.
import type { GridRow } from '../../../../shared/roster/grids.ts';
import { State } from '../../../ui/State.tsx';
import type { ListColumn } from '../../../ui/useColumns.ts';
import { firstDayText, kindWords } from '../../../../shared/roster/words.ts';
import { Face } from '../../../ui/Face.tsx';

/** 空缺 12 天; 从未上岗 where nobody ever served. */
export const vacancyText = (row: Pick<GridRow, 'workerId' | 'vacantDays'>): string => {
  if (row.workerId !== null) return '';
  return row.vacantDays === null ? '空缺，从未上岗' : `空缺 ${row.vacantDays} 天`;
};

const number = (value: number | null): string => (value === null ? '' : String(value));

export const gridColumns: readonly ListColumn<GridRow>[] = [
  { key: 'name', title: '网格', width: 160, sort: 'name', text: (row) => row.name },
  { key: 'code', title: '网格编码', width: 142, sort: 'code', text: (row) => row.code ?? '' },
  { key: 'kind', title: '类别', width: 64, sort: 'kind', text: (row) => (row.kind ? kindWords[row.kind] : '') },
  { key: 'branch', title: '社区总支', width: 92, sort: 'branch', text: (row) => row.branchShort ?? '' },
  { key: 'community', title: '所属社区', width: 107, sort: 'place', text: (row) => row.communityName ?? '' },
  {
    key: 'worker',
    title: '网格员',
    width: 136,
    sort: 'worker',
    text: (row) => row.workerName ?? vacancyText(row),
    render: (row) =>
      row.workerName === null ? (
        <State kind="bad">
          <span className="red">{vacancyText(row)}</span>
        </State>
      ) : (
        <span className="who">
          <Face hash={row.workerPhotoHash} name={row.workerName} />
          <span className="who-name">{row.workerName}</span>
        </span>
      ),
  },
  { key: 'mobile', title: '手机号码', width: 108, text: (row) => row.workerMobile ?? '' },
  {
    key: 'firstDay',
    title: '上岗日期',
    width: 104,
    text: (row) => (row.workerId === null ? '' : firstDayText(row.firstDay, row.firstDayPrecision)),
  },
  {
    key: 'households',
    title: '户数',
    width: 72,
    align: 'right',
    sort: 'householdCount',
    text: (row) => number(row.householdCount),
  },
  { key: 'population', title: '人口', width: 72, align: 'right', sort: 'population', text: (row) => number(row.population) },
  {
    key: 'vacant',
    title: '空缺天数',
    width: 92,
    align: 'right',
    optional: true,
    sort: 'vacantDays',
    text: (row) => number(row.vacantDays),
  },
  { key: 'compound', title: '居民小区', width: 130, optional: true, text: (row) => row.compoundName ?? '' },
  { key: 'boundary', title: '四至范围', width: 200, optional: true, text: (row) => row.boundary ?? '' },
  { key: 'note', title: '备注', width: 160, optional: true, text: (row) => row.note ?? '' },
];
