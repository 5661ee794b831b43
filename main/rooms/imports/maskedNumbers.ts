// A row whose ID number is hidden in the middle, as in a list that went out of this program: it tells people of one name apart and is held
// against the roster's number, but never goes in.
import { fitsMasked } from '../../../shared/rules/maskedNumber.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkersByName, identityOf } from '../roster/find.ts';
import { refusal } from './judged.ts';
import type { CellIssue, RowValues } from './rowReading.ts';

const numberOf = (office: Office, workerId: number): string | null => identityOf(office, workerId)?.idNumber ?? null;

const fitting = (office: Office, people: readonly number[], masked: string): number[] =>
  people.filter((id) => {
    const number = numberOf(office, id);
    return number !== null && fitsMasked(masked, number);
  });

/** Of several people those whose number it can be; all of them where it is nobody's, or nothing is hidden. */
export function narrowed(office: Office, people: readonly number[], masked: string | undefined): number[] {
  if (masked === undefined || people.length < 2) return [...people];
  const fit = fitting(office, people, masked);
  return fit.length > 0 ? fit : [...people];
}

/** The one person of this name whose number it can be; nobody where there are two. */
export function personByMaskedNumber(office: Office, name: string, masked: string | undefined): number[] {
  if (masked === undefined) return [];
  const fit = fitting(office, findWorkersByName(office, name), masked);
  return fit.length === 1 ? fit : [];
}

/** Nothing where the roster has a number that it fits. */
export function maskedNumberIssues(office: Office, workerId: number | null, { maskedNumber }: RowValues): CellIssue[] {
  if (maskedNumber === undefined) return [];
  const number = workerId === null ? null : numberOf(office, workerId);
  if (number !== null)
    return fitsMasked(maskedNumber, number)
      ? []
      : [refusal('idNumber', maskedNumber, '号码露出的几位与台账中的不一致，请核对是不是同一个人，或填写完整号码')];
  return [
    {
      field: 'idNumber',
      level: 'confirm',
      value: maskedNumber,
      reason: '号码中间用 * 隐去，台账中也没有这个人的完整号码，不能写入，请填写完整号码',
      choices: [{ value: 'confirmed', label: '号码留空，其余照写' }],
    },
  ];
}
