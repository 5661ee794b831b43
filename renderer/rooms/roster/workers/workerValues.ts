// Between the fields of the worker's form and what crosses the wire.
import type { WorkerDetail, WorkerForm } from '../../../../shared/roster/worker.ts';
import type { Sex } from '../../../../shared/rules/idNumber.ts';
import { dayIn, type DayValue } from '../../../ui/dayValue.ts';

export type WorkerValues = {
  name: string;
  /** Left empty when the number on file stays. */
  idNumber?: string;
  idNumberConfirmed?: boolean;
  sex?: Sex | null;
  birthMonth?: DayValue;
  ethnicity?: string | null;
  mobile?: string | null;
  mobileConfirmed?: boolean;
  landline?: string | null;
  education?: string | null;
  politics?: string | null;
  hiringSource?: string | null;
  formerFamilyPlanning?: 'yes' | 'no' | null;
  employer?: string | null;
  propertyCompanyId?: number | null;
  startedWork?: DayValue;
  note?: string | null;
};

/** A whole ID number is stored with the worker or not at all; that it was looked at goes with it. */
export const unkeptNumber = {
  fields: ['idNumber', 'idNumberConfirmed'],
  told: '身份证号不保留，填过的请重新填写。',
} as const;

export const valuesOf = (worker: WorkerDetail): WorkerValues => ({
  name: worker.name,
  sex: worker.sex,
  birthMonth: worker.birthMonth,
  ethnicity: worker.ethnicity,
  mobile: worker.mobile,
  mobileConfirmed: worker.mobileConfirmed,
  landline: worker.landline,
  education: worker.education,
  politics: worker.politics,
  hiringSource: worker.hiringSource,
  formerFamilyPlanning: worker.formerFamilyPlanning === null ? null : worker.formerFamilyPlanning ? 'yes' : 'no',
  employer: worker.employer,
  propertyCompanyId: worker.propertyCompanyId,
  startedWork: worker.startedWork,
  note: worker.note,
});

/** An emptied field is null: it empties the row's. */
const orNull = <Value>(value: Value | undefined | null | ''): Value | null =>
  value === undefined || value === '' ? null : (value ?? null);

export const formOf = (values: WorkerValues): WorkerForm => ({
  name: values.name,
  ...(values.idNumber ? { idNumber: values.idNumber, idNumberConfirmed: values.idNumberConfirmed ?? false } : {}),
  sex: orNull(values.sex),
  birthMonth: dayIn(values.birthMonth),
  ethnicity: orNull(values.ethnicity),
  mobile: orNull(values.mobile),
  mobileConfirmed: values.mobileConfirmed ?? false,
  landline: orNull(values.landline),
  education: orNull(values.education),
  politics: orNull(values.politics),
  hiringSource: orNull(values.hiringSource),
  formerFamilyPlanning: values.formerFamilyPlanning ? values.formerFamilyPlanning === 'yes' : null,
  employer: orNull(values.employer),
  propertyCompanyId: orNull(values.propertyCompanyId),
  startedWork: dayIn(values.startedWork),
  note: orNull(values.note),
});
