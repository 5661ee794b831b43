// A new grid beside another of its name in one place, or two such rows: whether that is the same grid only the office can say.
import { type Labels, rowWords } from '../../../shared/imports/rowNumber.ts';
import type { Office } from '../../ground/office/office.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import { findGridsOfPlace } from '../roster/find.ts';
import type { JudgedRow } from './judged.ts';
import { gridKey, isPlanned, placeKey, type PlannedGrid } from './planned.ts';

/**
 * Asks about every new grid beside which, in the same place, another of its name is or comes.
 * @param day on which places have their grids
 * @param labels what stands before a row's number (rowNumber.ts)
 */
export function askSameGrids(office: Office, rows: readonly JudgedRow[], day: string, labels: Labels): void {
  const made = rows.flatMap((judged) => {
    const { grid } = judged;
    if (!grid || !isPlanned<PlannedGrid>(grid) || grid.name === null) return [];
    return [
      { judged, grid, key: gridKey(grid), name: grid.name, called: `${placeKey(grid.place)} ${plainPlaceName(grid.name)}` },
    ];
  });
  /** By what they are called, the first row of each grid. */
  const called = new Map(
    [...Map.groupBy(made, (one) => one.called)].map(([words, all]) => [
      words,
      new Map(all.toReversed().map((one) => [one.key, one])),
    ]),
  );
  for (const { judged, grid, key, name, called: words } of made) {
    const other = firstOther(called.get(words)?.values() ?? [], key);
    const stands =
      !isPlanned(grid.place) &&
      findGridsOfPlace(office, grid.place.placeId, day).some((known) => plainPlaceName(known.name) === plainPlaceName(name));
    if (!other && !stands) continue;
    const where = [stands ? '台账' : null, other ? rowWords(other.judged.row, labels) : null].filter((place) => place !== null);
    judged.otherIssues.push({
      field: 'gridName',
      level: 'confirm',
      value: name,
      reason: `“${grid.place.name}”在${where.join('和')}里另有一个同名的网格，编码不同，请核对`,
      choices: [{ value: 'confirmed', label: '是另一个网格，照写' }],
    });
  }
}

function firstOther<Of extends { key: string }>(all: Iterable<Of>, key: string): Of | null {
  for (const one of all) if (one.key !== key) return one;
  return null;
}
