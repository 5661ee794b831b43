// One worker's photo: set, removed, or found well cropped, each as an act that can be undone.
import type { z } from 'zod';
import type { savePhotoSchema } from '../../../shared/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import type { Preparation } from '../../trpc.ts';
import { updateWorker } from '../roster/workers.ts';
import { type PreparedPhoto, preparePhoto } from './process.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { addPhoto } from './store.ts';

function nameOf(office: Office, workerId: number): string {
  const name = office.row('worker', workerId)?.name;
  if (typeof name !== 'string') throw new Refusal('这名网格员已不在台账里，照片没有改动。请刷新名单。');
  return name;
}

type SavePhoto = z.infer<typeof savePhotoSchema>;

/** Crops the uploaded original. */
export function readyPhoto(
  { deps, office, owner }: Preparation,
  { workerId, uploadId, crop, turn }: SavePhoto,
): Promise<PreparedPhoto> {
  nameOf(office, workerId);
  const upload = deps.uploads.get(owner, uploadId);
  return preparePhoto(shownName(upload.name), upload.bytes, { crop, turn });
}

/** Makes it the worker's photo. */
export function savePhoto(
  change: Change,
  { workerId, uploadId }: SavePhoto,
  photo: PreparedPhoto,
): { photoHash: string; uploadId: string } {
  const name = nameOf(change.office, workerId);
  change.say(`${change.office.row('worker', workerId)?.photo_hash ? '更换' : '上传'}${name}的照片`);
  updateWorker(change, workerId, { photoHash: addPhoto(change.office, photo), photoToCrop: false });
  return { photoHash: photo.hash, uploadId };
}

/** The worker has no photo any more; the photo itself stays, for boards that were printed with it. */
export function removePhoto(change: Change, { workerId }: { workerId: number }): void {
  change.say(`删除${nameOf(change.office, workerId)}的照片`);
  updateWorker(change, workerId, { photoHash: null, photoToCrop: false });
}

/** A person looked at the automatic crop and left it. */
export function acceptCrop(change: Change, { workerId }: { workerId: number }): void {
  change.say(`确认${nameOf(change.office, workerId)}的照片裁剪合适`);
  updateWorker(change, workerId, { photoToCrop: false });
}
