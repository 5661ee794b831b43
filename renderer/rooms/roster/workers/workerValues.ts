// Between the fields of the worker's form and what crosses the wire.
import type { WorkerDetail, WorkerForm } from '../../../../shared/roster/worker.ts';
import { workerFields, workerFormFields } from '../../../../shared/roster/workerFields.ts';
import type { DayValue } from '../../../ui/day/dayValue.ts';
import { initialOf, wireOf } from '../../../ui/fields/described.ts';

export type WorkerValues = Omit<WorkerForm, 'birthMonth' | 'startedWork'> & { birthMonth?: DayValue; startedWork?: DayValue };

/** A whole ID number is stored with the worker or not at all; that it was looked at goes with it. */
export const unkeptNumber = {
  fields: ['idNumber', 'idNumberConfirmed'],
  title: '身份证号',
  told: '身份证号不保留，填过的请重新填写。',
} as const;

/** Of the number on file the form shows nothing, and that it was looked at is asked of a new one only. */
export function valuesOf(worker: WorkerDetail): Partial<WorkerValues> {
  return initialOf(workerFields, workerFormFields, worker);
}

export const formOf = (values: WorkerValues): WorkerForm => wireOf(workerFields, workerFormFields, values);
