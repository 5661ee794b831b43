// What stands on each grid's board as of a day: place and grid, who serves there, the office's board settings, the branch's own
// hotline. The query names no ID number and no home address, so no board can carry one.
import type { BoardFace, BoardPhoto, BoardRow, Duty } from '../../../shared/signboards.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Office } from '../../ground/office/office.ts';
import { boardHaystack } from '../roster/haystacks.ts';
import { turnTo } from '../roster/ofDay.ts';
import { readSettings } from '../settings/settings.ts';

/** A grid's face, and beside it what the screen's list needs. */
export type GridBoard = {
  face: BoardFace;
  photoToCrop: boolean;
  branchId: number | null;
  /** What a search looks through, in lower case. */
  haystack: string;
  row: Omit<BoardRow, 'problems'>;
};

type GridRow = {
  gridId: number;
  gridName: string;
  gridCode: string | null;
  kind: 'urban' | 'rural' | null;
  serviceArea: string | null;
  extraDuty: string | null;
  place: string | null;
  level: 'community' | 'compound' | null;
  community: string | null;
  branchId: number | null;
  branch: string | null;
  hotline: string | null;
  workerId: number | null;
  worker: string | null;
  mobile: string | null;
  photoHash: string | null;
  photoToCrop: 0 | 1 | null;
  photoWidth: number | null;
  photoHeight: number | null;
  haystack: string;
};

/** Joined with the roster's tables of the day; in the office's order. */
const sql = `
SELECT grid.id AS gridId, day_grid.name AS gridName, day_grid.code AS gridCode, ifnull(day_grid.kind, day_place.kind) AS kind,
  grid.service_area AS serviceArea, grid.extra_duty AS extraDuty,
  day_place.name AS place, day_place.level AS level, day_place.community_name AS community,
  branch.id AS branchId, day_branch.name AS branch, branch.hotline AS hotline,
  worker.id AS workerId, worker.name AS worker, worker.mobile AS mobile,
  worker.photo_hash AS photoHash, worker.photo_to_crop AS photoToCrop, photo.width AS photoWidth, photo.height AS photoHeight,
  ${boardHaystack} AS haystack
FROM day_grid
JOIN grid ON grid.id = day_grid.id
LEFT JOIN day_place ON day_place.id = day_grid.place_id
LEFT JOIN day_branch ON day_branch.id = day_grid.branch_id
LEFT JOIN branch ON branch.id = day_grid.branch_id
LEFT JOIN worker ON worker.id = day_grid.worker_id
LEFT JOIN photo ON photo.hash = worker.photo_hash
WHERE @gridIds IS NULL OR grid.id IN (SELECT value FROM json_each(@gridIds))
ORDER BY day_grid.rank`;

/** One line without what can't be seen: line breaks, tabs, zero-width characters pasted along. */
const clean = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029\u0020\u00a0]+/g, ' ')
    .trim();

/** The community; and the compound, unless the grid's name says it already. */
function placeLine({ place, level, community, gridName }: GridRow): string {
  if (!place) return '';
  if (level === 'community' || !community) return clean(place);
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
    branchId: row.branchId,
    haystack: row.haystack,
    row: {
      id: row.gridId,
      gridName: row.gridName,
      place,
      gridCode: row.gridCode ?? '',
      branch: row.branch ?? '',
      kind: row.kind,
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
  turnTo(office, day);
  return office
    .prepare<{ gridIds: string | null }, GridRow>(sql)
    .all({ gridIds: gridIds && JSON.stringify(gridIds) })
    .map((row) => boardOf(row, settings));
}
