// One worker's photo: set, removed, or found well cropped, each as an act that can be undone.
import type { z } from 'zod';
import type { savePhotoSchema } from '../../../shared/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Uploads } from '../../ground/files/uploads.ts';
import type { Office } from '../../ground/office/office.ts';
import { preparePhoto } from './process.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { addPhoto } from './store.ts';

type Act = { changeSetId: number | null };

function nameOf(office: Office, workerId: number): string {
  const name = office.row('worker', workerId)?.name;
  if (typeof name !== 'string') throw new Refusal('这名网格员已不在台账里，照片没有改动。请刷新名单。');
  return name;
}

/** Crops the uploaded original and makes it the worker's photo. */
export async function savePhoto(
  office: Office,
  uploads: Uploads,
  actor: string,
  { workerId, uploadId, crop, turn }: z.infer<typeof savePhotoSchema>,
): Promise<Act & { photoHash: string }> {
  const name = nameOf(office, workerId);
  const upload = uploads.get(uploadId);
  const photo = await preparePhoto(shownName(upload.name), upload.bytes, { crop, turn });
  const act = office.row('worker', workerId)?.photo_hash ? '更换' : '上传';
  const { changeSetId } = office.change({ actor, kind: 'photos.save', summary: `${act}${name}的照片` }, (change) =>
    change.update('worker', workerId, { photo_hash: addPhoto(office, photo), photo_to_crop: 0 }),
  );
  uploads.forget(uploadId);
  return { changeSetId, photoHash: photo.hash };
}

/** The worker has no photo any more; the photo itself stays, for boards that were printed with it. */
export function removePhoto(office: Office, actor: string, workerId: number): Act {
  const name = nameOf(office, workerId);
  return office.change({ actor, kind: 'photos.remove', summary: `删除${name}的照片` }, (change) => {
    change.update('worker', workerId, { photo_hash: null, photo_to_crop: 0 });
  });
}

/** A person looked at the automatic crop and left it. */
export function acceptCrop(office: Office, actor: string, workerId: number): Act {
  const name = nameOf(office, workerId);
  return office.change({ actor, kind: 'photos.accept', summary: `确认${name}的照片裁剪合适` }, (change) => {
    change.update('worker', workerId, { photo_to_crop: 0 });
  });
}
