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
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { monthFaults, readMonth } from '../../../shared/rules/month.ts';
import { nameFaults, readName } from '../../../shared/rules/names.ts';
import { phoneDoubt, phoneFault, readPhone } from '../../../shared/rules/phone.ts';
import { sexWords } from '../../../shared/roster/words.ts';
import type { WorkerForm } from '../../../shared/roster/worker.ts';
import type { Changes } from '../../kit/columns.ts';
import type { WorkerFields } from './workers.ts';

/** What was typed, in the wrong field perhaps: an ID number in it is masked. */
const quoted = (typed: string | null): string => `“${maskNumbersIn(typed ?? '', 'hide')}”`;

function checkedName(typed: string): string {
  const reading = readName(typed);
  if (reading.kind === 'name') return reading.name;
  throw new Refusal(reading.kind === 'empty' ? '请填写姓名。' : `姓名${quoted(typed)}：${nameFaults[reading.fault]}。`);
}

function checkedMonth(typed: string | null | undefined, label: string): string | null | undefined {
  if (typed === undefined) return undefined;
  const reading = readMonth(typed);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'month') return reading.month;
  if (reading.kind === 'refused') throw new Refusal(`${label}${quoted(typed)}：${monthFaults[reading.fault]}。`);
  throw new Refusal(`${label}${quoted(typed)}可能是 ${reading.months.join(' 或 ')}，请写成 1985.03 的样子。`);
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
  const reading = readPhone(typed);
  if (reading.kind === 'empty') return { mobile: null, mobileConfirmed: false };
  if (reading.kind === 'mobile') return { mobile: reading.mobile, mobileConfirmed: false };
  if (reading.kind === 'landline') throw new Refusal(`${quoted(typed)}是固定电话，请填在“固定电话”一栏。`);
  if (reading.kind === 'refused') throw new Refusal(`手机号码${quoted(typed)}：${phoneFault(reading.fault, reading.text)}。`);
  if (confirmed) return { mobile: reading.mobile, mobileConfirmed: true };
  throw new Refusal(`手机号码 ${reading.mobile} ${phoneDoubt}。如果确实是这个号码，请勾选“已核对，号码无误”再保存。`);
}

function checkedLandline(typed: string | null | undefined): string | null | undefined {
  if (typed === undefined) return undefined;
  const reading = readPhone(typed);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'landline') return reading.landline;
  if (reading.kind === 'refused') throw new Refusal(`固定电话${quoted(typed)}：${phoneFault(reading.fault, reading.text)}。`);
  throw new Refusal(`${quoted(typed)}是手机号码，请填在“手机号码”一栏。`);
}

/** What the row holds before the form is saved. */
export type Present = { idNumber: string | null; sex: WorkerFields['sex']; birthMonth: string | null };

function refuseContradiction({ idNumber, sex, birthMonth }: Present): void {
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
  const { name, idNumber, idNumberConfirmed = false, mobile, mobileConfirmed = false, landline, ...rest } = form;
  // “Looked at” without a number means the one that is there.
  const typed = idNumber === undefined && idNumberConfirmed ? present?.idNumber : idNumber;
  const number = typed === undefined ? {} : readIdNumberFields(readIdNumber(typed, today), idNumberConfirmed);
  const birthMonth = checkedMonth(form.birthMonth, '出生年月');
  const startedWork = checkedMonth(form.startedWork, '参加工作时间');
  const { sex } = form;
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
    ...(name === undefined ? {} : { name: checkedName(name) }),
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
  name: checkedName(form.name),
});
