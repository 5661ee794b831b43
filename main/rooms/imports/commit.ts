// Writes the ticked rows inside one act: places and grids that are new, workers, postings. Who changes grids is first taken
// from the old ones, so that two people can swap. A row the roster refuses stops it all, and is named.
import { type Labels, rowWords } from '../../../shared/imports/rowNumber.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { DictionaryName } from '../../../shared/roster/words.ts';
import { dayBefore } from '../../../shared/rules/day.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Change } from '../../ground/office/office.ts';
import { nextOrder } from '../../kit/order.ts';
import type { PreparedPhoto } from '../photos/process.ts';
import { addPhoto } from '../photos/store.ts';
import { ensurePropertyCompany, insertBranch } from '../roster/branches.ts';
import { ensureDictionaryEntry, seedDictionaries } from '../roster/dictionaries.ts';
import { waitsForGrid } from '../roster/find.ts';
import { insertGrid, updateGrid } from '../roster/grids.ts';
import { changePlace, insertCommunity, insertCompound, updatePlace } from '../roster/places.ts';
import { stateFirstDay } from '../roster/postingCorrection.ts';
import { closePosting, openPosting, recordAction } from '../roster/postings.ts';
import { insertWorker, updateWorker, type WorkerFields } from '../roster/workers.ts';
import { communityForm } from './communityOwn.ts';
import { ownCompany } from './compare.ts';
import type { JudgedRow } from './judged.ts';
import { movesGrid } from './opening.ts';
import { photoOf } from './photoOutcome.ts';
import {
  type AnyBranch,
  type AnyGrid,
  type AnyPlace,
  gridWords,
  isPlanned,
  type PlannedBranch,
  type PlannedCommunity,
  type PlannedCompound,
  type PlannedGrid,
} from './planned.ts';

/** What went in; `additional`: further grids of people who came with another row; `photos` are counted apart from cells. */
export type Committed = { added: number; changed: number; additional: number; cells: number; photos: number };

const dictionaryFields = ['ethnicity', 'education', 'politics', 'hiringSource', 'employer'] as const satisfies DictionaryName[];

/** Rows between two words of progress. */
const slice = 200;

/**
 * @param rows the rows to write, new or changed
 * @param effectiveDay the day of which the file speaks, and the first one in a new grid of whoever is moved
 * @param labels what stands before a row's number (rowNumber.ts)
 * @param ready the photos of the rows, by hash
 * @throws Refusal naming the sheet row
 */
export function commitRows(
  change: Change,
  rows: readonly JudgedRow[],
  { effectiveDay, labels, ready }: { effectiveDay: string; labels: Labels; ready: (hash: string) => PreparedPhoto },
  progress: Progress = () => undefined,
): Committed {
  seedDictionaries(change);
  const writer = new RowWriter(change, rows, effectiveDay, ready);
  const committed: Committed = { added: 0, changed: 0, additional: 0, cells: 0, photos: 0 };
  for (const judged of rows) attempt(judged, labels, () => writer.leave(judged));
  for (const [index, judged] of rows.entries()) {
    if (index % slice === 0) progress(index, rows.length, `正在写入第 ${index + 1} 人`);
    attempt(judged, labels, () => writer.write(judged));
    if (photoOf(judged) !== null) committed.photos++;
    if (judged.comesWith !== null) {
      committed.additional++;
      continue;
    }
    if (judged.workerId === null) {
      committed.added++;
      continue;
    }
    committed.changed++;
    committed.cells += judged.changes.length;
  }
  return committed;
}

function attempt(judged: JudgedRow, labels: Labels, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(`${rowWords(judged.row, labels)}没有写入，这次导入全部没有写入：${error.message}`);
    throw error;
  }
}

