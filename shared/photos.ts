// What crosses the wire about photos, and which of them are too much.
import { z } from 'zod';

/** Of one picture. */
export const photoLimits = { bytes: 10 * 1024 * 1024, pixels: 50_000_000 } as const;

/** Why a file is no photo, by its name; said by the window, and by the program behind, which checks again. */
export const photoFaults = {
  empty: (name: string): string => `“${name}”是空文件，没有内容。请重新选择照片。`,
  tooLarge: (name: string): string => `“${name}”超过 10 MB，没有读入。请压缩后再选。`,
  tooManyPixels: (name: string, count: number): string =>
    `“${name}”有 ${Math.round(count / 10_000)} 万像素，超过 5000 万像素，请缩小后再选。`,
  severalPictures: (name: string, count: number): string =>
    `“${name}”里有 ${count} 张画面，不知道用哪一张，没有读入。请用看图软件把要用的一张另存为 JPG 后再选。`,
  /** A picture that the window can't show, though the program reads it. */
  notShown: (name: string): string =>
    `“${name}”是 TIFF 格式，这里显示不了，不能裁剪。请用电脑上的看图软件打开，另存为 JPG 后再选。`,
} as const;

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

/** What is uploaded, as the person saw it: whose each ticked photo is. */
export const uploadPhotosSchema = z.object({
  photos: z.array(z.object({ itemId: z.number().int(), workerId: z.number().int() })).max(3000, '一次最多上传 3000 张照片'),
});
export type UploadPhotos = z.infer<typeof uploadPhotosSchema>;

/** A file of a batch: whose it is, or why it isn't known. */
export type BatchVerdict = 'matched' | 'nobody' | 'ambiguous' | 'duplicate' | 'broken';

export type BatchItem = {
  id: number;
  /** Without folders; an ID number in it is masked. */
  name: string;
  /** The folders it lay in, likewise masked; empty where it lay in none. */
  folder: string;
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
  /** It goes in when the batch is uploaded; only what is matched can. */
  ticked: boolean;
  /** It is the very photo that the worker has. */
  unchanged: boolean;
};

export type BatchPerson = { id: number; name: string; mobile: string | null; place: string | null; hasPhoto: boolean };
