// Writing workers, inside an act. Where an ID number is given it decides: sex and birth month are taken from it when left out.
import { birthMonthOf, sexOf } from '../../../shared/rules/idNumber.ts';
import type { WorkerForm } from '../../../shared/roster/worker.ts';
import { pinyinOf } from '../../kit/pinyin.ts';
import type { Change } from '../../ground/office/office.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';

/** What a worker's row holds: the form's values once they are read (numbers whole, months YYYY-MM, words in full), and the photo. */
export type WorkerFields = Omit<WorkerForm, 'nameConfirmed'> & {
  photoHash?: string | null | undefined;
  photoToCrop?: boolean | undefined;
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
