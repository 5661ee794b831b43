// The fields of a worker, for adding and for changing. The ID number proposes sex and birth month.
import { Form, type FormInstance } from 'antd';
import { workerFields } from '../../../../shared/roster/workerFields.ts';
import { nameFaults, readName } from '../../../../shared/rules/names.ts';
import { Confirmation } from '../../../ui/fields/Confirmation.tsx';
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
  if (reading.kind === 'refused') return nameFaults[reading.fault];
  return reading.kind === 'doubtful' && reading.corrected ? `${reading.doubt}，请改成“${reading.name}”` : null;
}

/** Asked only while another name than the one on file stands there, and seldom is one. */
function NameDoubt({ form, onFile }: { form: FormInstance<WorkerValues>; onFile: string | null }) {
  const typed = Form.useWatch('name', form);
  const reading = readName(typed ?? '');
  if (reading.kind !== 'doubtful' || reading.corrected || typed === onFile) return null;
  return (
    <Confirmation
      name="nameConfirmed"
      doubt={`姓名${reading.doubt}`}
      words="已核对，姓名无误"
      unsaid="请核对姓名；姓名无误请勾选"
    />
  );
}

/** `masked`: the ID number on file, `onFile`: the name, when a worker is being changed. */
export function WorkerFields({
  form,
  masked = null,
  onFile = null,
}: {
  form: FormInstance<WorkerValues>;
  masked?: string | null;
  onFile?: string | null;
}) {
  const today = useToday();
  const employer = Form.useWatch('employer', form);
  return (
    <>
      <TextField {...of('name')} wide fault={nameFault} />
      <NameDoubt form={form} onFile={onFile} />
      <IdNumberField {...of('idNumber')} masked={masked} onSays={(says) => form.setFieldsValue(says)} />
      <ChoiceField {...of('sex')} />
      <DayField {...of('birthMonth')} latest={today} />
      <PhoneField {...of('mobile')} other={of('landline').of.title} />
      <PhoneField {...of('landline')} other={of('mobile').of.title} />
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
