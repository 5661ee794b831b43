// Many photos on their way in: each is made ready as it arrives and its original let go, all wait in memory until the person
// has looked them through, and those that are ticked are written as one act. One batch a person; it outlives the screen that shows
// it, but not the office it was begun on.
import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import type { BatchItem, PhotoCrop, PhotoTurn, UploadPhotos } from '../../../shared/photos.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import type { AppDeps } from '../../deps.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { type Owner, perProgram, Shelf } from '../../ground/shelf.ts';
import { updateWorker } from '../roster/workers.ts';
import { type Match, matchName, type Register, register } from './match.ts';
import { listStandingGrounds, listStandingWorkers, type StandingWorker } from '../roster/standing.ts';
import { batchPerson, ledgerMark } from './people.ts';
import { type PreparedPhoto, preparePhoto } from './process.ts';
import { addPhoto } from './store.ts';

const countLimit = 3000;
const bytesLimit = 700 * 1024 * 1024;

type Waiting = {
  id: number;
  path: string;
  /** Of the file's own bytes, by which it is known when it is chosen again. */
  source: string;
  photo: PreparedPhoto | null;
  fault: string | null;
  /** A worker chosen by hand. */
  chosen: number | null;
  /** False where the person unticked it. */
  ticked: boolean;
  /** Whose it is by its name, and by which ledger that was found. */
  found: { by: Register; match: Match } | null;
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';

/** Everybody a photo may be of, as the ledger stood at `mark`. */
type Ledger = { mark: string; people: ReadonlyMap<number, StandingWorker>; register: Register };

class Batch {
  #lastId = 0;
  #ledger: Ledger | null = null;
  readonly items = new Map<number, Waiting>();

  add(file: Pick<Waiting, 'path' | 'source'>, outcome: Pick<Waiting, 'photo' | 'fault'>, id = ++this.#lastId): number {
    const bytes = [...this.items.values()].reduce((sum, item) => sum + (item.photo?.jpeg.byteLength ?? 0), 0);
    if (this.items.size >= countLimit || bytes > bytesLimit)
      throw new Refusal(`一次最多处理 ${countLimit} 张照片。请先上传已选的照片，再选其余的。`);
    const { chosen = null, ticked = true } = this.items.get(id) ?? {};
    this.items.set(id, { id, ...file, ...outcome, chosen, ticked, found: null });
    return id;
  }

  /** The item that a file is already: by its path, or by its own name where it comes without a folder and only one is called so. */
  same({ path, source }: Pick<Waiting, 'path' | 'source'>): Waiting | undefined {
    const alike = [...this.items.values()].filter((item) => item.source === source && baseName(item.path) === baseName(path));
    return alike.find((item) => item.path === path) ?? (alike.length === 1 && baseName(path) === path ? alike[0] : undefined);
  }

  find(id: number): Waiting {
    const item = this.items.get(id);
    if (!item) throw new Refusal('这张照片已经不在待上传的清单里了，请刷新。');
    return item;
  }

  /** Read again only when something was written: a screen asks while thousands of photos are coming in. */
  ledger(office: Office): Ledger {
    const mark = ledgerMark(office);
    if (this.#ledger?.mark !== mark) {
      const people = listStandingWorkers(office);
      this.#ledger = {
        mark,
        people: new Map(people.map((person) => [person.id, person])),
        register: register(people, listStandingGrounds(office)),
      };
    }
    return this.#ledger;
  }
}

const batches = perProgram(
  () => new Shelf<Batch>({ most: 1, keptFor: 24 * 3_600_000, gone: '待上传的照片已不在了，请重新选择。' }),
);

/** Whose batch, on which office. */
export type Asking = { deps: AppDeps; office: Office; owner: Owner };

function batchOf({ deps, owner }: Asking): Batch {
  const [there] = batches(deps).own(owner);
  if (there) return there;
  const batch = new Batch();
  batches(deps).put(owner, batch);
  return batch;
}

/**
 * Makes a file ready and puts it into the office's batch; a broken one is kept as such, by name. One that is there already stays the
 * item it is, with what was done to it.
 * @param replaces the item it takes the place of, after the person cropped it anew.
 */
export async function addToBatch(
  asking: Asking,
  path: string,
  bytes: Uint8Array,
  options: { crop?: PhotoCrop | undefined; turn?: PhotoTurn | undefined; replaces?: number | undefined } = {},
): Promise<number> {
  const batch = batchOf(asking);
  const given = { path, source: createHash('sha256').update(bytes).digest('hex') };
  const replaced = options.replaces === undefined ? null : batch.find(options.replaces);
  const there = replaced ? undefined : batch.same(given);
  if (there) return there.id;
  // Chosen again without its folder it keeps it: that may say whose it is.
  const file = replaced ? { ...given, path: replaced.path } : given;
  try {
    const photo = await preparePhoto(shownName(path), bytes, options);
    return batch.add(file, { photo, fault: null }, options.replaces);
  } catch (error) {
    if (!(error instanceof Refusal) || options.replaces !== undefined) throw error;
    return batch.add(file, { photo: null, fault: error.message });
  }
}

type Judged = { item: Waiting; match: Match | null; workerId: number | null };

