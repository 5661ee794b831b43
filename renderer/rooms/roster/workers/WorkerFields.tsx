// The fields of a worker, for adding and for changing. The ID number proposes sex and birth month.
import { Form, type FormInstance } from 'antd';
import { workerFields } from '../../../../shared/roster/workerFields.ts';
import { nameFaults, readName } from '../../../../shared/rules/names.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { DayField } from '../../../ui/day/DayField.tsx';
import { described } from '../../../ui/fields/described.ts';
import { FlagField } from '../../../ui/fields/FlagField.tsx';
import { IdNumberField } from '../../../ui/fields/IdNumberField.tsx';
import { NoteField } from '../../../ui/fields/NoteField.tsx';
import { PhoneDoubt, PhoneField } from '../../../ui/fields/PhoneField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { WordField } from '../../../ui/fields/WordField.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { PropertyCompanyField } from '../PropertyCompanyField.tsx';
import type { WorkerValues } from './workerValues.ts';

const of = described(workerFields);

function nameFault(typed: string): string | null {
  const reading = readName(typed);
  return reading.kind === 'refused' ? nameFaults[reading.fault] : null;
}

/** `masked`: the ID number on file, when a worker is being changed. */
export function WorkerFields({ form, masked = null }: { form: FormInstance<WorkerValues>; masked?: string | null }) {
  const today = useToday();
  const employer = Form.useWatch('employer', form);
  return (
    <>
      <TextField {...of('name')} wide fault={nameFault} />
      <IdNumberField {...of('idNumber')} masked={masked} onSays={(says) => form.setFieldsValue(says)} />
      <ChoiceField {...of('sex')} />
      <DayField {...of('birthMonth')} latest={today} />
      <PhoneField {...of('mobile')} other="右边一栏" />
      <PhoneField {...of('landline')} other="左边一栏" />
      <PhoneDoubt {...of('mobile')} />
      <WordField {...of('ethnicity')} />
      <WordField {...of('politics')} />
      <WordField {...of('education')} />
      <DayField {...of('startedWork')} latest={today} />
      <WordField {...of('hiringSource')} wide />
      <WordField {...of('employer')} />
      <FlagField {...of('formerFamilyPlanning')} />
      {employer?.includes('物业') ? <PropertyCompanyField /> : null}
      <NoteField {...of('note')} />
    </>
  );
}
