// Writing workers, inside an act. Where an ID number is given it decides: sex and birth month are taken from it when left out.
import { birthMonthOf, sexOf, type Sex } from '../../../shared/rules/idNumber.ts';
import { pinyinOf } from '../../../shared/rules/pinyin.ts';
import type { Change } from '../../ground/office/office.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';

export type WorkerFields = {
  name: string;
  sex?: Sex | null | undefined;
  ethnicity?: string | null | undefined;
  /** YYYY-MM */
  birthMonth?: string | null | undefined;
  /** 18 characters, upper-case X. */
  idNumber?: string | null | undefined;
  /** Somebody looked at the card: the number is right although its check fails. */
  idNumberConfirmed?: boolean | undefined;
  education?: string | null | undefined;
  politics?: string | null | undefined;
  /** 11 digits. */
  mobile?: string | null | undefined;
  mobileConfirmed?: boolean | undefined;
  landline?: string | null | undefined;
  /** 参加工作时间, YYYY-MM. */
  startedWork?: string | null | undefined;
  /** The full words of the dictionary's entry. */
  hiringSource?: string | null | undefined;
  formerFamilyPlanning?: boolean | null | undefined;
  employer?: string | null | undefined;
  propertyCompanyId?: number | null | undefined;
  photoHash?: string | null | undefined;
  photoToCrop?: boolean | undefined;
  note?: string | null | undefined;
};

const spelled = (name: string): { initials: string; pinyin: string } => pinyinOf(name.trim(), { surname: true });

const fromIdNumber = (idNumber: string | null | undefined): Pick<WorkerFields, 'sex' | 'birthMonth'> =>
  idNumber ? { sex: sexOf(idNumber), birthMonth: birthMonthOf(idNumber) } : {};

/** @returns the worker's id. @throws Refusal when another worker has the ID number. */
export function insertWorker(change: Change, input: WorkerFields): number {
  const derived = fromIdNumber(input.idNumber);
  return change.insert(
    'worker',
    columnsOf({
      ...input,
      ...spelled(input.name),
      sex: input.sex ?? derived.sex,
      birthMonth: input.birthMonth ?? derived.birthMonth,
    }),
  );
}

/** Changes the fields that are given. @returns false when nothing differs. @throws Refusal when the ID number is taken. */
export function updateWorker(change: Change, workerId: number, input: Changes<WorkerFields>): boolean {
  const derived = fromIdNumber(input.idNumber);
  return change.update(
    'worker',
    workerId,
    columnsOf({
      ...input,
      ...(input.name === undefined ? {} : spelled(input.name)),
      sex: input.sex ?? derived.sex ?? input.sex,
      birthMonth: input.birthMonth ?? derived.birthMonth ?? input.birthMonth,
    }),
  );
}
