// From how many pixels on a photo prints sharply on a board: 清晰, or 偏小.
import { type BoardSize, boardUnit } from './boardSizes.ts';

/** Printed width of the photo on an A4 board, mm. */
const photoWidth = 50;
const leastPhotoPpi = 150;

/** Pixels per inch that a photo of this width in pixels has on a board of this size. */
const photoPpi = (pixels: number, size: BoardSize): number => Math.round(pixels / ((photoWidth * boardUnit(size)) / 25.4));

export const isSharp = (pixels: number, size: BoardSize): boolean => photoPpi(pixels, size) >= leastPhotoPpi;
