// A row of the file against the person of the roster, cell by cell. What the file leaves empty stays as it is.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Row, Value } from '../../ground/office/schema.ts';
import { communityChanges } from './communityOwn.ts';
import type { FieldChange, JudgedRow } from './judged.ts';
import { gridKey, gridWords, isPlanned, type PlannedCommunity } from './planned.ts';

const columns = [
  ['name', 'name'],
  ['sex', 'sex'],
  ['ethnicity', 'ethnicity'],
  ['birthMonth', 'birth_month'],
  ['idNumber', 'id_number'],
  ['education', 'education'],
  ['politics', 'politics'],
  ['mobile', 'mobile'],
  ['startedWork', 'started_work'],
  ['hiringSource', 'hiring_source'],
  ['employer', 'employer'],
  ['note', 'note'],
] as const;

const words = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value));

/** All that a row would change of its worker, its posting and its place; of a new person only the place. */
export function compare(office: Office, judged: JudgedRow): FieldChange[] {
  const { values, workerId } = judged;
  const worker = workerId === null ? undefined : office.row('worker', workerId);
  const changes: FieldChange[] = [];
  const differ = (field: ImportField, from: string, to: string | undefined): void => {
    // A remark that went out with a number in it masked comes back so; the stars are no new remark.
    if (to !== undefined && from !== to && to !== maskNumbersIn(from, 'judge')) changes.push({ field, from, to });
  };
  if (worker) {
    for (const [field, column] of columns) differ(field, words(worker[column]), values[field]);
    differ('mobile', words(worker.landline), values.landline);
    if (values.formerFamilyPlanning !== undefined)
      differ('formerFamilyPlanning', yesNo(worker.former_family_planning), values.formerFamilyPlanning ? '是' : '否');
    differ('propertyCompany', companyName(office, worker), ownCompany(office, judged));
    comparePosting(judged, differ);
  }
  comparePlace(judged, differ);
  changes.push(...communityChanges(office, judged));
  return changes;
}

type Differ = (field: ImportField, from: string, to: string | undefined) => void;

function comparePosting({ grid, posting, values, additional }: JudgedRow, differ: Differ): void {
  if (!grid) return;
  if (additional) {
    differ('gridName', '未兼任', `兼任${gridWords(grid)}`);
    return;
  }
  if (!posting || gridKey(grid) !== `grid ${posting.gridId}`) {
    const [from, to] = [posting?.grid ?? '未上岗', gridWords(grid)];
    // Two grids may have one name.
    differ('gridName', from, from === to ? `另一个${to}` : to);
    return;
  }
  // A first day nobody knew is filled in; one that is known is changed in the worker's own record, not by a list.
  if (posting.firstDay === null) differ('firstDay', '', values.firstDay?.day);
}

function comparePlace({ grid, community, branch, values }: JudgedRow, differ: Differ): void {
  if (grid && 'gridId' in grid && grid.code === null) differ('gridCode', '', values.gridCode);
  if (branch && community && !isPlanned<PlannedCommunity>(community)) differ('branch', '', branch.name);
}

const yesNo = (value: unknown): string => (value === 1 ? '是' : value === 0 ? '否' : '');

/** What a row says of the worker's property company, but for what holds of their compound anyway: our own lists print that one. */
export function ownCompany(office: Office, { values, workerId, grid }: JudgedRow): string | undefined {
  const worker = workerId === null ? undefined : office.row('worker', workerId);
  if (values.propertyCompany === undefined || (worker && companyName(office, worker) !== '')) return values.propertyCompany;
  const place = grid && 'gridId' in grid ? office.row('place', grid.placeId) : undefined;
  return place && companyName(office, place) === values.propertyCompany ? undefined : values.propertyCompany;
}

const companyName = (office: Office, worker: Row): string => {
  const id = worker.property_company_id;
  return typeof id === 'number' ? words(office.row('property_company', id)?.name) : '';
};
