// A sheet on its way to the print dialog: its pages as drawings, with the glyphs that they are drawn with. A file of lines of JSON: the
// first says what holds for all, each further one is a page.
import type { Drawing } from './drawing.ts';
import type { Weight } from './glyphs.ts';

export const printedType = 'application/x-ndjson';

export type PrintedHead = {
  title: string;
  /** Of each page, in millimetres. */
  width: number;
  height: number;
  pages: number;
  /** OpenType fonts in base64, with the characters of these pages. */
  fonts: Partial<Record<Weight, string>>;
};

/** `pictures`: JPEGs in base64, by their keys, which begin with the number of their row: 12-3. */
export type PrintedPage = { drawing: Drawing; pictures: Record<string, string> };

/** Said of a photo that can't be drawn. @param key as in `pictures` */
export const damagedPhoto = (key: string): string =>
  `第 ${key.split('-')[0]} 行的照片已损坏，印不出来。请重新上传这张照片后再打印。`;

/** Where a finished job's pages are shown to be printed. */
export const printPageOf = (jobId: string): string => `/print/sheet.html?job=${encodeURIComponent(jobId)}`;
