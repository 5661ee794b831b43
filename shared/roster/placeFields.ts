// The fields of a community and of a residential compound. Each is described here and nowhere else; what both have stands once.
import { describe } from '../kit/fields.ts';
import { limits } from '../kit/limits.ts';
import { codeDigits } from '../rules/areaCode.ts';
import { groundBounds } from '../rules/count.ts';
import { developedByWords, kindWords } from './words.ts';

const name = { kind: 'text', most: limits.name, required: '请填写名称', width: 140, sorts: true, dated: true } as const;
const branch = {
  kind: 'reference',
  of: 'branch',
  at: 'branchName',
  idAt: 'branchId',
  shortAt: 'branchShort',
  short: '社区总支',
  width: 92,
  sorts: true,
  dated: true,
} as const;

/** Of the ground that anything stands on: a place, a grid. */
export const residents = describe({
  households: {
    kind: 'count',
    bounds: groundBounds,
    unit: '户',
    title: '户数',
    at: 'householdCount',
    width: 72,
    sorts: true,
    total: true,
  },
  population: { kind: 'count', bounds: groundBounds, unit: '人', title: '人口', width: 72, sorts: true, total: true },
});

const both = describe({
  formerNames: { kind: 'names', known: true, title: '曾用名', width: 140 },
  officeAddress: { kind: 'text', title: '网格化办公室地址', short: '办公室地址', left: true, width: 200, optional: true },
  ...residents,
  grids: {
    kind: 'count',
    known: true,
    bounds: groundBounds,
    title: '网格数',
    at: 'gridCount',
    width: 78,
    sorts: true,
    total: true,
  },
  workers: {
    kind: 'count',
    known: true,
    bounds: groundBounds,
    title: '网格员数',
    at: 'workerCount',
    width: 92,
    sorts: true,
    total: true,
  },
  vacant: {
    kind: 'count',
    known: true,
    bounds: groundBounds,
    title: '空缺',
    at: 'vacantCount',
    width: 92,
    sorts: true,
    total: true,
  },
  note: { kind: 'note', title: '备注', width: 160, optional: true },
});

export const communityFields = describe({
  ...both,
  name: { ...name, title: '名称', short: '社区（村居）' },
  code: {
    kind: 'code',
    digits: codeDigits.community,
    title: '统计用区划代码',
    short: '区划代码',
    width: 122,
    sorts: true,
    dated: true,
  },
  branch: { ...branch, title: '社区总支' },
  kind: { kind: 'choice', words: kindWords, title: '类别', width: 64, sorts: true, dated: true },
  secretary: { kind: 'text', title: '书记', width: 84 },
  phone: { kind: 'phone', of: 'any', title: '联系电话', width: 118 },
  compounds: {
    kind: 'count',
    known: true,
    bounds: groundBounds,
    title: '小区数',
    at: 'compoundCount',
    width: 78,
    sorts: true,
    total: true,
  },
});

export const compoundFields = describe({
  ...both,
  name: { ...name, title: '小区名称', short: '居民小区' },
  community: {
    kind: 'reference',
    of: 'community',
    title: '所属社区',
    at: 'communityName',
    idAt: 'communityId',
    required: '请选择小区所属的社区（村居）',
    width: 122,
    sorts: true,
    dated: true,
  },
  branch: { ...branch, title: '所属总支' },
  developedBy: { kind: 'choice', words: developedByWords, title: '开发类型', width: 98 },
  developer: { kind: 'text', title: '开发商', left: true, width: 140, optional: true },
  address: { kind: 'text', title: '详细地址', left: true, width: 180 },
  buildings: { kind: 'count', bounds: groundBounds, unit: '栋', title: '楼栋数', at: 'buildingCount', width: 72, total: true },
  propertyCompany: {
    kind: 'reference',
    of: 'propertyCompany',
    title: '物业公司',
    left: true,
    at: 'propertyCompanyName',
    idAt: 'propertyCompanyId',
    width: 172,
  },
});

export type CommunityField = keyof typeof communityFields;
export type CompoundField = keyof typeof compoundFields;

/** In the order of the lists' columns. */
export const communityColumns = [
  'name',
  'code',
  'branch',
  'kind',
  'compounds',
  'grids',
  'workers',
  'vacant',
  'formerNames',
  'secretary',
  'phone',
  'households',
  'population',
  'officeAddress',
  'note',
] as const satisfies readonly CommunityField[];

export const compoundColumns = [
  'name',
  'community',
  'branch',
  'developedBy',
  'propertyCompany',
  'grids',
  'workers',
  'vacant',
  'buildings',
  'households',
  'population',
  'address',
  'formerNames',
  'developer',
  'officeAddress',
  'note',
] as const satisfies readonly CompoundField[];

const names = { kind: 'text', width: 180, required: '请填写名称', most: limits.name } as const;

/** Of a 社区总支. */
export const branchFields = describe({
  name: { ...names, title: '总支名称', short: '社区总支', dated: true },
  short: { kind: 'text', most: limits.shortName, known: true, title: '简称', width: 100, dated: true },
  communities: {
    kind: 'count',
    known: true,
    bounds: groundBounds,
    title: '社区（村居）数',
    at: 'communityCount',
    width: 118,
    total: true,
  },
  compounds: { kind: 'count', known: true, bounds: groundBounds, title: '小区数', at: 'compoundCount', width: 78, total: true },
  grids: { kind: 'count', known: true, bounds: groundBounds, title: '网格数', at: 'gridCount', width: 78, total: true },
  workers: { kind: 'count', known: true, bounds: groundBounds, title: '网格员数', at: 'workerCount', width: 92, total: true },
  vacant: { kind: 'count', known: true, bounds: groundBounds, title: '空缺', at: 'vacantCount', width: 92, total: true },
  hotline: { kind: 'phone', of: 'any', title: '监督电话', width: 130 },
  note: { kind: 'note', title: '备注', width: 180 },
});

export const branchColumns = [
  'name',
  'short',
  'communities',
  'compounds',
  'grids',
  'workers',
  'vacant',
  'hotline',
  'note',
] as const satisfies readonly (keyof typeof branchFields)[];

export const propertyCompanyFields = describe({
  name: { ...names, title: '名称' },
  contact: { kind: 'text', title: '负责人' },
  phone: { kind: 'phone', of: 'any', title: '电话' },
  note: { kind: 'note', title: '备注' },
});

/** What their forms ask for. */
export const communityFormFields = [
  'name',
  'code',
  'kind',
  'branch',
  'secretary',
  'phone',
  'officeAddress',
  'households',
  'population',
  'note',
] as const satisfies readonly (keyof typeof communityFields)[];

export const compoundFormFields = [
  'name',
  'community',
  'developedBy',
  'developer',
  'address',
  'buildings',
  'propertyCompany',
  'officeAddress',
  'households',
  'population',
  'note',
] as const satisfies readonly (keyof typeof compoundFields)[];

export const branchFormFields = ['name', 'short', 'hotline', 'note'] as const satisfies readonly (keyof typeof branchFields)[];
export const propertyCompanyFormFields = [
  'name',
  'contact',
  'phone',
  'note',
] as const satisfies readonly (keyof typeof propertyCompanyFields)[];
