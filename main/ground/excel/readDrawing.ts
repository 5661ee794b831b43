// The pictures of one drawing part, and of WPS' cellimages.xml, with how each is anchored, turned and cut. An anchor's fallback for
// older programs is the same picture once more, and is passed over.
import { type Element, readXml } from './readXml.ts';
import type { Axis } from './pictureAnchors.ts';
import { type Look, pictureFaults, plainLook, type SheetPicture, type PictureSource } from './pictures.ts';

/** A picture of a drawing: its relationship, or why there is none. */
type Shown = { name: string; embed: string | null; linked: boolean; look: Look; grouped: boolean };

type Spot = { col: number; colOff: number; row: number; rowOff: number };
type Anchor = { from: Spot | null; to: Spot | null; width: number; height: number; shown: Shown[] };

const anchors = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);
const shapes = new Set(['pic', 'sp']);
const spotFields = ['col', 'colOff', 'row', 'rowOff'] as const;

const number = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isFinite(value) ? value : 0;
};
/** Thousandths of a percent, or a percentage as strict files write it. */
const share = (text: string | undefined): number =>
  text === undefined ? 0 : text.endsWith('%') ? number(text.slice(0, -1)) / 100 : number(text) / 100_000;

const isYes = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Follows the elements and gathers the pictures, each told when its shape is closed. */
class Shapes {
  readonly #told: (shown: Shown) => void;
  #open: Shown[] = [];
  #groups = 0;

  constructor(told: (shown: Shown) => void) {
    this.#told = told;
  }

  opened({ name, attributes }: Element): void {
    if (name === 'grpSp') this.#groups++;
    if (shapes.has(name))
      this.#open.push({
        name: '',
        embed: null,
        linked: false,
        look: { ...plainLook },
        grouped: this.#groups > 0,
      });
    const shown = this.#open.at(-1);
    if (!shown) return;
    if (name === 'cNvPr') shown.name = attributes.name ?? '';
    if (name === 'blip') {
      shown.embed ??= attributes.embed || null;
      shown.linked ||= attributes.link !== undefined;
    }
    if (name === 'srcRect') {
      const [left, top, right, bottom] = [attributes.l, attributes.t, attributes.r, attributes.b].map((side) =>
        Math.max(share(side), 0),
      ) as [number, number, number, number];
      if (left + top + right + bottom > 0) shown.look.cut = { left, top, right, bottom };
    }
    if (name === 'xfrm') {
      const turn = Math.round(number(attributes.rot) / 60_000) % 360;
      shown.look.turn = (turn + 360) % 360;
      shown.look.mirrored = isYes(attributes.flipH) !== isYes(attributes.flipV);
      if (isYes(attributes.flipV)) shown.look.turn = (shown.look.turn + 180) % 360;
    }
  }

  closed(name: string): void {
    if (name === 'grpSp') this.#groups--;
    if (!shapes.has(name)) return;
    const shown = this.#open.pop();
    if (shown && (shown.embed !== null || shown.linked)) this.#told(shown);
  }
}

/** Reads without what stands in `Fallback`. */
function readOnce(
  bytes: Uint8Array,
  listener: { open: (e: Element) => void; text?: (t: string) => void; close: (n: string) => void },
) {
  let passed = 0;
  readXml(bytes, {
    open(element) {
      if (element.name === 'Fallback') passed++;
      if (passed === 0) listener.open(element);
    },
    text(text) {
      if (passed === 0) listener.text?.(text);
    },
    close(name) {
      if (passed === 0) listener.close(name);
      if (name === 'Fallback') passed--;
    },
  });
}

/** What a relationship of the drawing names. */
export type SourceOf = (embed: string, look: Look) => PictureSource;

const sourceOf = (shown: Shown, of: SourceOf): PictureSource =>
  shown.embed === null ? { fault: pictureFaults.linked } : of(shown.embed, shown.look);

/** @throws where the part is no XML */
export function readDrawing(bytes: Uint8Array, rows: Axis, columns: Axis, of: SourceOf): SheetPicture[] {
  const pictures: SheetPicture[] = [];
  const path: string[] = [];
  let anchor: Anchor | null = null;
  const drawn = new Shapes((shown) => anchor?.shown.push(shown));
  readOnce(bytes, {
    open(element) {
      const { name, attributes } = element;
      const parent = path.at(-1) ?? '';
      path.push(name);
      if (anchors.has(name)) anchor = { from: null, to: null, width: 0, height: 0, shown: [] };
      if (!anchor) return;
      if (anchors.has(parent)) {
        if (name === 'from' || name === 'to') anchor[name] = { col: 0, colOff: 0, row: 0, rowOff: 0 };
        if (name === 'ext') [anchor.width, anchor.height] = [number(attributes.cx), number(attributes.cy)];
        if (name === 'pos') anchor.from = { col: 0, colOff: number(attributes.x), row: 0, rowOff: number(attributes.y) };
      }
      drawn.opened(element);
    },
    text(text) {
      const [side = '', field = ''] = path.slice(-2);
      const spot = side === 'from' || side === 'to' ? anchor?.[side] : null;
      const known = spotFields.find((name) => name === field);
      if (spot && known && text.trim() !== '') spot[known] = number(text);
    },
    close(name) {
      path.pop();
      drawn.closed(name);
      if (!anchor || !anchors.has(name)) return;
      pictures.push(...placed(anchor, name === 'absoluteAnchor', rows, columns, of));
      anchor = null;
    },
  });
  return pictures;
}

function placed(
  { from, to, width, height, shown }: Anchor,
  absolute: boolean,
  rows: Axis,
  columns: Axis,
  of: SourceOf,
): SheetPicture[] {
  if (!from || shown.length === 0) return [];
  const top = { index: from.row, offset: from.rowOff };
  const left = { index: from.col, offset: from.colOff };
  const row = to
    ? rows.middle(top, { index: to.row, offset: to.rowOff })
    : absolute
      ? rows.middleFromStart(from.rowOff, height)
      : rows.middleOf(top, height);
  const column = to
    ? columns.middle(left, { index: to.col, offset: to.colOff })
    : absolute
      ? columns.middleFromStart(from.colOff, width)
      : columns.middleOf(left, width);
  // Of a group over several rows only the whole has an anchor.
  const oneRow = to !== null && to.row === from.row;
  return shown.map((each) => ({
    row: row.index,
    otherRow: row.neighbour,
    column: column.index,
    inCell: false,
    source: each.grouped && !oneRow ? { fault: pictureFaults.grouped } : sourceOf(each, of),
  }));
}

/** The pictures that WPS keeps for its cells, by the name that the formula DISPIMG says. @throws where the part is no XML */
export function readCellImages(bytes: Uint8Array, of: SourceOf): Map<string, PictureSource> {
  const pictures = new Map<string, PictureSource>();
  const drawn = new Shapes((shown) => pictures.set(shown.name, sourceOf(shown, of)));
  readOnce(bytes, { open: (element) => drawn.opened(element), close: (name) => drawn.closed(name) });
  return pictures;
}
