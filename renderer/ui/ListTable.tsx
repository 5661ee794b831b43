// The one table of the program. Rows have one height, so only those in view stand in the document, whatever their number; the
// table stays an ordinary one (native rows, cells and scroll bars). Arrows move, Enter opens, Space selects, Ctrl+C copies.
import { App, Button, Checkbox, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import {
  type CSSProperties,
  createContext,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { refreshEverything, told } from '../api.ts';
import { copyTable } from './copyRows.ts';
import { HeaderCell, type Sorting, withHeading } from './ListTableHeader.tsx';
import { type MenuAct, RowMenu, type RowMenuAt } from './ListTableMenu.tsx';
import './listTable.css';
import { Empty } from './Page.tsx';
import type { Columns } from './useColumns.ts';
import type { List } from './useList.ts';
import { useMeasures } from './useMeasures.ts';

export type ListTableProps<Row extends { id: number }> = {
  /** What is listed, for who hears the screen: 网格员列表. */
  label: string;
  /** 人, 个: how the rows are counted. */
  unit: string;
  list: List<Row>;
  columns: Columns<Row>;
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
  openId: number | null;
  onOpen: (row: Row) => void;
  /** Acts on one row, besides 打开 and 复制. */
  menu?: (row: Row) => MenuAct[];
  /** Acts on the selected rows (`list.selected`), for the foot. */
  acts?: ReactNode;
  /** The one next step, when the list has no rows. */
  empty: ReactNode;
};

type Line<Row> = { index: number; row: Row | undefined };

const spare = 12;
const SpacersContext = createContext({ above: 0, below: 0 });

/** The body with the rows out of view as two blank heights. */
function Body({ children, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  const { above, below } = use(SpacersContext);
  return (
    <tbody {...rest}>
      {above > 0 ? <tr aria-hidden="true" style={{ height: above }} /> : null}
      {children}
      {below > 0 ? <tr aria-hidden="true" style={{ height: below }} /> : null}
    </tbody>
  );
}
const components = { header: { cell: HeaderCell }, body: { wrapper: Body } };

function useFrame() {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { rowHeight } = useMeasures();
  return { frame, bodyHeight: Math.max(0, height - rowHeight), rowHeight };
}

export function ListTable<Row extends { id: number }>(props: ListTableProps<Row>) {
  const { label, unit, list, columns, sorting, onSort, openId, onOpen, menu, acts, empty } = props;
  const { message } = App.useApp();
  const { frame, bodyHeight, rowHeight } = useFrame();
  const [top, setTop] = useState(0);
  const [cursor, setCursor] = useState(0);
  const [menuAt, setMenuAt] = useState<RowMenuAt<Row> | null>(null);
  const total = list.total;
  const lines = list.error ? 0 : (total ?? Math.ceil(bodyHeight / rowHeight));
  const first = Math.max(0, Math.min(lines, Math.floor(top / rowHeight)) - spare);
  const last = Math.min(lines, Math.ceil((top + bodyHeight) / rowHeight) + spare);
  const { look, key, selected, select } = list;
  useEffect(() => look(first, Math.max(first, last - 1)), [look, first, last]);

  const scroller = () => frame.current?.querySelector<HTMLElement>('.ant-table-body');
  useEffect(() => {
    scroller()?.scrollTo({ top: 0 });
    setCursor(0);
    // oxlint-disable-next-line react/exhaustive-deps -- another question starts at its first row
  }, [key]);

  const data: Line<Row>[] = [];
  for (let index = first; index < last; index++) data.push({ index, row: list.rowAt(index) });

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(lines - 1, index));
    setCursor(target);
    const body = scroller();
    if (!body) return;
    const inView = body.clientHeight;
    if (target * rowHeight < body.scrollTop) body.scrollTo({ top: target * rowHeight });
    else if ((target + 1) * rowHeight > body.scrollTop + inView) body.scrollTo({ top: (target + 1) * rowHeight - inView });
  };
  const toggle = (row: Row) => {
    const next = new Set(selected);
    if (!next.delete(row.id)) next.add(row.id);
    select(next);
  };
  const selectAll = async () => select(new Set(list.allIds ? await list.allIds() : (await list.all()).map(({ id }) => id)));
  /** The selected rows; with none selected, all of them. */
  const copy = async (only?: Row) => {
    const shown = columns.shown ?? [];
    const rows = only ? [only] : (await list.all()).filter((row) => selected.size === 0 || selected.has(row.id));
    const table = [shown.map((column) => column.title), ...rows.map((row) => shown.map((column) => column.text(row)))];
    if (copyTable(table)) void message.success(`已复制 ${rows.length} 行，可粘贴到 Excel 或 WPS`);
    else void message.error('没有复制成功。行数太多时请先筛选，或改用“导出”。', 6);
  };
  const run = (work: Promise<void>) => void work.catch((error: unknown) => message.error(told(error), 6));

  const row = list.rowAt(cursor);
  const keys: Record<string, () => void> = {
    ArrowDown: () => moveTo(cursor + 1),
    ArrowUp: () => moveTo(cursor - 1),
    PageDown: () => moveTo(cursor + Math.floor(bodyHeight / rowHeight) - 1),
    PageUp: () => moveTo(cursor - Math.floor(bodyHeight / rowHeight) + 1),
    Home: () => moveTo(0),
    End: () => moveTo(lines - 1),
    Enter: () => row && onOpen(row),
    ' ': () => row && toggle(row),
    'Ctrl+a': () => run(selectAll()),
    'Ctrl+c': () => run(copy()),
    ContextMenu: () => openMenuAtCursor(),
    'Shift+F10': () => openMenuAtCursor(),
  };
  const openMenuAtCursor = () => {
    const element = frame.current?.querySelector(`[data-index="${cursor}"]`);
    const box = (element ?? frame.current)?.getBoundingClientRect();
    if (row && box) setMenuAt({ row, x: box.left + 60, y: box.bottom - 4 });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    const act = keys[name];
    if (!act) return;
    if (name === 'Ctrl+c' && !(window.getSelection()?.isCollapsed ?? true)) return;
    event.preventDefault();
    act();
  };

  const shown = columns.shown ?? [];
  const everySelected = total !== undefined && total > 0 && selected.size >= total;
  const selectionHead = (
    <Checkbox
      aria-label="全选"
      checked={everySelected}
      indeterminate={selected.size > 0 && !everySelected}
      disabled={!total}
      onChange={() => (everySelected ? select(new Set()) : run(selectAll()))}
    />
  );
  const tableColumns: ColumnsType<Line<Row>> = [
    {
      key: 'selection',
      title: '',
      width: 36,
      fixed: 'start',
      className: 'list-check',
      onHeaderCell: () => withHeading({ content: selectionHead }),
      render: (_, line) =>
        line.row ? (
          <Checkbox
            aria-label={`选择 ${shown[0]?.text(line.row) ?? ''}`}
            tabIndex={-1}
            checked={selected.has(line.row.id)}
            onChange={() => line.row && toggle(line.row)}
            onClick={(event) => event.stopPropagation()}
          />
        ) : null,
    },
    ...shown.map((column, index) => {
      const by = column.sort;
      const present = sorting !== null && sorting.by === by ? sorting : null;
      const direction = present ? (present.descending ? 'descending' : 'ascending') : 'none';
      // Ascending, descending, and back to the office's own order.
      const next = by === undefined || present?.descending ? null : { by, descending: present !== null };
      return {
        key: column.key,
        title: column.title,
        width: column.width,
        ...(index === 0 ? { fixed: 'start' as const, rowScope: 'row' as const } : {}),
        ...(column.align ? { align: column.align } : {}),
        onHeaderCell: () =>
          withHeading({
            width: column.width,
            ...(column.align ? { align: column.align } : {}),
            onResize: (width, kept) => columns.resize(column.key, width, kept),
            ...(by === undefined ? {} : { sorted: direction, onSort: () => onSort(next) }),
          }),
        render: (_: unknown, line: Line<Row>) =>
          line.row ? (
            <span className="list-cell" title={column.text(line.row)}>
              {column.render ? column.render(line.row) : column.text(line.row)}
            </span>
          ) : null,
      };
    }),
  ];
  const width = 36 + shown.reduce((sum, column) => sum + column.width, 0);

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
        style={{ '--list-body': `${bodyHeight}px` } as CSSProperties}
      >
        {columns.shown && bodyHeight > 0 ? (
          <SpacersContext value={{ above: first * rowHeight, below: (lines - last) * rowHeight }}>
            <Table<Line<Row>>
              size="small"
              tableLayout="fixed"
              pagination={false}
              components={components}
              columns={tableColumns}
              dataSource={data}
              rowKey={(line) => line.row?.id ?? `blank-${line.index}`}
              scroll={{ x: width, y: bodyHeight }}
              locale={{ emptyText: ' ' }}
              onScroll={(event) => setTop(event.currentTarget.scrollTop)}
              rowClassName={(line) =>
                [
                  line.row && line.row.id === openId ? 'open' : '',
                  line.row && selected.has(line.row.id) ? 'ant-table-row-selected' : '',
                  line.index === cursor ? 'cursor' : '',
                ].join(' ')
              }
              onRow={(line) => ({
                'data-index': line.index,
                onClick: () => {
                  setCursor(line.index);
                  if (line.row && (window.getSelection()?.isCollapsed ?? true)) onOpen(line.row);
                },
                // The second click of a double click would mark a word of the row.
                onMouseDown: (event) => {
                  if (event.detail > 1) event.preventDefault();
                },
                onContextMenu: (event) => {
                  event.preventDefault();
                  setCursor(line.index);
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
          empty
        ) : null}
      </div>
      <div className="foot">
        {selected.size > 0 ? (
          <>
            <b>
              已选 {selected.size} {unit}
            </b>
            {acts}
            <button type="button" className="link" onClick={() => select(new Set())}>
              取消选择
            </button>
          </>
        ) : null}
        <span className={selected.size > 0 ? 'right' : 'grey'}>{total === undefined ? '' : `共 ${total} ${unit}`}</span>
      </div>
      <RowMenu at={menuAt} onClose={() => setMenuAt(null)} open={onOpen} copy={(target) => run(copy(target))} acts={menu} />
    </>
  );
}
