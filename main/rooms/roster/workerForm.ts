// What a person typed into a worker's form, read by the same rules as an import's cells: a number that can't be right is
// refused; one that merely looks wrong is refused until somebody says it was looked at, and that is written down with the row.
import { Refusal } from '../../../shared/refusal.ts';
import {
  birthMonthOf,
  idNumberDoubts,
  idNumberFaults,
  type IdNumberReading,
  readIdNumber,
  sexOf,
} from '../../../shared/rules/idNumber.ts';
import { nameFaults, readName } from '../../../shared/rules/names.ts';
import { birthFault } from '../../../shared/rules/workingAge.ts';
import { sexWords } from '../../../shared/roster/words.ts';
import type { WorkerForm } from '../../../shared/roster/worker.ts';
import { workerFields } from '../../../shared/roster/workerFields.ts';
import { quoted, readTypedMonth, readTypedPhone } from '../../kit/typed.ts';
import type { Changes } from '../../kit/columns.ts';
import type { WorkerFields } from './workers.ts';

function checkedName(typed: string, confirmed: boolean): string {
  const reading = readName(typed);
  if (reading.kind === 'name') return reading.name;
  if (reading.kind === 'empty') throw new Refusal('请填写姓名。');
  if (reading.kind === 'refused') throw new Refusal(`姓名${quoted(typed)}：${nameFaults[reading.fault]}。`);
  // What the name should be can be typed.
  if (reading.corrected) throw new Refusal(`姓名${quoted(typed)}：${reading.doubt}。请把姓名改成“${reading.name}”。`);
  if (confirmed) return reading.name;
  throw new Refusal(`姓名${quoted(typed)}：${reading.doubt}。如果确实是这个姓名，请勾选“已核对，姓名无误”再保存。`);
}

const month = (typed: string | null | undefined, field: keyof typeof workerFields): string | null | undefined =>
  typed === undefined ? undefined : readTypedMonth(typed ?? '', workerFields[field].title);

/** Whoever is born as their number says was asked about with the number. */
function refuseImpossibleBirth(birthMonth: string | null | undefined, idNumber: string | null, today: string): void {
  if (!birthMonth || (idNumber !== null && birthMonthOf(idNumber) === birthMonth)) return;
  const fault = birthFault(birthMonth, today);
  if (fault !== null) throw new Refusal(`出生年月 ${birthMonth}：${fault}。`);
}

type IdNumberFields = Pick<WorkerFields, 'idNumber' | 'idNumberConfirmed'>;

function readIdNumberFields(reading: IdNumberReading, confirmed: boolean): IdNumberFields {
  if (reading.kind === 'empty') return { idNumber: null, idNumberConfirmed: false };
  if (reading.kind === 'refused') throw new Refusal(`身份证号：${idNumberFaults[reading.fault]}。`);
  if (reading.kind === 'valid') return { idNumber: reading.idNumber, idNumberConfirmed: false };
  if (confirmed) return { idNumber: reading.idNumber, idNumberConfirmed: true };
  throw new Refusal(
    reading.kind === 'old'
      ? '身份证号是 15 位旧号码，保存时会换算成 18 位。请核对后勾选“已核对原件”再保存。'
      : `身份证号${idNumberDoubts[reading.doubt]}。如果原件就是这个号码，请勾选“已核对原件，号码无误”再保存。`,
  );
}

function checkedMobile(typed: string | null | undefined, confirmed: boolean): Pick<WorkerFields, 'mobile' | 'mobileConfirmed'> {
  if (typed === undefined) return {};
  const { mobile: field, landline } = workerFields;
  const { number, doubtful } = readTypedPhone(typed, field, { confirmed, other: landline.title });
  return { mobile: number, mobileConfirmed: doubtful };
}

const checkedLandline = (typed: string | null | undefined): string | null | undefined =>
  typed === undefined ? undefined : readTypedPhone(typed, workerFields.landline, { other: workerFields.mobile.title }).number;

/** What the row holds before the form is saved. */
export type Present = { name: string; idNumber: string | null; sex: WorkerFields['sex']; birthMonth: string | null };

function refuseContradiction({ idNumber, sex, birthMonth }: Omit<Present, 'name'>): void {
  if (!idNumber) return;
  const born = birthMonthOf(idNumber);
  if (birthMonth && born && birthMonth !== born)
    throw new Refusal(`出生年月 ${birthMonth} 与身份证号里的 ${born} 不一致，请核对后改正其中一个。`);
  if (sex && sex !== sexOf(idNumber))
    throw new Refusal(`性别与身份证号不一致（号码第 17 位表示${sexWords[sexOf(idNumber)]}），请核对后改正其中一个。`);
}

/**
 * The form's fields as the row holds them. A field the form leaves out is left out.
 * @param present null for a new worker
 * @throws Refusal naming the field, what is wrong with it and what to do
 */
export function checkedFields(form: Changes<WorkerForm>, today: string, present: Present | null): Partial<WorkerFields> {
  const {
    name,
    nameConfirmed = false,
    idNumber,
    idNumberConfirmed = false,
    mobile,
    mobileConfirmed = false,
    landline,
    ...rest
  } = form;
  // “Looked at” without a number means the one that is there.
  const typed = idNumber === undefined && idNumberConfirmed ? present?.idNumber : idNumber;
  const number = typed === undefined ? {} : readIdNumberFields(readIdNumber(typed, today), idNumberConfirmed);
  const birthMonth = month(form.birthMonth, 'birthMonth');
  const startedWork = month(form.startedWork, 'startedWork');
  const { sex } = form;
  if (birthMonth !== present?.birthMonth) refuseImpossibleBirth(birthMonth, number.idNumber ?? present?.idNumber ?? null, today);
  const newNumber = number.idNumber !== undefined && number.idNumber !== (present?.idNumber ?? null);
  // A new number brings its own sex and birth month, unless the form states them; then they must agree.
  if ((sex !== undefined || birthMonth !== undefined || newNumber) && !number.idNumberConfirmed)
    refuseContradiction({
      idNumber: number.idNumber === undefined ? (present?.idNumber ?? null) : number.idNumber,
      sex: sex ?? (newNumber ? null : present?.sex) ?? null,
      birthMonth: birthMonth ?? (newNumber ? null : present?.birthMonth) ?? null,
    });
  return {
    ...rest,
    // A form sends the name along that stands there.
    ...(name === undefined || name === present?.name ? {} : { name: checkedName(name, nameConfirmed) }),
    ...number,
    ...checkedMobile(mobile, mobileConfirmed),
    birthMonth,
    startedWork,
    landline: checkedLandline(landline),
  };
}

/** The same for a new worker. */
export const checkedWorker = (form: WorkerForm, today: string): WorkerFields => ({
  ...checkedFields(form, today, null),
  name: checkedName(form.name, form.nameConfirmed ?? false),
});
