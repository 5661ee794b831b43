// The signboard 网格化服务管理指示牌: its sizes, everything that stands on its face, what can be wrong with it before printing, and
// whether that stops it.
// No ID number and no home address has a field here, so none can be printed.
import { z } from 'zod';
import { boardSizeNames, type BoardSizeName } from './boardSizes.ts';
import { chosenIds, rowId } from './kit/list.ts';

export const boardSizeName = z.enum(boardSizeNames);

export type Duty = { label: string; text: string };

export type BoardPhoto = { hash: string; width: number; height: number };

/** All that stands on a board. Empty text: the office hasn't said; the template leaves the place out. */
export type BoardFace = {
  gridId: number;
  street: string;
  title: string;
  /** The community, and the compound where the grid stands on one. */
  place: string;
  gridName: string;
  /** 15 digits, or empty. */
  gridCode: string;
  /** 专职网格员, as the office calls it. */
  role: string;
  /** null: the grid is vacant. */
  worker: { id: number; name: string; mobile: string; photo: BoardPhoto | null } | null;
  area: string;
  dutiesHeading: string;
  duties: Duty[];
  hotlineLabel: string;
  hotline: string;
  issuingUnit: string;
  qrCaption: string;
};

/** Board photos are drawn without cropping, so they must be exactly this shape. */
export const isBoardShape = (photo: { width: number; height: number }): boolean => photo.width * 7 === photo.height * 5;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`);

/** What the QR code says: the worker as a contact a phone can dial and keep (vCard 3.0, RFC 2426). */
export const boardContact = (face: BoardFace): string =>
  face.worker
    ? [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `N:${escaped(face.worker.name)}`,
        `FN:${escaped(face.worker.name)}`,
        `ORG:${escaped(face.street + face.gridName)}`,
        `TEL;TYPE=CELL:${face.worker.mobile}`,
        'END:VCARD',
      ].join('\r\n')
    : '';

/**
 * What stands between a grid and its board. `block`: the board can't be printed until it is mended. `ask`: it is printed only
 * when the person says so. `note`: said beforehand, and printed.
 */
export type BoardProblem =
  | { kind: 'noWorker' }
  | { kind: 'noMobile' }
  | { kind: 'noPhoto' }
  | { kind: 'photoShape' }
  | { kind: 'uncovered'; characters: string }
  | { kind: 'overflow'; fields: string[] }
  | { kind: 'lowPpi' }
  | { kind: 'toCrop' }
  | { kind: 'rare'; characters: string }
  | { kind: 'noCode' }
  | { kind: 'noHotline' };
export type BoardProblemKind = BoardProblem['kind'];

export const problemWeight: Readonly<Record<BoardProblemKind, 'block' | 'ask' | 'note'>> = {
  noWorker: 'block',
  noMobile: 'block',
  noPhoto: 'block',
  photoShape: 'block',
  uncovered: 'block',
  overflow: 'block',
  lowPpi: 'ask',
  noCode: 'note',
  noHotline: 'note',
  toCrop: 'note',
  rare: 'note',
};

const problemTexts: { [Kind in BoardProblemKind]: (problem: Extract<BoardProblem, { kind: Kind }>) => string } = {
  noWorker: () => '空缺，没有网格员',
  noMobile: () => '手机号码未填',
  noPhoto: () => '没有照片',
  photoShape: () => '照片不是 5:7，请重新裁剪',
  uncovered: ({ characters }) => `“${characters}”没有可印的字形`,
  overflow: ({ fields }) => `${fields.join('、')}太长，缩到最小也放不下`,
  lowPpi: () => '照片偏小，印出略有模糊',
  noCode: () => '网格编码未填，牌上不印编码',
  noHotline: () => '监督电话未填，牌上不印电话',
  toCrop: () => '照片是自动裁剪的，请看预览',
  rare: ({ characters }) => `“${characters}”是生僻字，请在预览中核对字形`,
};

/** In the words shown to the person, also in a refusal. */
export const problemText = (problem: BoardProblem): string =>
  (problemTexts[problem.kind] as (problem: BoardProblem) => string)(problem);

/** One row of the screen's list. */
export type BoardRow = {
  /** The grid's. */
  id: number;
  gridName: string;
  place: string;
  gridCode: string;
  branch: string;
  kind: 'urban' | 'rural' | null;
  workerId: number | null;
  worker: string;
  mobile: string;
  photo: BoardPhoto | null;
  problems: BoardProblem[];
};

/** Whether nothing but a note stands in the way; `acceptLowPpi` lets coarse photos through. */
export const isPrintable = (problems: readonly BoardProblem[], acceptLowPpi = false): boolean =>
  problems.every(({ kind }) => problemWeight[kind] === 'note' || (acceptLowPpi && kind === 'lowPpi'));

export const boardListSchema = z.object({
  size: boardSizeName,
  branch: rowId.optional(),
  kind: z.enum(['urban', 'rural']).optional(),
  /** 'printable': nothing is missing; 'held': something is. */
  show: z.enum(['printable', 'held']).optional(),
  search: z.string().max(100).optional(),
  /** Only these grids. */
  grids: chosenIds.optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type BoardListInput = z.infer<typeof boardListSchema>;

/** `counts` are of all grids that the other filters leave, whichever of them `show` shows. */
export type BoardList = { rows: BoardRow[]; total: number; counts: { all: number; printable: number; held: number } };

/** Boards a document: Chromium's time and memory grow in a line only up to here (measured; signboards.md). */
export const boardsPerPart = 200;

export const gridIds = chosenIds.min(1, '请先选择要打印的网格');

/** What a print asks for. `acceptLowPpi`: the person chose to print boards whose photo is under 150 ppi. */
export const printRequest = z.object({ gridIds, size: boardSizeName, acceptLowPpi: z.boolean().default(false) });
export type PrintRequest = z.infer<typeof printRequest>;

/** What the print page gets for its ticket. */
export type PrintPart = { size: BoardSizeName; faces: BoardFace[] };
