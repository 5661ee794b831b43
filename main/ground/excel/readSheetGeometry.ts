// Of a sheet's own part only what its pictures need: how high its rows and how wide its columns are, in the unit of drawings
// (914,400 to the inch), and which cells hold a picture as their value.
import { utils } from 'xlsx';
import { rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';
import { Axis } from './pictureAnchors.ts';
import { readXml } from './readXml.ts';

export type SheetGeometry = {
  rows: Axis;
  columns: Axis;
  /** Cells with a value that the workbook's metadata describes, by its number there, from 1. */
  described: { row: number; column: number; metadata: number }[];
};

const point = 12_700;
const pixel = 9_525;
/** Pixels of a digit in the usual font, and those beside the text of a column. */
const digit = 7;
const usual = { height: 15, width: 64 };

const isYes = (text: string | undefined): boolean => text === '1' || text === 'true';

/** @throws where the part is no XML */
export function readSheetGeometry(bytes: Uint8Array): SheetGeometry {
  const heights = new Map<number, number>();
  const widths = new Map<number, number>();
  const described: SheetGeometry['described'] = [];
  let [height, width] = [usual.height * point, usual.width * pixel];
  let row = -1;
  readXml(bytes, {
    open({ name, attributes }) {
      if (name === 'c') {
        const { r, c } = utils.decode_cell(attributes.vm === undefined ? '' : (attributes.r ?? ''));
        if (r >= 0 && c >= 0) described.push({ row: r, column: c, metadata: Number(attributes.vm) });
      } else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        if (isYes(attributes.hidden)) heights.set(row, 0);
        else if (attributes.ht !== undefined) heights.set(row, Number(attributes.ht) * point);
      } else if (name === 'col') {
        const wide = isYes(attributes.hidden) ? 0 : Math.round(Number(attributes.width ?? 0) * digit) * pixel;
        const to = Math.min(Number(attributes.max), excelBounds.columns);
        for (let index = Number(attributes.min); index <= to; index++) widths.set(index - 1, wide);
      } else if (name === 'sheetFormatPr') {
        if (attributes.defaultRowHeight !== undefined) height = Number(attributes.defaultRowHeight) * point;
        if (attributes.defaultColWidth !== undefined) width = Math.round(Number(attributes.defaultColWidth) * digit) * pixel;
      }
    },
  });
  return { rows: new Axis(height, heights, rowLimit), columns: new Axis(width, widths, excelBounds.columns), described };
}
