// Whom a row of the file means among the people of the roster: by ID number, also a masked one; by name and mobile; by the grid. Who
// may be somebody the roster has, and can't be told, is asked about: nobody is doubled or merged unseen.
import { halfWidth, withoutBlanks } from '../../../shared/rules/text.ts';
import type { IssueChoice } from '../../../shared/imports/preview.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkerByIdNumber, findWorkersByNameAndMobile } from '../roster/find.ts';
import { type Identity, listIdentities, type OnDuty } from '../roster/survey.ts';
import type { Answers } from './judged.ts';
import type { CellIssue, RowCells, RowValues } from './rowReading.ts';

/** What is known of somebody, of the roster or of the file. */
type Known = { [Key in 'idNumber' | 'mobile' | 'birthMonth' | 'sex']?: string | null | undefined };

/** Whether something that both say tells them apart. */
export const areDifferent = (one: Known, other: Known, keys: readonly (keyof Known)[]): boolean =>
  keys.some((key) => Boolean(one[key]) && Boolean(other[key]) && one[key] !== other[key]);

/** Somebody else than all whom the question names. */
export const anotherOne = 'another';

const workerChoice = (workerId: number): string => `worker ${workerId}`;

/** The digits at the start and at the end of a masked ID number of 18; null where the text is none. */
function maskedEnds(text: string): { first: string; last: string } | null {
  const [, first, stars, last] =
    /^(\d{3,14})([*•●×xX]{4,15})(\d{0,5}[\dX]?)$/.exec(withoutBlanks(halfWidth(text)).toUpperCase().replaceAll('＊', '*')) ?? [];
  if (first === undefined || stars === undefined || last === undefined) return null;
  return first.length + stars.length + last.length === 18 ? { first, last } : null;
}

export type Person = {
  workerId: number | null;
  issues: CellIssue[];
};

export class People {
  readonly #office: Office;
  readonly #postings: ReadonlyMap<number, readonly OnDuty[]>;
  #byName: Map<string, Identity[]> | null = null;

  /** @param postings who serves where, by worker */
  constructor(office: Office, postings: ReadonlyMap<number, readonly OnDuty[]>) {
    this.#office = office;
    this.#postings = postings;
  }

  /**
   * The cells with a masked ID number (371323**********34, as our own sheets have it) replaced by the whole one of the person it fits:
   * the one of that name, or of several the one that was chosen.
   */
  unmasked(cells: RowCells, answers: Answers): { cells: RowCells; issues: CellIssue[] } {
    const ends = typeof cells.idNumber === 'string' ? maskedEnds(cells.idNumber) : null;
    if (!ends) return { cells, issues: [] };
    const name = withoutBlanks(String(cells.name ?? ''));
    const fitting = this.#named(name).filter(
      ({ idNumber }) => idNumber?.startsWith(ends.first) === true && idNumber.endsWith(ends.last),
    );
    const [only] = fitting;
    const chosen = fitting.length === 1 ? only : fitting.find(({ workerId }) => workerChoice(workerId) === answers.get('person'));
    const whole = { ...cells, idNumber: chosen?.idNumber ?? null };
    if (fitting.length > 1)
      return {
        cells: whole,
        issues: [
          this.#question(
            name,
            '号码被星号遮住，',
            fitting.map((known) => this.#choice(known)),
          ),
        ],
      };
    if (chosen) return { cells: whole, issues: [] };
    const reason = '号码被星号遮住了，台账中没有姓名和这几位都相符的人，请填写完整的号码';
    return {
      cells: whole,
      issues: [{ field: 'idNumber', level: 'refuse', value: String(cells.idNumber), reason, choices: [] }],
    };
  }

  /**
   * The ID number; whoever isn't known by it, by name + mobile; else by the same name in the same grid. Somebody of the same name whom
   * nothing tells apart is asked about.
   * @param holder of the row's grid
   */
  meant(values: RowValues, holder: OnDuty | undefined, answers: Answers): Person {
    const { name, mobile, idNumber } = values;
    const known = idNumber === undefined ? undefined : findWorkerByIdNumber(this.#office, idNumber);
    if (known !== undefined) return { workerId: known, issues: [] };
    if (name === undefined) return { workerId: null, issues: [] };
    const named = mobile === undefined ? [] : findWorkersByNameAndMobile(this.#office, name, mobile);
    if (named.length === 1 && named[0] !== undefined) return { workerId: named[0], issues: [] };
    if (named.length === 0 && holder?.worker === name) return { workerId: holder.workerId, issues: [] };
    const alike = this.#named(name).filter((worker) =>
      named.length > 0 ? named.includes(worker.workerId) : !areDifferent(values, worker, ['idNumber', 'birthMonth', 'sex']),
    );
    if (alike.length === 0) return { workerId: null, issues: [] };
    const choices = alike.map((worker) => this.#choice(worker));
    if (named.length === 0) choices.push({ value: anotherOne, label: '是另一个人，新增' });
    const chosen = alike.find(({ workerId }) => workerChoice(workerId) === answers.get('person'));
    return { workerId: chosen?.workerId ?? null, issues: [this.#question(name, '', choices)] };
  }

  #named(name: string): readonly Identity[] {
    this.#byName ??= Map.groupBy(listIdentities(this.#office), (worker) => worker.name);
    return this.#byName.get(name) ?? [];
  }

  #question(name: string, why: string, choices: IssueChoice[]): CellIssue {
    return {
      field: 'name',
      question: 'person',
      level: 'confirm',
      value: name,
      reason: `${why}台账中已有${name}，按表中的号码无法确定是不是同一个人，请选择，或补上身份证号`,
      choices,
    };
  }

  #choice({ workerId, name, mobile }: Identity): IssueChoice {
    const grids = (this.#postings.get(workerId) ?? []).map(({ grid }) => grid).join('、') || '未上岗';
    return {
      value: workerChoice(workerId),
      label: `是台账中的${name}（${[grids, mobile].filter(Boolean).join('，')}）`,
    };
  }
}
