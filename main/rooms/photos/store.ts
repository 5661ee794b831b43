// The photos kept in the office file: immutable, by the hash of their bytes. The photo table has no audit of its own; the
// audited row that names the hash is written in the same transaction.
import type { Office } from '../../ground/office/office.ts';
import type { PreparedPhoto } from './process.ts';

/** Keeps a photo and returns its hash. Call it inside `office.change`, beside the row that names the hash. */
export function addPhoto(office: Office, photo: PreparedPhoto): string {
  office
    .prepare(
      'INSERT INTO photo (hash, jpeg, thumbnail, width, height, added_at) VALUES (@hash, @jpeg, @thumbnail, @width, @height, @addedAt) ON CONFLICT (hash) DO NOTHING',
    )
    .run({
      hash: photo.hash,
      jpeg: photo.jpeg,
      thumbnail: photo.thumbnail,
      width: photo.width,
      height: photo.height,
      addedAt: office.clock.now().toISOString(),
    });
  return photo.hash;
}

/** The stored JPEG, byte for byte, or null. */
export const readPhoto = (office: Office, hash: string): Buffer | null =>
  office.prepare<[string], Buffer>('SELECT jpeg FROM photo WHERE hash = ?').pluck().get(hash) ?? null;

export const readThumbnail = (office: Office, hash: string): Buffer | null =>
  office.prepare<[string], Buffer>('SELECT thumbnail FROM photo WHERE hash = ?').pluck().get(hash) ?? null;

export type PhotoFacts = { width: number; height: number; bytes: number };

export const readPhotoFacts = (office: Office, hash: string): PhotoFacts | null =>
  office.prepare<[string], PhotoFacts>('SELECT width, height, length(jpeg) AS bytes FROM photo WHERE hash = ?').get(hash) ?? null;
