// Whom a row of the file means among the people of the roster: by ID number, also a masked one; by name and mobile; by the grid. Who
// may be somebody the roster has, and can't be told, is asked about: nobody is doubled or merged unseen.
import { fieldTitle } from '../../../shared/imports/fields.ts';
import type { IssueChoice } from '../../../shared/imports/preview.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkerByIdNumber, findWorkersByNameAndMobile, identityOf } from '../roster/find.ts';
import { searchable } from '../../../shared/rules/text.ts';
import { type Identity, listIdentities, type OnDuty } from '../roster/survey.ts';
import type { Answers } from './judged.ts';
import { maskedNumberIssues, narrowed, personByMaskedNumber } from './maskedNumbers.ts';
import type { CellIssue, RowValues } from './rowReading.ts';

/** What is known of somebody, of the roster or of the file. */
type Known = { [Key in 'idNumber' | 'mobile' | 'birthMonth' | 'sex']?: string | null | undefined };

/** Whether something that both say tells them apart. */
export const areDifferent = (one: Known, other: Known, keys: readonly (keyof Known)[]): boolean =>
  keys.some((key) => Boolean(one[key]) && Boolean(other[key]) && one[key] !== other[key]);

/** Somebody else than all whom the question names. */
export const anotherOne = 'another';

const workerChoice = (workerId: number): string => `worker ${workerId}`;

/** The workers of the roster that a row may mean, as long as nobody has said whom. */
export const workersAsked = (issues: readonly CellIssue[]): number[] =>
  issues
    .filter(({ question }) => question === 'person')
    .flatMap(({ choices }) => choices.map(({ value }) => Number(/^worker (\d+)$/.exec(value)?.[1] ?? Number.NaN)))
    .filter((workerId) => !Number.isNaN(workerId));

export type Person = {
  workerId: number | null;
  issues: CellIssue[];
};

const personQuestion = (name: string, reason: string, choices: IssueChoice[]): CellIssue => ({
  field: 'name',
  question: 'person',
  level: 'confirm',
  value: name,
  reason,
  choices,
});

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
   * The ID number; whoever isn't known by it, by name + mobile; else by the same name in the same grid. Somebody of the same name whom
   * nothing tells apart is asked about, and so is who is found by one thing while another tells them apart.
   * @param holder of the row's grid
   * @param numberIsOpen nobody has said yet whether the number in the cell is right: it tells nobody apart
   */
  meant(values: RowValues, holder: OnDuty | undefined, answers: Answers, numberIsOpen: boolean): Person {
    const { name, mobile, otherMobiles = [], idNumber, maskedNumber } = values;
    const known = idNumber === undefined ? undefined : findWorkerByIdNumber(this.#office, idNumber);
    if (known !== undefined) return this.#numbered(known, values, holder, answers);
    if (name === undefined) return { workerId: null, issues: [] };
    const mobiles = mobile === undefined ? otherMobiles : [mobile, ...otherMobiles];
    const byMobile = [...new Set(mobiles.flatMap((number) => findWorkersByNameAndMobile(this.#office, name, number)))];
    const named = narrowed(this.#office, byMobile, maskedNumber);
    if (named.length === 1 && named[0] !== undefined) return this.#likely(named[0], values, answers, numberIsOpen);
    if (named.length === 0 && holder && searchable(holder.worker) === searchable(name))
      return this.#likely(holder.workerId, values, answers, numberIsOpen);
    const [masked] = named.length === 0 ? personByMaskedNumber(this.#office, name, maskedNumber) : [];
    if (masked !== undefined) return this.#is(masked, values);
    const alike = this.#named(name).filter((worker) =>
      named.length > 0 ? named.includes(worker.workerId) : !areDifferent(values, worker, ['idNumber', 'birthMonth', 'sex']),
    );
    if (alike.length === 0) return this.#is(null, values);
    const choices = alike.map((worker) => this.#choice(worker));
    if (named.length === 0) choices.push({ value: anotherOne, label: '是另一个人，新增' });
    const chosen = alike.find(({ workerId }) => workerChoice(workerId) === answers.get('person'));
    const reason = `台账中已有${name}，按表中的号码无法确定是不是同一个人，请选择，或补上身份证号`;
    return { workerId: chosen?.workerId ?? null, issues: [personQuestion(name, reason, choices)] };
  }

  /** Known by the number; of another name, with nothing else in common, the number may be wrong. */
  #numbered(workerId: number, { name, mobile }: RowValues, holder: OnDuty | undefined, answers: Answers): Person {
    const worker = identityOf(this.#office, workerId);
    const isTheirs = holder?.workerId === workerId || (mobile !== undefined && mobile === worker?.mobile);
    if (!worker || name === undefined || isTheirs || searchable(worker.name) === searchable(name))
      return { workerId, issues: [] };
    const choice = this.#choice({ workerId, ...worker }, `，姓名改为${name}`);
    const reason = `台账中这个身份证号是${worker.name}的。是同一个人改了姓名的请选择，不是的请更正身份证号`;
    return {
      workerId: answers.get('person') === choice.value ? workerId : null,
      issues: [personQuestion(name, reason, [choice])],
    };
  }

  /** Found without the number: the same person, unless a number, a birth or a sex says that it may be another one. */
  #likely(workerId: number, values: RowValues, answers: Answers, numberIsOpen: boolean): Person {
    const worker = identityOf(this.#office, workerId);
    // What a list without numbers says otherwise than the roster's number is refused (contradictions.ts).
    const comparable = worker && (values.idNumber !== undefined || worker.idNumber === null) ? worker : null;
    const differing = (['idNumber', 'birthMonth', 'sex'] as const).filter(
      (key) => comparable !== null && areDifferent(values, comparable, [key]),
    );
    if (!worker || numberIsOpen || differing.length === 0) return this.#is(workerId, values);
    const fields = differing.map(fieldTitle).join('、');
    const choice = this.#choice({ workerId, ...worker }, `，${fields}改为表中的`);
    const reason = `台账中已有${worker.name}，${fields}与表中的不同。是同一个人、台账有误的请选择；是同名的另一个人的，请选新增`;
    return {
      workerId: answers.get('person') === choice.value ? workerId : null,
      issues: [personQuestion(worker.name, reason, [choice, { value: anotherOne, label: '是另一个人，新增' }])],
    };
  }

  /** Nobody has to be asked; a hidden number is held against the roster's. */
  #is(workerId: number | null, values: RowValues): Person {
    return { workerId, issues: maskedNumberIssues(this.#office, workerId, values) };
  }

  #named(name: string): readonly Identity[] {
    this.#byName ??= Map.groupBy(listIdentities(this.#office), (worker) => worker.name);
    return this.#byName.get(name) ?? [];
  }

  /** @param change what is written of them, in words */
  #choice({ workerId, name, mobile }: Pick<Identity, 'workerId' | 'name' | 'mobile'>, change = ''): IssueChoice {
    const grids = (this.#postings.get(workerId) ?? []).map(({ grid }) => grid).join('、') || '未上岗';
    return {
      value: workerChoice(workerId),
      label: `是台账中的${name}（${[grids, mobile].filter(Boolean).join('，')}）${change}`,
    };
  }
}
