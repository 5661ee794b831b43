// Ctrl+C in a list: the shown columns in their order, of the selected rows, else of every row under the filters.
import type { Columns } from '../useColumns.ts';
import { copyTable } from './copyRows.ts';
import type { List } from './useList.ts';
import { message } from '../messages.ts';

/** @returns copies what is shown, or only the given row */
export function useCopy<Row extends { id: number }>(list: List<Row>, columns: Columns<Row>): (only?: Row) => Promise<void> {
  return async (only) => {
    const shown = columns.shown ?? [];
    const { selected } = list;
    const rows = only ? [only] : (await list.all()).filter((row) => selected.size === 0 || selected.has(row.id));
    const table = [shown.map((column) => column.title), ...rows.map((row) => shown.map((column) => column.text(row)))];
    if (copyTable(table)) message.success(`已复制 ${rows.length} 行，可粘贴到 Excel 或 WPS`);
    else message.error('没有复制成功。行数太多时请先筛选，或改用“导出”。', 6);
  };
}