function judge(asking: Asking): { judged: Judged[]; people: Ledger['people']; claims: Map<number, Waiting[]> } {
  const batch = batchOf(asking);
  const { people, register: known } = batch.ledger(asking.office);
  const claims = new Map<number, Waiting[]>();
  const judged = [...batch.items.values()].map((item): Judged => {
    if (!item.photo) return { item, match: null, workerId: null };
    if (item.found?.by !== known) item.found = { by: known, match: matchName(item.path, known) };
    const { match } = item.found;
    const chosen = item.chosen !== null && people.has(item.chosen) ? item.chosen : null;
    const workerId = chosen ?? (match.kind === 'matched' ? match.workerId : null);
    if (workerId !== null) claims.set(workerId, [...(claims.get(workerId) ?? []), item]);
    return { item, match, workerId };
  });
  return { judged, people, claims };
}

/** A person's one photo: the only claim, or among several the one chosen by hand. */
function winner(claims: readonly Waiting[]): Waiting | undefined {
  if (claims.length === 1) return claims[0];
  const chosen = claims.filter((item) => item.chosen !== null);
  return chosen.length === 1 ? chosen[0] : undefined;
}

const folderOf = (path: string): string =>
  path
    .split(/[\\/]/)
    .slice(0, -1)
    .map((folder) => shownName(folder))
    .join('/');

export function batchState(asking: Asking): BatchItem[] {
  const { judged, people, claims } = judge(asking);
  const person = (id: number) => {
    const found = people.get(id);
    return found ? [batchPerson(found)] : [];
  };
  return judged.map(({ item, match, workerId }): BatchItem => {
    const common = {
      id: item.id,
      name: shownName(item.path),
      folder: folderOf(item.path),
      byHand: item.chosen !== null,
      toCrop: item.photo?.toCrop ?? false,
      width: item.photo?.width ?? 0,
      height: item.photo?.height ?? 0,
      ticked: false,
      unchanged: workerId !== null && item.photo !== null && people.get(workerId)?.photoHash === item.photo.hash,
    };
    if (!match) return { ...common, verdict: 'broken', worker: null, reason: item.fault ?? '', candidates: [] };
    if (workerId === null)
      return match.kind === 'matched'
        ? { ...common, verdict: 'nobody', worker: null, reason: '这个人已不在台账里', candidates: [] }
        : { ...common, verdict: match.kind, worker: null, reason: match.reason, candidates: match.candidates.flatMap(person) };
    const rivals = claims.get(workerId) ?? [];
    const worker = person(workerId)[0] ?? null;
    if (winner(rivals) === item)
      return { ...common, verdict: 'matched', worker, reason: '', candidates: [], ticked: item.ticked };
    return {
      ...common,
      verdict: 'duplicate',
      worker,
      reason: `${worker?.name ?? ''}有 ${rivals.length} 张照片，请选一张`,
      candidates: worker ? [worker] : [],
    };
  });
}

/** Says by hand whose a photo is; of several chosen for one person the last stays. null takes the choice back. */
export function assign(asking: Asking, itemId: number, workerId: number | null): void {
  const batch = batchOf(asking);
  const item = batch.find(itemId);
  if (workerId !== null) for (const other of batch.items.values()) if (other.chosen === workerId) other.chosen = null;
  item.chosen = workerId;
  item.ticked = true;
}

/** Says which photos go in when the batch is uploaded. */
export function tickItems(asking: Asking, itemIds: readonly number[], ticked: boolean): void {
  const batch = batchOf(asking);
  for (const item of itemIds.map((id) => batch.find(id))) item.ticked = ticked;
}

/** Takes the written photos out. Another photo of the same person stays, but no longer goes in by itself. */
export function dropWritten(asking: Asking, itemIds: readonly number[]): void {
  const written = new Set(itemIds);
  for (const rivals of judge(asking).claims.values())
    if (rivals.some(({ id }) => written.has(id))) for (const rival of rivals) rival.ticked = false;
  for (const id of written) dropItem(asking, id);
}

export const dropItem = (asking: Asking, itemId: number): boolean => batchOf(asking).items.delete(itemId);

export function dropBatch(asking: Asking): void {
  batchOf(asking).items.clear();
}

/** A waiting item as it was made ready; null when it is gone or broken. */
export const waitingPhoto = (asking: Asking, itemId: number): PreparedPhoto | null =>
  batchOf(asking).items.get(itemId)?.photo ?? null;

type Chosen = { workerId: number; itemId: number; photo: PreparedPhoto };

/**
 * The ticked photos that are settled, held against what the person saw.
 * @throws Refusal where none is, or where they are not the ones that were shown: somebody may have been added or removed meanwhile
 */
export function settledPhotos(asking: Asking, { photos }: UploadPhotos): Chosen[] {
  const chosen = [...judge(asking).claims].flatMap(([workerId, rivals]) => {
    const item = winner(rivals);
    return item?.photo && item.ticked ? [{ workerId, itemId: item.id, photo: item.photo }] : [];
  });
  if (chosen.length === 0) throw new Refusal('没有可以上传的照片。请先指定照片是谁的，并打上勾。');
  const shown = new Map(photos.map(({ itemId, workerId }) => [itemId, workerId]));
  if (shown.size !== chosen.length || chosen.some(({ itemId, workerId }) => shown.get(itemId) !== workerId))
    throw new Refusal('照片与人的对应刚刚有变动，没有上传。请再看一遍清单，然后重试。');
  return chosen;
}

/** Writes every settled photo as one act; the others stay in the batch. */
export function writePhotos(change: Change, chosen: readonly Chosen[]): { written: number; itemIds: number[] } {
  change.say(`上传 ${chosen.length} 张照片`);
  for (const { workerId, photo } of chosen)
    updateWorker(change, workerId, { photoHash: addPhoto(change.office, photo), photoToCrop: photo.toCrop });
  return { written: chosen.length, itemIds: chosen.map(({ itemId }) => itemId) };
}
