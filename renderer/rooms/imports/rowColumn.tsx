// The column that says which row of their file a line is: its number, and its table before it where several are read.
import { type Labels, sheetRow, tableOfRow } from '../../../shared/imports/rowNumber.ts';

/** @param labels what stands before a row's number, by the tables that are read */
export function rowColumn(labels: Labels) {
  const isLabelled = Object.values(labels).some((label) => label !== '');
  return {
    title: '行号',
    width: isLabelled ? 150 : 64,
    align: 'right' as const,
    fixed: 'start' as const,
    render: (_: unknown, { row }: { row: number }) => `${labels[tableOfRow(row)] ?? ''}${sheetRow(row)}`,
  };
}
