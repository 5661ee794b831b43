// What crosses the wire about photos.
import { z } from 'zod';

const pixels = z.number().finite().min(0).max(100_000);

/** The part of a picture to keep, in pixels of the picture as turned on the screen. */
export const photoCropSchema = z.object({ left: pixels, top: pixels, width: pixels, height: pixels });
export type PhotoCrop = z.infer<typeof photoCropSchema>;
