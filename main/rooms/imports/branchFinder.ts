// From the branch that a row names to one that the office has, or one that the import would create. It is asked only where it would
// be written: for a community that is new or under no branch yet, and whose time it must cover.
import type { Office } from '../../ground/office/office.ts';
import { begunOn, correctedSince } from '../../kit/versions.ts';
import { findBranches, findBranchNameToCome, shortBranchName } from '../roster/branches.ts';
import type { FoundPlace } from '../roster/find.ts';
import { listBranchNames } from '../roster/survey.ts';
import { branchVersions, placeVersions } from '../roster/versions.ts';
import { nearestName } from './nearest.ts';
import { type AnyBranch, type GroundIssue, isPlanned, placeKey, type PlannedBranch, type PlannedCommunity } from './planned.ts';

const leaveOut = '或在“对应列”里把这一列改为“不导入”';

const isSame = (one: AnyBranch, other: AnyBranch): boolean =>
  'branchId' in one && 'branchId' in other ? one.branchId === other.branchId : one === other;

export class BranchFinder {
  readonly #office: Office;
  readonly #day: string;
  readonly #mayCreate: boolean;
  readonly #known = new Map<string, AnyBranch | string>();
  readonly #planned: PlannedBranch[] = [];
  /** By community, what its rows have said so far. */
  readonly #stated = new Map<string, AnyBranch>();
  readonly #since = new Map<string, string | null>();

  /** @param day by whose names branches are found */
  constructor(office: Office, day: string, mayCreate: boolean) {
    this.#office = office;
    this.#day = day;
    this.#mayCreate = mayCreate;
  }

  find(name: string, community: FoundPlace | PlannedCommunity): AnyBranch | GroundIssue {
    const refused = (reason: string): GroundIssue => ({ field: 'branch', value: name, reason });
    const branch = this.#known.get(name) ?? this.#named(name);
    this.#known.set(name, branch);
    if (typeof branch === 'string') return refused(branch);
    const begun = 'branchId' in branch ? begunOn(this.#office, branchVersions, branch.branchId) : null;
    if (begun !== null && (this.#heldSince(community) ?? '') < begun)
      return refused(
        `“${branch.name}”自 ${begun} 才启用，“${community.name}”在那以前就有，导入时不能补上。请先在“社区与小区”里写明“${community.name}”从哪天起归它，${leaveOut}`,
      );
    const stated = this.#stated.get(placeKey(community)) ?? branch;
    if (!isSame(stated, branch)) return refused(`“${community.name}”的其他行写的社区总支是“${stated.name}”，请核对`);
    this.#stated.set(placeKey(community), branch);
    return branch;
  }

  /** Since when the community would be under the branch; what is new is there since always. */
  #heldSince(community: FoundPlace | PlannedCommunity): string | null {
    if (isPlanned<PlannedCommunity>(community)) return null;
    const key = placeKey(community);
    const known = this.#since.get(key);
    if (known !== undefined) return known;
    const since = correctedSince(this.#office, placeVersions, { id: community.placeId, day: this.#day, column: 'branch_id' });
    this.#since.set(key, since);
    return since;
  }

  /** @returns why not, where it is none */
  #named(name: string): AnyBranch | string {
    const found = findBranches(this.#office, name, this.#day);
    const [only] = found;
    if (found.length > 1) return `“${name}”可能是${found.map((branch) => `“${branch.name}”`).join('或')}，请写总支的全称`;
    if (only) return only;
    const begins = findBranchNameToCome(this.#office, name, this.#day);
    if (begins !== undefined) return `“${name}”自 ${begins} 才启用。请把“调整生效的日期”改为 ${begins} 或以后，${leaveOut}`;
    if (this.#mayCreate) return this.#plan(name);
    const meant = this.#nearest(name);
    return `台账中没有这个社区总支，${meant === null ? '请核对，或先在“社区与小区”里新增' : `可能是“${meant}”`}`;
  }

  /** By short forms: the words for what it is would make every name like every other. */
  #nearest(name: string): string | null {
    const byShort = new Map(listBranchNames(this.#office, this.#day).map((known) => [shortBranchName(known), known]));
    const meant = nearestName(shortBranchName(name), [...byShort.keys()]);
    return meant === null ? null : (byShort.get(meant) ?? null);
  }

  /** A full name and its short form are one branch; two full names of one short form can't be told apart afterwards. */
  #plan(name: string): PlannedBranch | string {
    const short = shortBranchName(name);
    const alike = this.#planned.find((branch) => shortBranchName(branch.name) === short);
    if (alike && alike.name !== name) {
      if (name !== short && alike.name !== short)
        return `与其他行写的“${alike.name}”简称相同。是同一个总支的请写成一样，不是的请先在“社区与小区”里新增`;
      if (alike.name === short) alike.name = name;
    }
    if (alike) return alike;
    const planned: PlannedBranch = { planned: 'branch', name };
    this.#planned.push(planned);
    return planned;
  }
}
