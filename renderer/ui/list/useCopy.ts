// Ctrl+C on a list screen, whatever has the focus there but a text field: the shown columns in their order, of the selected rows, else of
// the row that is open, else of every row under the filters.
import { told } from '../../api.ts';
import { message } from '../messages.ts';
import type { Columns } from '../useColumns.ts';
import { useShortcut } from '../useShortcut.ts';
import { copyTable } from './copyRows.ts';
import type { List } from './useList.ts';

/** @returns copies only the given row, for its menu */
export function useCopy<Row extends { id: number }>(
  list: List<Row>,
  columns: Columns<Row>,
  open: { id: number | null; row: Row | undefined },
): (only: Row) => void {
  const copy = async (asked: () => Promise<readonly Row[]>): Promise<void> => {
    try {
      const shown = columns.shown ?? [];
      const rows = await asked();
      const table = [shown.map((column) => column.title), ...rows.map((row) => shown.map((column) => column.text(row)))];
      if (copyTable(table)) message.success(`已复制 ${rows.length} 行，可粘贴到 Excel 或 WPS`);
      else message.error('没有复制成功。行数太多时请先筛选，或改用“导出”。', 6);
    } catch (error) {
      message.error(told(error), 6);
    }
  };
  const meant = async (): Promise<readonly Row[]> => {
    const { selected } = list;
    if (selected.size === 0 && open.id !== null) {
      if (open.row) return [open.row];
      throw new Error('打开的这一条不在当前名单里，没有复制。请先清除条件，或关闭右边的明细后再复制整个名单。');
    }
    return selected.size === 0 ? list.all() : list.ticked();
  };
  useShortcut('Ctrl+C', () => void copy(meant), { whileTyping: false, whileMarked: false });
  return (only) => void copy(async () => [only]);
}
