// What is called as something else is: a row without a number of its own whose name is somebody else's too, a new grid beside another
// of its name. Whether that is the same one only the office can say.
import type { Office } from '../../ground/office/office.ts';
import { searchable } from '../../../shared/rules/text.ts';
import type { CellIssue } from './rowReading.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import { findGridsOfPlace } from '../roster/find.ts';
import type { JudgedRow } from './judged.ts';
import { gridKey, isPlanned, placeKey, type PlannedGrid } from './planned.ts';

const confirmed = (field: CellIssue['field'], value: string, reason: string, label: string): CellIssue => ({
  field,
  level: 'confirm',
  value,
  reason,
  choices: [{ value: 'confirmed', label }],
});

const isUnnumbered = ({ values: { idNumber, mobile, otherMobiles = [] } }: JudgedRow): boolean =>
  idNumber === undefined && mobile === undefined && otherMobiles.length === 0;

/** Asks about every such row that would bring in a new person. */
export function askSameNames(office: Office, rows: readonly JudgedRow[]): void {
  const known = new Set(office.prepare<[], string>('SELECT searchable(name) FROM worker').pluck().all());
  const named = Map.groupBy(rows, ({ values: { name } }) => (name === undefined ? null : searchable(name)));
  for (const judged of rows) {
    const { name } = judged.values;
    if (name === undefined || judged.workerId !== null || !isUnnumbered(judged)) continue;
    const others = (named.get(searchable(name)) ?? []).filter((other) => other !== judged).map(({ row }) => row);
    const where = [
      known.has(searchable(name)) ? '台账中的一个人' : null,
      others.length > 0 ? `第 ${others.slice(0, 5).join('、')} 行` : null,
    ].filter((place) => place !== null);
    if (where.length === 0) continue;
    judged.otherIssues.push(
      confirmed(
        'name',
        name,
        `与${where.join('、')}姓名相同，又没有身份证号和手机号码，请核对是不是同一个人`,
        '不是同一个人，照写',
      ),
    );
  }
}

/** Asks about every new grid beside which, in the same place, another of its name is or comes. @param day on which places have their grids */
export function askSameGrids(office: Office, rows: readonly JudgedRow[], day: string): void {
  const made = rows.flatMap((judged) => {
    const { grid } = judged;
    if (!grid || !isPlanned<PlannedGrid>(grid) || grid.name === null) return [];
    return [{ judged, grid, name: grid.name, called: `${placeKey(grid.place)} ${plainPlaceName(grid.name)}` }];
  });
  const called = Map.groupBy(made, (one) => one.called);
  for (const { judged, grid, name, called: key } of made) {
    const others = (called.get(key) ?? []).filter((other) => gridKey(other.grid) !== gridKey(grid));
    const stands =
      !isPlanned(grid.place) &&
      findGridsOfPlace(office, grid.place.placeId, day).some((known) => plainPlaceName(known.name) === plainPlaceName(name));
    if (others.length === 0 && !stands) continue;
    const where = [stands ? '台账' : null, others.length > 0 ? `第 ${others[0]?.judged.row} 行` : null].filter(
      (place) => place !== null,
    );
    judged.otherIssues.push(
      confirmed(
        'gridName',
        name,
        `“${grid.place.name}”在${where.join('和')}里另有一个同名的网格，编码不同，请核对`,
        '是另一个网格，照写',
      ),
    );
  }
}
