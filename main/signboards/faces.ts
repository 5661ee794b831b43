// What stands on each grid's board as of a day: place and grid, who serves there, the office's board settings, the branch's own
// hotline. The query names no ID number and no home address, so no board can carry one.
import type { BoardFace, BoardPhoto, BoardRow, Duty } from '../../shared/signboards.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Office } from '../office/office.ts';
import { readSettings } from '../settings/settings.ts';

/** A grid's face, and beside it what the screen's list needs. */
export type GridBoard = {
  face: BoardFace;
  photoToCrop: boolean;
  row: Omit<BoardRow, 'problems'>;
};

type GridRow = {
  gridId: number;
  gridName: string;
  gridCode: string | null;
  gridKind: 'urban' | 'rural' | null;
  serviceArea: string | null;
  extraDuty: string | null;
  place: string | null;
  placeKind: 'urban' | 'rural' | null;
  community: string | null;
  branch: string | null;
  hotline: string | null;
  workerId: number | null;
  worker: string | null;
  mobile: string | null;
  photoHash: string | null;
  photoToCrop: 0 | 1 | null;
  photoWidth: number | null;
  photoHeight: number | null;
};

const valid = (table: string): string =>
  `ifnull(${table}.first_day, '') <= @day AND ifnull(${table}.last_day, '9999-12-31') >= @day`;

/** All grids that exist on the day, in the office's order: by branch, community, grid. */
const sql = `
SELECT grid.id AS gridId, grid.name AS gridName, grid.code AS gridCode, grid.kind AS gridKind,
  grid.service_area AS serviceArea, grid.extra_duty AS extraDuty,
  own.name AS place, own.kind AS placeKind, parent.name AS community,
  branch.name AS branch, branch.hotline AS hotline,
  worker.id AS workerId, worker.name AS worker, worker.mobile AS mobile,
  worker.photo_hash AS photoHash, worker.photo_to_crop AS photoToCrop, photo.width AS photoWidth, photo.height AS photoHeight
FROM grid
LEFT JOIN place_version AS own ON own.place_id = grid.place_id AND ${valid('own')}
LEFT JOIN place_version AS parent ON parent.place_id = own.parent_id AND ${valid('parent')}
LEFT JOIN branch ON branch.id = coalesce(own.branch_id, parent.branch_id)
LEFT JOIN place AS community ON community.id = coalesce(own.parent_id, grid.place_id)
LEFT JOIN posting ON posting.grid_id = grid.id AND posting.role = 'worker' AND ${valid('posting')}
LEFT JOIN worker ON worker.id = posting.worker_id
LEFT JOIN photo ON photo.hash = worker.photo_hash
WHERE ${valid('grid')} AND (@gridIds IS NULL OR grid.id IN (SELECT value FROM json_each(@gridIds)))
ORDER BY branch.sort_order IS NULL, branch.sort_order, community.sort_order, community.id, grid.sort_order, grid.id`;

/** One line without what can't be seen: line breaks, tabs, zero-width characters pasted along. */
const clean = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029\u0020\u00a0]+/g, ' ')
    .trim();

/** The community; and the compound, unless the grid's name says it already. */
function placeLine({ place, community, gridName }: GridRow): string {
  if (!place) return '';
  if (!community) return clean(place);
  return clean(gridName.includes(place) ? community : `${community}　${place}`);
}

/** The office's duties, and the grid's own, written `防溺水：…` or without a label. */
function dutiesOf(row: GridRow, duties: readonly Duty[]): Duty[] {
  const common = duties.map((duty) => ({ label: clean(duty.label), text: clean(duty.text) }));
  const own = clean(row.extraDuty);
  if (!own) return common;
  const [, label, text] = /^([^：:]{1,8})[：:](.+)$/.exec(own) ?? [];
  return [...common, label && text ? { label: label.trim(), text: text.trim() } : { label: '本格职责', text: own }];
}

function boardOf(row: GridRow, settings: Settings): GridBoard {
  const { board, office } = settings;
  const photo: BoardPhoto | null =
    row.photoHash && row.photoWidth && row.photoHeight
      ? { hash: row.photoHash, width: row.photoWidth, height: row.photoHeight }
      : null;
  const place = placeLine(row);
  return {
    face: {
      gridId: row.gridId,
      street: clean(office.street),
      title: clean(board.title),
      place,
      gridName: clean(row.gridName),
      gridCode: row.gridCode ?? '',
      role: clean(board.roleTitle),
      worker: row.workerId === null ? null : { id: row.workerId, name: clean(row.worker), mobile: row.mobile ?? '', photo },
      area: clean(row.serviceArea) || clean(row.place ?? row.gridName),
      dutiesHeading: clean(board.dutiesHeading),
      duties: dutiesOf(row, board.duties),
      hotlineLabel: clean(board.hotlineLabel),
      hotline: clean(row.hotline) || clean(board.hotline),
      issuingUnit: clean(board.issuingUnit) || clean(office.unit),
      qrCaption: clean(board.qrCaption),
    },
    photoToCrop: row.photoToCrop === 1,
    row: {
      gridId: row.gridId,
      gridName: row.gridName,
      place: row.community && row.place ? `${row.community}　${row.place}` : (row.place ?? ''),
      gridCode: row.gridCode ?? '',
      branch: row.branch ?? '',
      kind: row.gridKind ?? row.placeKind,
      workerId: row.workerId,
      worker: row.worker ?? '',
      mobile: row.mobile ?? '',
      photo,
    },
  };
}

/**
 * The boards of all grids, or of the grids named, in the office's order.
 * @param day the day they are true of, normally today; grids that don't exist on it are left out.
 */
export function gridBoards(office: Office, day: string, gridIds: readonly number[] | null = null): GridBoard[] {
  const settings = readSettings(office);
  return office
    .prepare<{ day: string; gridIds: string | null }, GridRow>(sql)
    .all({ day, gridIds: gridIds && JSON.stringify(gridIds) })
    .map((row) => boardOf(row, settings));
}
