// One row held against the roster: the grid it stands on, the person it means, and what is wrong with either. Knows nothing of the
// other rows, but for what they too would create.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkerByIdNumber, identityOf } from '../roster/find.ts';
import type { OnDuty } from '../roster/survey.ts';
import { contradictions } from './contradictions.ts';
import type { GroundFinder } from './ground.ts';
import { type Answers, isAnswered, type JudgedRow, refusal, type RowPicture } from './judged.ts';
import { People } from './people.ts';
import { gridKey, isGroundIssue, isPlanned, type PlannedCommunity, type PlannedCompound, type PlannedGrid } from './planned.ts';
import { readRow } from './readRow.ts';
import type { CellIssue, ReadingOptions, RowCells, RowReading, RowValues } from './rowReading.ts';
import type { TableRow } from './tableRows.ts';
import { unknownWords } from './unknownWords.ts';

/** Where one of these can't be read, nobody knows which grid is meant. */
const groundFields: ReadonlySet<ImportField> = new Set(['community', 'compound', 'gridCode', 'gridName'] as const);

export type MendedRow = TableRow & { mended: RowCells; picture: RowPicture | null };

/** A new place is called as the first row calls it: where another spells its name otherwise, that is shown as changed. */
function tidyPlanned({ values, tidied }: RowReading, { grid, community }: Pick<JudgedRow, 'grid' | 'community'>): void {
  for (const place of [community, grid && isPlanned<PlannedGrid>(grid) ? grid.place : null]) {
    if (place === null || !isPlanned<PlannedCommunity | PlannedCompound>(place)) continue;
    const written = values[place.planned];
    if (written === undefined || plainPlaceName(written) === plainPlaceName(place.name)) continue;
    tidied.set(place.planned, written);
    values[place.planned] = place.name;
  }
}

export class RowPlacer {
  readonly #office: Office;
  readonly #finder: GroundFinder;
  readonly #options: ReadingOptions;
  readonly #people: People;
  readonly #holders: ReadonlyMap<number, OnDuty>;
  readonly #postings: ReadonlyMap<number, readonly OnDuty[]>;

  constructor(office: Office, finder: GroundFinder, onDuty: readonly OnDuty[], options: ReadingOptions) {
    this.#office = office;
    this.#finder = finder;
    this.#options = options;
    this.#holders = new Map(onDuty.map((posting) => [posting.gridId, posting]));
    this.#postings = Map.groupBy(onDuty, (posting) => posting.workerId);
    this.#people = new People(office, this.#postings);
  }

  /**
   * A row is read as it was mended. What was typed over a cell comes from nowhere else.
   * @param above what the columns say in the rows above, for 同上
   */
  place(
    { row, mended: cells, cells: own, origins: given, wholes, picture }: MendedRow,
    answers: Answers,
    above: RowCells,
  ): JudgedRow {
    const ofFile = <T>(of: Readonly<Partial<Record<ImportField, T>>>): Partial<Record<ImportField, T>> =>
      Object.fromEntries(Object.entries(of).filter(([field]) => cells[field as ImportField] === own[field as ImportField]));
    const origins = ofFile(given);
    const read = readRow(row, cells, answers, this.#options, above, ofFile(wholes));
    const { values, tidied, issues } = read;
    const otherIssues: CellIssue[] = unknownWords(values, this.#options.words);
    const unreadable = issues.some(({ field, level }) => level === 'refuse' && groundFields.has(field));
    const ground = unreadable ? null : this.#finder.find(values, this.#presentGrid(values));
    if (ground && isGroundIssue(ground)) otherIssues.push(refusal(ground.field, ground.value, ground.reason));
    const stands = ground && !isGroundIssue(ground) ? ground : { grid: null, community: null, branch: null, doubt: null };
    const { grid, community, branch, doubt } = stands;
    if (doubt)
      otherIssues.push({
        ...doubt,
        level: 'confirm',
        choices: [{ value: 'apart', label: `是另一个地方，新增“${doubt.value}”` }],
      });
    tidyPlanned(read, stands);
    const holder = grid && 'gridId' in grid ? this.#holders.get(grid.gridId) : undefined;
    const numberIsOpen = issues.some((issue) => issue.field === 'idNumber' && !isAnswered(issue, answers));
    const meant = this.#people.meant(values, holder, answers, numberIsOpen);
    const { workerId } = meant;
    // Who somebody is can't be asked before their number is settled.
    if (!numberIsOpen) otherIssues.push(...meant.issues);
    if (workerId !== null) otherIssues.push(...contradictions(this.#office, workerId, values));
    const held = workerId === null ? [] : (this.#postings.get(workerId) ?? []);
    const posting = held.find(({ gridId }) => grid && gridKey(grid) === `grid ${gridId}`) ?? held[0] ?? null;
    return {
      row,
      cells,
      origins,
      wholes,
      picture,
      above,
      values,
      tidied,
      cellIssues: this.#unsettled(workerId, values, issues),
      otherIssues,
      opening: null,
      obstacle: null,
      grid,
      community,
      branch,
      workerId,
      additional: false,
      comesWith: null,
      posting,
      changes: [],
      photo: null,
      outcome: 'refused',
    };
  }

  /** The only grid that the owner of the row's ID number holds. */
  #presentGrid({ idNumber }: RowValues): number | null {
    const known = idNumber === undefined ? undefined : findWorkerByIdNumber(this.#office, idNumber);
    const held = known === undefined ? [] : (this.#postings.get(known) ?? []);
    return held.length === 1 ? (held[0]?.gridId ?? null) : null;
  }

  /** What somebody confirmed once is not asked again. */
  #unsettled(workerId: number | null, values: RowValues, issues: CellIssue[]): CellIssue[] {
    const held = workerId === null || issues.length === 0 ? undefined : identityOf(this.#office, workerId);
    if (!held) return issues;
    const settled = new Set<ImportField>();
    if (held.idNumberConfirmed && held.idNumber === values.idNumber) settled.add('idNumber');
    if (held.mobileConfirmed && held.mobile === values.mobile) settled.add('mobile');
    if (held.name === values.name) settled.add('name');
    if (held.startedWork === values.startedWork) settled.add('startedWork');
    return issues.filter((issue) => issue.level === 'refuse' || !settled.has(issue.field));
  }
}
