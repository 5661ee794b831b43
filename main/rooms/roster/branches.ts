// Writing the general Party branches (社区总支) and the property companies, inside an act. A branch's name, short name and place
// in the order hold from a day to a day; the rest is today's.
import { earliestDay } from '../../../shared/rules/day.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';
import { nextOrder } from '../../kit/order.ts';
import { asOfDay, begunWith, type Changed, changeFrom, changeVersion, coversDay, type Effective } from '../../kit/versions.ts';
import { branchVersions, nameOn } from './versions.ts';

export type BranchFields = {
  name: string;
  /** For table columns; proposed from the name when left out: 幸福社区总支 → 幸福总支. */
  short?: string | null | undefined;
  hotline?: string | null | undefined;
  /** The end of the list when left out. */
  sortOrder?: number | undefined;
  /** Since when it is there; null or left out: since always. */
  firstDay?: string | null | undefined;
  note?: string | null | undefined;
};

/** 幸福社区总支 → 幸福总支 */
export const shortBranchName = (name: string): string =>
  name.trim().replace(/(?:社区)?(?:联合)?(?:党)?总支(?:部)?(?:委员会)?$/, '总支');

/** @returns the branch's id. @throws Refusal when the name is taken. */
export function insertBranch(change: Change, input: BranchFields): number {
  const { name, short, sortOrder = nextOrder(change.office, 'branch_version'), firstDay: given, ...rest } = input;
  const firstDay = begunWith(change, given);
  const branchId = change.insert('branch', columnsOf(rest));
  change.insert(
    'branch_version',
    columnsOf({ branchId, name, short: short?.trim() || shortBranchName(name) || name, sortOrder, firstDay }),
  );
  return branchId;
}

/** @param day the day that the form was read on @throws Refusal where a new name says neither that it is a correction nor from when */
export function updateBranch(
  change: Change,
  input: {
    id: number;
    day: string;
    effective: Effective | undefined;
    fields: Changes<Omit<BranchFields, 'sortOrder' | 'firstDay'>>;
  },
): Changed | false {
  const { id, day, effective, fields } = input;
  const { name, short, ...rest } = fields;
  const what = nameOn(change.office, branchVersions, id, day) ?? '';
  const proposed = name === undefined || name.trim() === what ? undefined : shortBranchName(name) || name;
  const changed = changeVersion(change, branchVersions, {
    id,
    effective,
    day,
    next: columnsOf({ name, short: short || proposed }),
    what,
  });
  change.update('branch', id, columnsOf(rest));
  return changed;
}

/** Gives the branches their order from today on; reports of earlier days keep the order they had. */
export function orderBranches(change: Change, ids: readonly number[]): void {
  for (const [index, id] of ids.entries())
    changeFrom(change, branchVersions, {
      id,
      day: change.today,
      next: { sort_order: index + 1 },
      what: nameOn(change.office, branchVersions, id, change.today) ?? '',
    });
}

/** `name`: its full one of the day. */
export type FoundBranch = { branchId: number; name: string };

/**
 * The branch of this name: of those that bear it on the day the full name counts before the short one, and both before one it had
 * earlier.
 * @returns none, one, or all that it may mean
 */
export function findBranches(office: Office, name: string, day: string): FoundBranch[] {
  const found = office
    .prepare<{ name: string; day: string }, FoundBranch & { likeness: number }>(
      `SELECT branch_id AS branchId, ${asOfDay(branchVersions, 'name', 'version.branch_id', '@day')} AS name,
         min(CASE WHEN NOT (${coversDay('version', '@day')}) THEN 3 WHEN name = @name THEN 1 ELSE 2 END) AS likeness
       FROM branch_version AS version WHERE (name = @name OR short = @name) AND ifnull(first_day, '${earliestDay}') <= @day
       GROUP BY branch_id ORDER BY likeness, min(sort_order)`,
    )
    .all({ name: name.trim(), day });
  return found
    .filter(({ likeness }) => likeness === found[0]?.likeness)
    .map((branch) => ({ branchId: branch.branchId, name: branch.name }));
}

/** The first day after a given one on which a branch comes to bear a name. */
export const findBranchNameToCome = (office: Office, name: string, day: string): string | undefined =>
  office
    .prepare<{ name: string; day: string }, string>(
      'SELECT min(first_day) FROM branch_version WHERE (name = @name OR short = @name) AND first_day > @day HAVING min(first_day) IS NOT NULL',
    )
    .pluck()
    .get({ name: name.trim(), day });

export type PropertyCompanyFields = {
  name: string;
  contact?: string | null | undefined;
  phone?: string | null | undefined;
  note?: string | null | undefined;
};

/** @returns the company's id. @throws Refusal when the name is taken. */
export const insertPropertyCompany = (change: Change, input: PropertyCompanyFields): number =>
  change.insert('property_company', columnsOf(input));

/** The company of this name, added when the office doesn't know it yet. */
export function ensurePropertyCompany(change: Change, name: string): number {
  const known = change.office
    .prepare<[string], number>('SELECT id FROM property_company WHERE name = ?')
    .pluck()
    .get(name.trim());
  return known ?? insertPropertyCompany(change, { name });
}
