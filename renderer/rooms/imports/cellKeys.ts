// The keyboard in the preview's table of rows: F2 types over the cell it stands on, the arrows go from cell to cell. Cells that can be
// typed over say so by `data-cell`.
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { type ImportField, importFields } from '../../../shared/imports/fields.ts';
import type { Cell } from './useMending.ts';

/** What a cell of the table carries, so that it can be found. */
export const cellMark = ({ row, field }: Cell): HTMLAttributes<HTMLTableCellElement> =>
  ({ 'data-cell': `${row} ${field}`, tabIndex: -1 }) as HTMLAttributes<HTMLTableCellElement>;

/** The cell of the table that an element stands in. */
export function cellAt(element: EventTarget): Cell | null {
  const mark = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
  const [row, name] = mark?.split(' ') ?? [];
  const field = importFields.find((known): known is ImportField => known === name);
  return row === undefined || field === undefined ? null : { row: Number(row), field };
}

const inRow = (row: Element | null | undefined): HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];

function neighbour(cell: HTMLElement, key: string): HTMLElement | undefined {
  const row = cell.closest('tr');
  const own = inRow(row);
  const index = own.indexOf(cell);
  if (key === 'ArrowLeft') return own[index - 1];
  if (key === 'ArrowRight') return own[index + 1];
  if (key === 'ArrowUp') return inRow(row?.previousElementSibling)[index];
  return key === 'ArrowDown' ? inRow(row?.nextElementSibling)[index] : undefined;
}

/** @param begin types over a cell */
export function onCellKey(event: KeyboardEvent<HTMLElement>, begin: (cell: Cell) => void): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || (target instanceof HTMLInputElement && target.type !== 'checkbox')) return;
  const cell = target.closest<HTMLElement>('[data-cell]');
  if (key === 'F2') {
    const own = cell && cellAt(cell);
    event.preventDefault();
    if (own) begin(own);
    else inRow(target.closest('tr') ?? event.currentTarget)[0]?.focus();
    return;
  }
  const next = cell && neighbour(cell, key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
