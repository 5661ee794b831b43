// The pictures of a workbook as the program takes them, whatever file they came from: where each lies, and its bytes once they are
// asked for. A picture that can't be had is there all the same, with the reason.
import { Refusal } from '../../../shared/refusal.ts';

/** How a sheet shows the bytes of a picture. */
export type Look = {
  /** Degrees clockwise, 0 to 359. */
  turn: number;
  mirrored: boolean;
  /** What is cut away at each side, as shares of the whole picture as stored; null where nothing is. */
  cut: { left: number; top: number; right: number; bottom: number } | null;
};

/** `part` names the bytes: equal parts are equal pictures. A `fault` is a sentence. */
export type PictureSource = { part: string; look: Look } | { fault: string };

/**
 * Rows and columns count from 0, from the sheet's first column. The cell is the one that holds the picture's middle; `otherRow` is as
 * much its row, where it lies over two alike. `inCell`: the picture is the cell's own value, which otherwise reads as an error.
 */
export type SheetPicture = { row: number; otherRow: number | null; column: number; inCell: boolean; source: PictureSource };

/** All pictures of one file: where they are, and their bytes when they are asked for. */
export type BookPictures = {
  /** Those that lie over the cells of a sheet, or in them as Excel keeps them, by the sheet's name. */
  bySheet: ReadonlyMap<string, readonly SheetPicture[]>;
  /** Those that WPS keeps for its formula DISPIMG, by the name that the formula says. */
  byName: ReadonlyMap<string, PictureSource>;
  /** Why pictures of this file, all or some, can't be read; null when all were. */
  fault: string | null;
  /** No more than all of them together may have: how large a photo may be, photos say. @throws Refusal where the file has none */
  read(part: string): Uint8Array;
};

/** Of one file: how many, and the bytes of all of them together. */
export const pictureLimits = { count: 3000, bytes: 200 * 1024 * 1024 } as const;

/** As it is stored. */
export const plainLook: Look = { turn: 0, mirrored: false, cut: null };

export const pictureFaults = {
  linked: '图片没有存在文件里，只是链接到别处',
  missing: '文件里只有图片的编号，没有图片本身',
  drawn: '是 EMF 或 WMF 图形，不是照片，请在表里换成 JPG 或 PNG 图片',
  grouped: '和别的图形组合在一起，分不清是哪一行的，请取消组合',
  damaged: '图片读不出来，可能已损坏',
  unread: '表里图片的位置读不出来，图片没有读入，请用 WPS 或 Excel 打开后另存再导入',
  otherKind: (count: number): string => `文件里有 ${count} 张图片，这种文件的图片读不了，请另存为 .xlsx 再导入`,
  webPage: '网页表格里的图片读不了，没有读入，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
  nameless: '表中的图片',
  tooMany: (count: number): string => `表里有 ${count} 张图片，超过 ${pictureLimits.count} 张，图片没有读入`,
  tooMuch: `表里的图片合计超过 ${pictureLimits.bytes / 1024 / 1024} MB，图片没有读入`,
} as const;

/** A file without pictures, or one whose pictures can't be read. */
export const noPictures = (fault: string | null = null): BookPictures => ({
  bySheet: new Map(),
  byName: new Map(),
  fault,
  read() {
    throw new Refusal(pictureFaults.missing);
  },
});
