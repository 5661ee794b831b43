// Where a worker's fields are read, over the roster of the day (ofDay.ts), and which of them stand in the worker's own row.
import type { workerFields } from '../../../shared/roster/workerFields.ts';
import type { DictionaryName } from '../../../shared/roster/words.ts';
import type { Bindings } from '../../kit/bindings.ts';

/** What the bindings read, from day_worker on. */
export const workerJoins = `JOIN worker ON worker.id = day_worker.id
  LEFT JOIN posting ON posting.id = day_worker.posting_id`;
export const standingJoins = `LEFT JOIN day_place ON day_place.id = day_worker.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_worker.branch_id`;

const dictionaryShort = (dictionary: DictionaryName, column: string): string =>
  `ifnull((SELECT short FROM dictionary_entry WHERE dictionary = '${dictionary}' AND value = ${column}), ${column})`;

/** A word of the office's own: sorted by the office's order, one that isn't in the list by itself. */
const word = (dictionary: DictionaryName, column: string) =>
  ({
    read: column,
    sort: `ifnull((SELECT sort_order FROM dictionary_entry WHERE dictionary = '${dictionary}' AND value = ${column}), ${column})`,
    writes: 'row',
  }) as const;

export const workerBindings: Bindings<typeof workerFields> = {
  name: { read: 'worker.name', sort: 'worker.pinyin', writes: 'row' },
  grid: { read: 'day_worker.grid_name' },
  branch: {
    read: 'branch.name',
    beside: { branchId: 'branch.id', branchShort: 'branch.short' },
    sort: '(SELECT sort_order FROM day_branch WHERE day_branch.id = day_worker.branch_id)',
  },
  community: {
    read: 'day_place.community_name',
    beside: { communityId: 'day_place.community_id' },
    sort: '(SELECT pinyin FROM day_place WHERE day_place.id = day_worker.place_id)',
  },
  mobile: { read: 'worker.mobile', writes: 'row' },
  idNumber: { read: 'worker.id_number', writes: 'row' },
  status: {
    read: 'day_worker.status',
    sort: `CASE day_worker.status WHEN 'onDuty' THEN 1 WHEN 'leaving' THEN 2 WHEN 'unassigned' THEN 3 ELSE 4 END`,
  },
  hiringSource: {
    ...word('hiringSource', 'worker.hiring_source'),
    beside: { hiringSourceShort: dictionaryShort('hiringSource', 'worker.hiring_source') },
  },
  sex: { read: 'worker.sex', writes: 'row' },
  // The younger, the later the birth; by its month, since an order by the day would tell the day.
  age: { sort: `-CAST(ifnull(substr(worker.id_number, 7, 6), replace(worker.birth_month, '-', '')) AS INTEGER)` },
  employer: word('employer', 'worker.employer'),
  education: word('education', 'worker.education'),
  politics: word('politics', 'worker.politics'),
  firstDay: { read: 'posting.first_day', beside: { firstDayPrecision: 'posting.first_day_precision' } },
  gridCode: { read: 'day_worker.grid_code' },
  kind: { read: 'day_worker.grid_kind' },
  compound: { read: `CASE day_place.level WHEN 'compound' THEN day_place.name END` },
  ethnicity: word('ethnicity', 'worker.ethnicity'),
  formerFamilyPlanning: { read: 'worker.former_family_planning', writes: 'row' },
  birthMonth: { read: 'worker.birth_month', writes: 'row' },
  startedWork: { read: 'worker.started_work', writes: 'row' },
  landline: { read: 'worker.landline', writes: 'row' },
  propertyCompany: {
    read: '(SELECT name FROM property_company WHERE property_company.id = worker.property_company_id)',
    beside: { propertyCompanyId: 'worker.property_company_id' },
    writes: 'row',
  },
  note: { read: 'worker.note', writes: 'row' },
  photo: { read: 'worker.photo_hash', writes: 'row' },
};
