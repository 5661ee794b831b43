// Who stands in the way of the postings that a file would open: somebody in the grid, now, before or soon; the person's own other
// postings; the end of the grid. Told in the preview, row by row, since at the writing one such row would stop all the others.
import { type Labels, rowWords } from '../../../shared/imports/rowNumber.ts';
import type { ImportField } from '../../../shared/imports/fields.ts';
import { addDays, dayBefore, earliestDay } from '../../../shared/rules/day.ts';
import type { Office } from '../../ground/office/office.ts';
import { begunOn, goneFrom } from '../../kit/versions.ts';
import { findDepartureAcross, findPostingsFrom, type FoundGrid, type LaterPosting } from '../roster/find.ts';
import { departureWords } from '../roster/postingBounds.ts';
import type { OnDuty } from '../roster/survey.ts';
import { gridVersions, placeVersions } from '../roster/versions.ts';
import { gridCell, isRefused, type JudgedRow, type Obstacle, type Opening } from './judged.ts';
import { movesGrid } from './opening.ts';
import { workersAsked } from './people.ts';
import { isPlanned, type PlannedGrid, standsOn } from './planned.ts';

const obstacle = (field: ImportField, value: string, reason: string, ofDay: boolean): Obstacle => ({
  issue: { field, level: 'refuse', value, reason, choices: [] },
  ofDay,
  waitsFor: null,
});

/** What the rows are held against. `labels`: what stands before a row's number (rowNumber.ts). */
type Known = { onDuty: readonly OnDuty[]; today: string; effectiveDay: string; labels: Labels };

const nameOf = ({ values, posting }: JudgedRow): string => values.name ?? posting?.worker ?? '';

class Judging {
  readonly #office: Office;
  readonly #effectiveDay: string;
  readonly #today: string;
  readonly #labels: Labels;

  constructor(office: Office, { today, effectiveDay, labels }: Pick<Known, 'today' | 'effectiveDay' | 'labels'>) {
    this.#labels = labels;
    this.#office = office;
    this.#effectiveDay = effectiveDay;
    this.#today = today;
  }

