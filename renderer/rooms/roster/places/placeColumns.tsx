// The columns of 社区（村居）, 居民小区 and 社区总支.
import type { BranchRow, PlaceRow } from '../../../../shared/roster/places.ts';
import { State } from '../../../ui/State.tsx';
import type { ListColumn } from '../../../ui/useColumns.ts';
import { developedByWords, kindWords } from '../../../../shared/roster/words.ts';

const number = (value: number | null): string => (value === null ? '' : String(value));

/** `sorted`: the server can sort by it. */
const vacancies = <Row extends { vacantCount: number }>(sorted: boolean): ListColumn<Row> => ({
  key: 'vacant',
  title: '空缺',
  width: 92,
  ...(sorted ? { sort: 'vacantCount' } : {}),
  text: (row) => (row.vacantCount === 0 ? '' : `${row.vacantCount} 个`),
  render: (row) => (row.vacantCount === 0 ? null : <State kind="bad">{row.vacantCount} 个</State>),
});

const gridsAndWorkers = <Row extends { gridCount: number; workerCount: number }>(sorted: boolean): ListColumn<Row>[] => [
  {
    key: 'grids',
    title: '网格数',
    width: 78,
    align: 'right',
    ...(sorted ? { sort: 'gridCount' } : {}),
    text: (row) => String(row.gridCount),
  },
  {
    key: 'workers',
    title: '网格员数',
    width: 92,
    align: 'right',
    ...(sorted ? { sort: 'workerCount' } : {}),
    text: (row) => String(row.workerCount),
  },
];

const people: readonly ListColumn<PlaceRow>[] = [
  {
    key: 'households',
    title: '户数',
    width: 72,
    align: 'right',
    sort: 'householdCount',
    text: (row) => number(row.householdCount),
  },
  { key: 'population', title: '人口', width: 72, align: 'right', sort: 'population', text: (row) => number(row.population) },
];
const formerNames: ListColumn<PlaceRow> = {
  key: 'formerNames',
  title: '曾用名',
  width: 140,
  text: (row) => row.formerNames.join('、'),
};
const note: ListColumn<PlaceRow> = { key: 'note', title: '备注', width: 160, optional: true, text: (row) => row.note ?? '' };

export const communityColumns: readonly ListColumn<PlaceRow>[] = [
  { key: 'name', title: '社区（村居）', width: 140, sort: 'name', text: (row) => row.name },
  { key: 'code', title: '区划代码', width: 122, sort: 'code', text: (row) => row.code ?? '' },
  { key: 'branch', title: '社区总支', width: 92, sort: 'branch', text: (row) => row.branchShort ?? '' },
  { key: 'kind', title: '类别', width: 64, sort: 'kind', text: (row) => (row.kind ? kindWords[row.kind] : '') },
  {
    key: 'compounds',
    title: '小区数',
    width: 78,
    align: 'right',
    sort: 'compoundCount',
    text: (row) => String(row.compoundCount),
  },
  ...gridsAndWorkers<PlaceRow>(true),
  vacancies<PlaceRow>(true),
  formerNames,
  { key: 'secretary', title: '书记', width: 84, text: (row) => row.secretary ?? '' },
  { key: 'phone', title: '联系电话', width: 118, text: (row) => row.phone ?? '' },
  ...people,
  { key: 'office', title: '网格化办公室地址', width: 200, optional: true, text: (row) => row.officeAddress ?? '' },
  note,
];

export const compoundColumns: readonly ListColumn<PlaceRow>[] = [
  { key: 'name', title: '居民小区', width: 140, sort: 'name', text: (row) => row.name },
  { key: 'community', title: '所属社区', width: 122, sort: 'community', text: (row) => row.communityName ?? '' },
  { key: 'branch', title: '社区总支', width: 92, sort: 'branch', text: (row) => row.branchShort ?? '' },
  {
    key: 'developedBy',
    title: '开发类型',
    width: 98,
    text: (row) => (row.developedBy ? developedByWords[row.developedBy] : ''),
  },
  { key: 'property', title: '物业公司', width: 150, text: (row) => row.propertyCompanyName ?? '' },
  ...gridsAndWorkers<PlaceRow>(true),
  vacancies<PlaceRow>(true),
  { key: 'buildings', title: '楼栋数', width: 72, align: 'right', text: (row) => number(row.buildingCount) },
  ...people,
  { key: 'address', title: '详细地址', width: 180, text: (row) => row.address ?? '' },
  { ...formerNames, optional: true },
  { key: 'developer', title: '开发商', width: 140, optional: true, text: (row) => row.developer ?? '' },
  note,
];

export const branchColumns: readonly ListColumn<BranchRow>[] = [
  { key: 'name', title: '社区总支', width: 180, text: (row) => row.name },
  { key: 'short', title: '简称', width: 100, text: (row) => row.short },
  { key: 'communities', title: '社区（村居）数', width: 118, align: 'right', text: (row) => String(row.communityCount) },
  { key: 'compounds', title: '小区数', width: 78, align: 'right', text: (row) => String(row.compoundCount) },
  ...gridsAndWorkers<BranchRow>(false),
  vacancies<BranchRow>(false),
  { key: 'hotline', title: '监督电话', width: 130, text: (row) => row.hotline ?? '' },
  { key: 'note', title: '备注', width: 180, text: (row) => row.note ?? '' },
];
