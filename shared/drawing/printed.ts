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

/** What a picture of a sheet is called: the row's number, as the sheet counts them, and its column. */
export const pictureKey = (row: number, column: number): string => `${row}-${column}`;
export const rowOf = (key: string): string => key.replace(/-.*/, '');

/** `pictures`: JPEGs in base64, by their keys. */
export type PrintedPage = { drawing: Drawing; pictures: Record<string, string> };

/** Where a finished job's pages are shown to be printed. */
export const printPageOf = (jobId: string): string => `/print/sheet.html?job=${encodeURIComponent(jobId)}`;
