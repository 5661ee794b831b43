// What a row says of a person against the ID number that the roster holds of them: a form refuses the same (workerForm.ts).
import { sexWords } from '../../../shared/roster/words.ts';
import { birthMonthOf, sexOf } from '../../../shared/rules/idNumber.ts';
import { dottedMonth } from '../../../shared/rules/month.ts';
import type { Office } from '../../ground/office/office.ts';
import { identityOf } from '../roster/find.ts';
import { refusal } from './judged.ts';
import type { CellIssue, RowValues } from './rowReading.ts';

/** A list without ID numbers can't say when somebody was born, or of which sex, otherwise than the number that the roster holds. */
export function contradictions(office: Office, workerId: number, values: RowValues): CellIssue[] {
  const held = identityOf(office, workerId);
  if (!held || held.idNumber === null) return [];
  const { name, idNumber: number } = held;
  const { idNumber, birthMonth, sex } = values;
  if (idNumber !== undefined) return [];
  const born = birthMonthOf(number);
  const otherwise = birthMonth !== undefined && birthMonth !== held.birthMonth && born !== null && birthMonth !== born;
  if (otherwise)
    return [
      refusal(
        'birthMonth',
        dottedMonth(birthMonth),
        `台账中${name}的身份证号里是 ${dottedMonth(born)}，请核对；号码有误的请在表中补上身份证号`,
      ),
    ];
  if (sex !== undefined && sex !== held.sex && sex !== sexOf(number))
    return [
      refusal(
        'sex',
        sexWords[sex],
        `台账中${name}的身份证号里是${sexWords[sex === 'male' ? 'female' : 'male']}，请核对；号码有误的请在表中补上身份证号`,
      ),
    ];
  return [];
}