class RowWriter {
  readonly #change: Change;
  readonly #effectiveDay: string;
  readonly #ready: (hash: string) => PreparedPhoto;
  readonly #places = new Map<PlannedCommunity | PlannedCompound, number>();
  readonly #grids = new Map<PlannedGrid, number>();
  readonly #branches = new Map<PlannedBranch, number>();
  /** What the rows that go in say of the communities they create. */
  readonly #founding = new Map<
    JudgedRow['community'],
    { code: string | null; branch: AnyBranch | null; own: ReturnType<typeof communityForm> }
  >();
  readonly #words = new Map<string, string>();
  readonly #transfers = new Map<JudgedRow, number>();
  /** Workers by the sheet row that brought them. */
  readonly #workers = new Map<number, number>();
  #placeOrder: number;
  #gridOrder: number;

  constructor(change: Change, rows: readonly JudgedRow[], effectiveDay: string, ready: (hash: string) => PreparedPhoto) {
    this.#change = change;
    this.#effectiveDay = effectiveDay;
    this.#ready = ready;
    for (const { community, branch, values } of rows) {
      const said = this.#founding.get(community);
      const code = said?.code ?? values.gridCode?.slice(0, 12) ?? null;
      this.#founding.set(community, { code, branch: said?.branch ?? branch, own: { ...said?.own, ...communityForm(values) } });
    }
    this.#placeOrder = nextOrder(change.office, 'place');
    this.#gridOrder = nextOrder(change.office, 'grid');
  }

