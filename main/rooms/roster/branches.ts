// Writing the ten general Party branches (社区总支) and the property companies, inside an act.
import type { Change, Office } from '../../ground/office/office.ts';
import { columnsOf } from '../../kit/columns.ts';

export type BranchFields = {
  name: string;
  /** For table columns; proposed from the name when left out: 幸福社区总支 → 幸福总支. */
  short?: string | undefined;
  hotline?: string | null | undefined;
  /** The end of the list when left out. */
  sortOrder?: number | undefined;
  note?: string | null | undefined;
};

export const shortBranchName = (name: string): string =>
  name.trim().replace(/(?:社区)?(?:联合)?(?:党)?总支(?:部)?(?:委员会)?$/, '总支');

/** The next place in an order; `sql` selects the greatest one given so far. */
export const nextOrder = (office: Office, table: 'branch' | 'place' | 'grid'): number =>
  (office.prepare<[], number>(`SELECT max(sort_order) FROM ${table}`).pluck().get() ?? 0) + 1;

/** @returns the branch's id. @throws Refusal when the name is taken. */
export function insertBranch(office: Office, change: Change, input: BranchFields): number {
  const { short = shortBranchName(input.name), sortOrder = nextOrder(office, 'branch'), ...rest } = input;
  return change.insert('branch', columnsOf({ ...rest, short: short || input.name, sortOrder }));
}

export const findBranch = (office: Office, name: string): number | undefined =>
  office
    .prepare<[string, string], number>('SELECT id FROM branch WHERE name = ? OR short = ? ORDER BY sort_order LIMIT 1')
    .pluck()
    .get(name.trim(), name.trim());

export type PropertyCompanyFields = {
  name: string;
  contact?: string | null | undefined;
  phone?: string | null | undefined;
  note?: string | null | undefined;
};

/** @returns the company's id. @throws Refusal when the name is taken. */
export const insertPropertyCompany = (_office: Office, change: Change, input: PropertyCompanyFields): number =>
  change.insert('property_company', columnsOf(input));

/** The company of this name, added when the office doesn't know it yet. */
export function ensurePropertyCompany(office: Office, change: Change, name: string): number {
  const known = office.prepare<[string], number>('SELECT id FROM property_company WHERE name = ?').pluck().get(name.trim());
  return known ?? insertPropertyCompany(office, change, { name });
}
