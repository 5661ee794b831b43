// The one table of the program. Rows have one height, so only those in view stand in the document, whatever their number; the
// table stays an ordinary one (native rows, cells and scroll bars).
import { Button, Table } from 'antd';
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { refreshEverything, told } from '../../api.ts';
import { type Act, offersOn } from '../act.ts';
import { Empty } from '../Page.tsx';
import type { Columns } from '../useColumns.ts';
import { nothingMarked, useShortcut } from '../useShortcut.ts';
import type { Sorting } from './HeaderCell.tsx';
import './list.css';
import { ListFoot } from './ListFoot.tsx';
import { listKeys } from './listKeys.ts';
import { RowMenu, type RowMenuAt } from './RowMenu.tsx';
import { components, SpacersContext } from './SpacedBody.tsx';
import { type Line, tableColumns, tickWidth } from './tableColumns.tsx';
import { useCopy } from './useCopy.ts';
import { useCursor } from './useCursor.ts';
import type { List } from './useList.ts';
import { useRowsInView } from './useRowsInView.ts';
import { message } from '../messages.ts';

export type ListTableProps<Row extends { id: number }> = {
  /** What is listed, for who hears the screen: 网格员列表. */
  label: string;
  /** 人, 个: how the rows are counted. */
  unit: string;
  list: List<Row>;
  columns: Columns<Row>;
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting | null) => void;
  openId?: number | null;
  /** It, as far as it has been seen in the list. */
  openRow?: Row | undefined;
  onOpen?: (row: Row) => void;
  /** Given where what is open follows the cursor: opens the row it has come to. */
  onFollow?: ((row: Row) => void) | undefined;
  /** Something stands beside the list, which F9 folds; else F9 opens the row under the cursor. */
  isRailed?: boolean;
  /** On one row, besides 打开 and 复制: its menu and its keys. */
  acts?: readonly Act<Row>[];
  /** What a tick does to a row, for who hears the screen: 选择, 上传. Null: nothing can be done with several rows, and none is ticked. */
  tick?: string | null;
  /** On the selected rows (`list.selected`), for the foot. */
  selectionActs?: ReactNode;
  /** What stands in an empty list. */
  empty: ReactNode;
  /** A line above the foot: long work going on. */
  aboveFoot?: ReactNode;
};

export function ListTable<Row extends { id: number }>(props: ListTableProps<Row>) {
  const { label, unit, list, columns, sorting = null, onSort, openId = null, onOpen, onFollow, acts = [], tick = '选择' } = props;
  const { total, look, key, selected, select } = list;
  const view = useRowsInView(key, list.error ? 0 : total);
  const { frame, first, last } = view;
  const drawn = columns.shown !== undefined && view.bodyHeight > 0;
  const cursor = useCursor(list, openId, onFollow ?? null, view.reveal, drawn);
  const copy = useCopy(list, columns, { id: openId, row: props.openRow });
  const [menuAt, setMenuAt] = useState<RowMenuAt<Row> | null>(null);
  useEffect(() => look(first, Math.max(first, last - 1)), [look, first, last]);

  const run = (work: Promise<void>) => void work.catch((error: unknown) => message.error(told(error), 6));
  const toggle = (row: Row) => {
    if (tick === null) return;
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    select(next);
  };
  const selectAll = async () => select(new Set(list.allIds ? await list.allIds() : (await list.all()).map(({ id }) => id)));
  const open = (row: Row) => onOpen?.(row);
  const { row } = cursor;
  const { isRailed = openId !== null } = props;
  useShortcut('F9', () => row && open(row), { enabled: onOpen !== undefined && !isRailed });
  const onKeyDown = listKeys({
    cursor: cursor.index,
    lines: view.lines,
    page: view.page,
    move: (index) => cursor.move(index),
    open: () => row && open(row),
    toggle: () => row && toggle(row),
    selectAll: () => tick !== null && run(selectAll()),
    menu(within) {
      const line = within.querySelector(`[data-index="${cursor.index}"]`);
      const { left, bottom } = (line ?? within).getBoundingClientRect();
      if (row) setMenuAt({ row, x: left + 60, y: bottom - 4 });
    },
    // What the rail shows answers to its own keys.
    offers: () => (row && (openId === null || openId === row.id || cursor.leads) ? offersOn(acts, row) : []),
  });
  const closeMenu = () => {
    setMenuAt(null);
    frame.current?.focus();
  };

  const nothing = () => select(new Set());
  const selecting = tick === null ? null : { tick, selected, toggle, total, everything: () => run(selectAll()), nothing };
  const data: Line<Row>[] = [];
  for (let index = first; index < last; index++) data.push({ index, row: list.rowAt(index) });
  const width = (tick === null ? 0 : tickWidth) + (columns.shown ?? []).reduce((sum, column) => sum + column.width, 0);

  return (
    <>
      <div
        className="list"
        ref={frame}
        role="group"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the rows are walked with the arrow keys from here
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.target === event.currentTarget && event.preventDefault()}
        style={{ '--list-body': `${view.bodyHeight}px` } as CSSProperties}
      >
        {drawn ? (
          <SpacersContext value={{ above: view.above, below: view.below }}>
            <Table<Line<Row>>
              size="small"
              tableLayout="fixed"
              pagination={false}
              components={components}
              columns={tableColumns({ columns, selecting, sorting, onSort })}
              dataSource={data}
              rowKey={(line) => line.row?.id ?? `blank-${line.index}`}
              scroll={{ x: width, y: view.bodyHeight }}
              locale={{ emptyText: ' ' }}
              onScroll={view.onScroll}
              rowClassName={(line) =>
                [
                  line.row && line.row.id === openId ? 'open' : '',
                  line.row && selected.has(line.row.id) ? 'ant-table-row-selected' : '',
                  line.index === cursor.index ? (cursor.keyed ? 'cursor keyed' : 'cursor') : '',
                ].join(' ')
              }
              onRow={(line) => ({
                'data-index': line.index,
                onClick: () => {
                  cursor.put(line.index);
                  if (line.row && nothingMarked()) open(line.row);
                },
                // The second click of a double click would mark a word of the row.
                onMouseDown: (event) => {
                  if (event.detail > 1) event.preventDefault();
                },
                onContextMenu: (event) => {
                  event.preventDefault();
                  cursor.put(line.index);
                  if (line.row) setMenuAt({ row: line.row, x: event.clientX, y: event.clientY });
                },
              })}
            />
          </SpacersContext>
        ) : null}
        {list.error ? (
          <Empty title={told(list.error)}>
            <Button onClick={() => void refreshEverything()}>重试</Button>
          </Empty>
        ) : total === 0 ? (
          props.empty
        ) : null}
      </div>
      {props.aboveFoot}
      <ListFoot
        unit={unit}
        total={list.error ? undefined : total}
        selected={selected.size}
        acts={props.selectionActs}
        clear={nothing}
      />
      <RowMenu at={menuAt} onClose={closeMenu} open={onOpen} copy={copy} offers={(target) => offersOn(acts, target)} />
    </>
  );
}