  /** What stands in the way whatever becomes of the other rows. */
  own(judged: JudgedRow): Obstacle | null {
    const { opening } = judged;
    if (!opening) return this.#filling(judged);
    const leaving = this.#leaving(judged);
    if (leaving !== null) return this.#onGrid(judged, leaving, 'ofDay');
    const { grid, workerId, posting } = judged;
    const departure = this.#departure(judged, opening.firstDay, null);
    if (departure) return departure;
    const since = opening.firstDay ?? earliestDay;
    if (grid && 'gridId' in grid) {
      const begun = begunOn(this.#office, gridVersions, grid.gridId);
      if (begun !== null && since < begun) return this.#early(judged, opening, this.#notYet(judged, grid.name, begun), begun);
      const gone = goneFrom(this.#office, gridVersions, grid.gridId);
      if (gone !== null)
        return this.#onGrid(
          judged,
          `“${grid.name}”用到 ${dayBefore(gone)} 为止，不能再安排${nameOf(judged)}。请改选别的网格，或先撤销它的停用`,
        );
      const others = findPostingsFrom(this.#office, { gridId: grid.gridId }, since).filter((held) => !this.#isPresent(held));
      const [other] = others;
      if (other) return this.#overlap(judged, opening, other, `“${grid.name}”`, other.worker);
    }
    const place = grid && isPlanned<PlannedGrid>(grid) ? standsOn(grid.place) : null;
    if (place) {
      const begun = begunOn(this.#office, placeVersions, place.placeId);
      if (begun !== null && since < begun) return this.#early(judged, opening, this.#notYet(judged, place.name, begun), begun);
    }
    if (workerId === null || judged.additional) return null;
    const [elsewhere] = findPostingsFrom(this.#office, { workerId }, since).filter(
      (held) => held.postingId !== posting?.postingId && held.additional === 0,
    );
    return elsewhere ? this.#overlap(judged, opening, elsewhere, '', `${nameOf(judged)}在“${elsewhere.grid}”`) : null;
  }

  /**
   * A further grid of somebody who comes into the roster by another row.
   * @param main that row; whether it can go in, and whether it is ticked
   */
  ofMain(judged: JudgedRow, main: JudgedRow, goesIn: boolean, ticked: boolean): Obstacle | null {
    if (goesIn && ticked) return null;
    const row = rowWords(main.row, this.#labels);
    const why = goesIn ? '没有勾选。请先勾选' : '现在不能写入。请先处理';
    const told = `${nameOf(judged)}随${row}写入，${row}${why}${row}`;
    return { ...this.#onGrid(judged, told), waitsFor: goesIn ? main.row : null };
  }

  /**
   * Whoever holds the grid now: they stay, or leave too late for what the row says.
   * @param leaving the row that takes them away; null where none does
   * @param untilTicked the row that must be ticked before that one goes in
   */
  ofHolder(
    judged: JudgedRow,
    grid: FoundGrid,
    holder: OnDuty,
    leaving: JudgedRow | null,
    untilTicked: number | null,
  ): Obstacle | null {
    const { opening } = judged;
    if (opening && holder.lastDay !== null && holder.lastDay < (opening.firstDay ?? earliestDay)) return null;
    const held = `“${grid.name}”现在是${holder.worker}在岗，`;
    if (!leaving) return this.#onGrid(judged, `${held}请先办理${holder.worker}的离岗或调整`);
    if (untilTicked !== null) {
      const why = leaving.row === untilTicked ? '没有勾选' : '现在不能写入';
      const told = `${held}${holder.worker}的调整（${rowWords(leaving.row, this.#labels)}）${why}。请先勾选${rowWords(untilTicked, this.#labels)}`;
      return { ...this.#onGrid(judged, told), waitsFor: untilTicked };
    }
    const lastDay = dayBefore(this.#effectiveDay);
    if (!opening || (opening.firstDay ?? earliestDay) > lastDay) return null;
    return this.#overlap(judged, opening, { ...holder, lastDay }, `“${grid.name}”`, holder.worker);
  }

  #notYet(judged: JudgedRow, name: string, begun: string): string {
    return `“${name}”自 ${begun} 才启用，${nameOf(judged)}不能更早在这里上岗`;
  }

  /** An unknown first day that the file fills in. */
  #filling(judged: JudgedRow): Obstacle | null {
    const { posting, values, grid } = judged;
    if (!grid || !posting || posting.firstDay !== null || !values.firstDay) return null;
    return this.#departure(judged, values.firstDay.day, posting.lastDay);
  }

  /** A departure that is written down, and that the posting would go across. */
  #departure(judged: JudgedRow, firstDay: string | null, lastDay: string | null): Obstacle | null {
    const { workerId } = judged;
    if (workerId === null || firstDay === null) return null;
    const departure = findDepartureAcross(this.#office, { workerId, firstDay, lastDay });
    if (!departure) return null;
    const told = departureWords({ name: nameOf(judged), firstDay, ...departure }).replace(/。$/, '');
    return this.#onGrid(judged, told, 'ofDay');
  }

  #isPresent({ firstDay, lastDay }: LaterPosting): boolean {
    return (firstDay ?? earliestDay) <= this.#today && (lastDay ?? this.#today) >= this.#today;
  }

  /** Why the present posting can't end the day before. */
  #leaving(judged: JudgedRow): string | null {
    const { posting } = judged;
    if (!posting || !movesGrid(judged)) return null;
    const { worker, grid, firstDay, lastDay, endsWithGrid } = posting;
    if (lastDay !== null && endsWithGrid === 0)
      return `${worker}在“${grid}”的任职已登记到 ${lastDay} 结束，不能再从那里调走。请先撤销那次登记`;
    if (firstDay !== null && firstDay >= this.#effectiveDay)
      return `${worker}自 ${firstDay} 才到“${grid}”上岗，请把“调整生效的日期”改为 ${addDays(firstDay, 1)} 或以后`;
    if (lastDay !== null && lastDay < dayBefore(this.#effectiveDay))
      return `${worker}在“${grid}”的任职到 ${lastDay} 结束，请把“调整生效的日期”改为 ${addDays(lastDay, 1)} 或以前`;
    return null;
  }

  #overlap(
    judged: JudgedRow,
    opening: Opening,
    { firstDay, lastDay }: { firstDay: string | null; lastDay: string | null },
    where: string,
    who: string,
  ): Obstacle {
    if (lastDay === null || (firstDay !== null && firstDay > this.#today))
      return this.#onGrid(
        judged,
        where === ''
          ? `${who}自 ${firstDay} 起已有安排，请先撤销或更正那次安排`
          : `${where}自 ${firstDay} 起已安排${who}任职，不能再安排${nameOf(judged)}。请先撤销或更正那次安排`,
      );
    const held = where === '' ? `${who}任职到 ${lastDay}` : `${where}到 ${lastDay} 一直由${who}任职`;
    const told = `${held}，${nameOf(judged)}不能从${opening.firstDay === null ? '更早' : ` ${opening.firstDay} `}起在这里上岗`;
    return this.#early(judged, opening, told, addDays(lastDay, 1));
  }

  /** The posting would begin too early. @param next the first day that would do */
  #early(judged: JudgedRow, opening: Opening, told: string, day: string): Obstacle {
    const next = `${day} 或以后`;
    const { cells, values } = judged;
    if (!opening.fromFile)
      return opening.firstDay === null
        ? this.#onGrid(judged, `${told}。请在表中写明“上岗日期”（${next}）`)
        : this.#onGrid(judged, `${told}。请把“调整生效的日期”改为 ${next}`, 'ofDay');
    const value = values.firstDay?.day ?? '';
    return (cells.firstDay ?? null) === null
      ? obstacle(
          'startedWork',
          value,
          `${told}。请在表中写明“上岗日期”（${next}），或在“对应列”里选参加工作时间“不是”上岗日期`,
          false,
        )
      : obstacle('firstDay', value, `${told}。请把“上岗日期”改为 ${next}`, false);
  }

  #onGrid({ cells }: JudgedRow, reason: string, ofDay?: 'ofDay'): Obstacle {
    const { field, value } = gridCell(cells);
    return obstacle(field, value, reason, ofDay !== undefined);
  }
}

/**
 * Names in every row what stands in the way of its posting. A row that isn't ticked is judged as though all were: it must stay where
 * it can be ticked.
 * @param settled whether the cells of a row let it go in
 * @param ticked whether the person wants a row
 */
export function nameObstacles(
  office: Office,
  rows: readonly JudgedRow[],
  known: Known,
  settled: (judged: JudgedRow) => boolean,
  ticked: (row: number) => boolean,
): void {
  const judging = new Judging(office, known);
  const holders = new Map(known.onDuty.map((posting) => [posting.gridId, posting]));
  for (const judged of rows) judged.obstacle = null;
  for (const judged of rows) if (!isRefused(judged)) judged.obstacle = judging.own(judged);
  const movers = new Map(
    rows.filter((judged) => movesGrid(judged) && settled(judged)).map((judged) => [judged.posting?.postingId, judged]),
  );
  const followers = Map.groupBy(rows, ({ grid }) => (grid && 'gridId' in grid ? grid.gridId : null));
  // Whoever is refused doesn't leave, so that the next can't come either and is asked once more: the list grows while it is read.
  const asked = [...rows];
  for (const judged of asked) {
    const { grid, workerId, posting } = judged;
    if (!grid || !('gridId' in grid) || isRefused(judged)) continue;
    const holder = holders.get(grid.gridId);
    if (!holder || holder.workerId === workerId) continue;
    // Whether it is the holder themself is being asked.
    if (!settled(judged) && workersAsked(judged.otherIssues).includes(holder.workerId)) continue;
    const mover = movers.get(holder.postingId);
    const leaver = mover && mover.obstacle?.waitsFor !== null ? mover : null;
    const waitsFor =
      !leaver || !ticked(judged.row) ? null : (leaver.obstacle?.waitsFor ?? (ticked(leaver.row) ? null : leaver.row));
    judged.obstacle = judging.ofHolder(judged, grid, holder, leaver, waitsFor);
    if (judged.obstacle && posting) asked.push(...(followers.get(posting.gridId) ?? []));
  }
  const byRow = new Map(rows.map((judged) => [judged.row, judged]));
  for (const judged of rows) {
    const main = judged.comesWith === null || isRefused(judged) ? undefined : byRow.get(judged.comesWith);
    if (main)
      judged.obstacle = judging.ofMain(judged, main, settled(main) && !isRefused(main), ticked(main.row) || !ticked(judged.row));
  }
}
