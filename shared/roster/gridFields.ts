// The fields of a 网格, and of who serves there on the day that is asked for. Each is described here and nowhere else.
import { describe } from '../kit/fields.ts';
import { limits } from '../kit/limits.ts';
import { codeDigits } from '../rules/areaCode.ts';
import { groundBounds } from '../rules/count.ts';
import { residents } from './placeFields.ts';
import { kindWords } from './words.ts';

export const gridFields = describe({
  name: { kind: 'text', most: limits.name, title: '网格名称', short: '网格', known: true, width: 152, sorts: true, dated: true },
  code: { kind: 'code', digits: codeDigits.grid, title: '网格编码', width: 142, sorts: true, dated: true },
  kind: { kind: 'choice', words: kindWords, title: '类别', width: 64, sorts: true, dated: true },
  place: {
    kind: 'reference',
    of: 'place',
    title: '所在社区或小区',
    short: '所在地',
    at: 'placeName',
    idAt: 'placeId',
    required: '请选择网格所在的社区或小区',
    width: 140,
    optional: true,
    sorts: true,
    dated: true,
  },
  branch: {
    kind: 'reference',
    of: 'branch',
    title: '社区总支',
    at: 'branchName',
    idAt: 'branchId',
    shortAt: 'branchShort',
    width: 92,
    sorts: true,
  },
  community: {
    kind: 'reference',
    of: 'community',
    title: '所属社区',
    at: 'communityName',
    idAt: 'communityId',
    width: 107,
    sorts: true,
  },
  compound: { kind: 'text', title: '居民小区', at: 'compoundName', width: 130, optional: true },
  worker: {
    kind: 'reference',
    of: 'worker',
    title: '网格员',
    at: 'workerName',
    idAt: 'workerId',
    width: 144,
    sorts: true,
  },
  mobile: { kind: 'phone', of: 'any', title: '手机号码', at: 'workerMobile', width: 108 },
  firstDay: { kind: 'day', precisionAt: 'firstDayPrecision', title: '上岗日期', width: 104 },
  ...residents,
  vacant: {
    kind: 'count',
    bounds: groundBounds,
    title: '空缺天数',
    at: 'vacantDays',
    width: 92,
    optional: true,
    sorts: true,
  },
  boundary: { kind: 'note', most: limits.passage, title: '四至范围', width: 200, optional: true },
  serviceArea: { kind: 'note', most: limits.passage, title: '服务范围', width: 200, optional: true },
  extraDuty: { kind: 'note', most: limits.passage, title: '本格职责', width: 200, optional: true },
  note: { kind: 'note', title: '备注', width: 160, optional: true },
});

export type GridField = keyof typeof gridFields;

/** In the order of the list's columns. */
export const gridColumns = [
  'name',
  'code',
  'kind',
  'branch',
  'community',
  'worker',
  'mobile',
  'firstDay',
  'households',
  'population',
  'vacant',
  'compound',
  'place',
  'boundary',
  'serviceArea',
  'extraDuty',
  'note',
] as const satisfies readonly GridField[];

/** What a form asks for. */
export const gridFormFields = [
  'place',
  'code',
  'name',
  'kind',
  'boundary',
  'serviceArea',
  'extraDuty',
  'households',
  'population',
  'note',
] as const satisfies readonly (keyof typeof gridFields)[];
