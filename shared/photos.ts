// What crosses the wire about photos.
import { z } from 'zod';

const pixels = z.number().finite().min(0).max(100_000);

/** The part of a picture to keep, in pixels of the picture as turned on the screen. */
export const photoCropSchema = z.object({ left: pixels, top: pixels, width: pixels, height: pixels });
export type PhotoCrop = z.infer<typeof photoCropSchema>;

/** Degrees clockwise, beyond the turn the picture's own EXIF asks for. */
export const photoTurnSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type PhotoTurn = z.infer<typeof photoTurnSchema>;

export const workerPhotoSchema = z.object({ workerId: z.number().int() });
export const savePhotoSchema = workerPhotoSchema.extend({
  uploadId: z.string().min(1).max(100),
  crop: photoCropSchema,
  turn: photoTurnSchema,
});

/** A file of a batch: whose it is, or why it isn't known. */
export type BatchVerdict = 'matched' | 'nobody' | 'ambiguous' | 'duplicate' | 'broken';

export type BatchItem = {
  id: number;
  /** Without folders; an ID number in it is masked. */
  name: string;
  verdict: BatchVerdict;
  /** Whose it is; null unless matched or a duplicate. */
  worker: BatchPerson | null;
  byHand: boolean;
  /** Why it isn't matched, in Chinese; empty when it is. */
  reason: string;
  /** Whom it may be, to choose from. */
  candidates: BatchPerson[];
  toCrop: boolean;
  width: number;
  height: number;
};

export type BatchPerson = { id: number; name: string; mobile: string | null; place: string | null; hasPhoto: boolean };