  /** Takes a worker who changes grids from the old one. */
  leave(judged: JudgedRow): void {
    if (!judged.posting || judged.workerId === null || !movesGrid(judged)) return;
    const actionId = recordAction(this.#change, {
      workerId: judged.workerId,
      kind: 'transfer',
      day: this.#effectiveDay,
    });
    this.#transfers.set(judged, actionId);
    closePosting(this.#change, {
      postingId: judged.posting.postingId,
      lastDay: dayBefore(this.#effectiveDay),
      closedById: actionId,
    });
  }

  write(judged: JudgedRow): void {
    const gridId = judged.grid ? this.#grid(judged.grid) : null;
    this.#fillPlace(judged);
    const fields = { ...this.#workerFields(judged), ...this.#photoFields(judged) };
    const workerId = judged.workerId ?? this.#broughtBy(judged.comesWith);
    if (workerId !== null) updateWorker(this.#change, workerId, fields);
    const id = workerId ?? insertWorker(this.#change, fields);
    this.#workers.set(judged.row, id);
    if (gridId === null) return;
    if (judged.opening) {
      const { additional } = judged;
      const { firstDay, precision } = judged.opening;
      const openedById = this.#transfers.get(judged) ?? this.#taken(judged, firstDay);
      openPosting(this.#change, { workerId: id, gridId, additional, firstDay, precision, openedById });
    } else if (judged.posting?.firstDay === null && judged.values.firstDay)
      stateFirstDay(this.#change, {
        postingId: judged.posting.postingId,
        firstDay: judged.values.firstDay.day,
        precision: judged.values.firstDay.precision,
      });
  }

  /** @throws Refusal where that row isn't written before this one */
  #broughtBy(row: number | null): number | null {
    if (row === null) return null;
    const workerId = this.#workers.get(row);
    if (workerId === undefined) throw new Refusal('这个人随另一行写入，那一行没有写入。请一起勾选');
    return workerId;
  }

  /** Whoever is known and serves nowhere is taken on, or given a grid again, as by the form. What went before of a new person nobody knows. */
  #taken({ workerId, additional }: JudgedRow, day: string | null): number | null {
    if (workerId === null || day === null) return null;
    const kind = additional || waitsForGrid(this.#change.office, workerId, day) ? 'transfer' : 'hire';
    return recordAction(this.#change, { workerId, kind, day });
  }

  #workerFields(judged: JudgedRow): WorkerFields {
    const { values, workerId, changes } = judged;
    const company = ownCompany(this.#change.office, judged);
    const words = Object.fromEntries(
      dictionaryFields.flatMap((field) => (values[field] === undefined ? [] : [[field, this.#word(field, values[field])]])),
    );
    return {
      name: values.name ?? '',
      sex: values.sex,
      birthMonth: values.birthMonth,
      idNumber: values.idNumber,
      idNumberConfirmed: confirmation(
        values.idNumberConfirmed,
        workerId,
        changes.some(({ field }) => field === 'idNumber'),
      ),
      mobile: values.mobile,
      mobileConfirmed: confirmation(
        values.mobileConfirmed,
        workerId,
        // A landline in the column of telephones leaves the mobile as it is.
        values.mobile !== undefined && changes.some(({ field }) => field === 'mobile'),
      ),
      landline: values.landline,
      startedWork: values.startedWork,
      formerFamilyPlanning: values.formerFamilyPlanning,
      propertyCompanyId: company === undefined ? undefined : ensurePropertyCompany(this.#change, company),
      note: values.note,
      ...words,
    };
  }

  /** The photo is kept beside the row that names it, in the same transaction. */
  #photoFields(judged: JudgedRow): Pick<WorkerFields, 'photoHash' | 'photoToCrop'> {
    const hash = photoOf(judged);
    if (hash === null) return {};
    const photo = this.#ready(hash);
    return { photoHash: addPhoto(this.#change.office, photo), photoToCrop: photo.toCrop };
  }

  #word(dictionary: DictionaryName, value: string): string {
    const key = `${dictionary} ${value}`;
    const known = this.#words.get(key) ?? ensureDictionaryEntry(this.#change, { dictionary, value });
    this.#words.set(key, known);
    return known;
  }

  #branch(branch: AnyBranch): number {
    if (!isPlanned<PlannedBranch>(branch)) return branch.branchId;
    const made = this.#branches.get(branch) ?? insertBranch(this.#change, { name: branch.name });
    this.#branches.set(branch, made);
    return made;
  }

  #place(place: AnyPlace): number {
    if (!isPlanned<PlannedCommunity | PlannedCompound>(place)) return place.placeId;
    const made = this.#places.get(place);
    if (made !== undefined) return made;
    const placeId = place.planned === 'compound' ? this.#compound(place) : this.#community(place);
    this.#places.set(place, placeId);
    return placeId;
  }

  #compound({ name, community }: PlannedCompound): number {
    const communityId = this.#place(community);
    return insertCompound(this.#change, { name, communityId, sortOrder: this.#placeOrder++ });
  }

  #community(community: PlannedCommunity): number {
    const { code = null, branch = null, own } = this.#founding.get(community) ?? {};
    return insertCommunity(this.#change, {
      name: community.name,
      code,
      branchId: branch && this.#branch(branch),
      sortOrder: this.#placeOrder++,
      ...own,
    });
  }

  #grid(grid: AnyGrid): number {
    if (!isPlanned<PlannedGrid>(grid)) return grid.gridId;
    const made = this.#grids.get(grid);
    if (made !== undefined) return made;
    const gridId = insertGrid(this.#change, {
      placeId: this.#place(grid.place),
      code: grid.code,
      sortOrder: this.#gridOrder++,
      name: gridWords(grid),
    });
    this.#grids.set(grid, gridId);
    return gridId;
  }

  /** What the office didn't know yet of a place, or what the person has a list say of it. */
  #fillPlace({ grid, community, branch, values }: JudgedRow): void {
    if (community && !isPlanned<PlannedCommunity>(community)) updatePlace(this.#change, community.placeId, communityForm(values));
    if (grid && !isPlanned<PlannedGrid>(grid) && grid.code === null && values.gridCode !== undefined)
      updateGrid(this.#change, {
        id: grid.gridId,
        day: this.#effectiveDay,
        effective: 'correction',
        fields: { code: values.gridCode },
      });
    if (branch && community && !isPlanned<PlannedCommunity>(community))
      changePlace(this.#change, {
        placeId: community.placeId,
        day: this.#effectiveDay,
        effective: 'correction',
        fields: { branchId: this.#branch(branch) },
      });
  }
}

/** A number that was looked at is marked so; one that replaces another starts unmarked; otherwise the mark stays. */
const confirmation = (confirmed: true | undefined, workerId: number | null, replaced: boolean): boolean | undefined =>
  confirmed ?? (workerId === null || replaced ? false : undefined);
