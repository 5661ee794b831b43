// The office's own order: the number after the greatest one given so far.
import type { Office } from '../ground/office/office.ts';

/** @param table one with a column `sort_order` */
export const nextOrder = (office: Office, table: string): number =>
  (office.prepare<[], number>(`SELECT max(sort_order) FROM ${table}`).pluck().get() ?? 0) + 1;
