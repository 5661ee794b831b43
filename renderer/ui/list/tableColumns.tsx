// The columns of a list as antd's table takes them: the tick, the name column that stays in view, headers that sort and widen.
import { Checkbox } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Columns, ListColumn } from '../useColumns.ts';
import { type Sorting, withHeading } from './HeaderCell.tsx';

/** A row of the document; `row` is undefined until it has been read. */
export type Line<Row> = { index: number; row: Row | undefined };

export const tickWidth = 36;

export type Selecting<Row> = {
  /** What a tick does: 选择. */
  tick: string;
  selected: ReadonlySet<number>;
  total: number | undefined;
  toggle: (row: Row) => void;
  everything: () => void;
  nothing: () => void;
};

function tickColumn<Row extends { id: number }>(
  name: ListColumn<Row> | undefined,
  { tick, selected, total, toggle, everything, nothing }: Selecting<Row>,
): ColumnsType<Line<Row>>[number] {
  const every = total !== undefined && total > 0 && selected.size >= total;
  const head = (
    <Checkbox
      aria-label={tick === '选择' ? '全选' : `全部${tick}`}
      checked={every}
      indeterminate={selected.size > 0 && !every}
      disabled={!total}
      onChange={every ? nothing : everything}
    />
  );
  return {
    key: 'selection',
    title: '',
    width: tickWidth,
    fixed: 'start',
    className: 'list-check',
    onHeaderCell: () => withHeading({ content: head }),
    render: (_, { row }) =>
      row ? (
        <Checkbox
          aria-label={`${tick} ${name?.text(row) ?? ''}`}
          tabIndex={-1}
          checked={selected.has(row.id)}
          onChange={() => toggle(row)}
          onClick={(event) => event.stopPropagation()}
        />
      ) : null,
  };
}

export function tableColumns<Row extends { id: number }>(props: {
  columns: Columns<Row>;
  /** Null: no row is ticked. */
  selecting: Selecting<Row> | null;
  sorting: Sorting | null;
  onSort: ((sorting: Sorting | null) => void) | undefined;
}): ColumnsType<Line<Row>> {
  const { columns, selecting, sorting, onSort } = props;
  const shown = columns.shown ?? [];
  const heading = ({ key, width, align, sort: by }: ListColumn<Row>) => {
    const present = by !== undefined && sorting?.by === by ? sorting : null;
    // Ascending, descending, and back to the office's own order.
    const next = by === undefined || present?.descending ? null : { by, descending: present !== null };
    const sorted = present ? (present.descending ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
    return withHeading({
      width,
      ...(align ? { align } : {}),
      onResize: (wanted, kept) => columns.resize(key, wanted, kept),
      ...(by === undefined || !onSort ? {} : { sorted, onSort: () => onSort(next) }),
    });
  };
  return [
    ...(selecting ? [tickColumn(shown[0], selecting)] : []),
    ...shown.map((column, index) => ({
      key: column.key,
      title: column.title,
      width: column.width,
      ...(index === 0 ? { fixed: 'start' as const, rowScope: 'row' as const } : {}),
      ...(column.align ? { align: column.align } : {}),
      onHeaderCell: () => heading(column),
      render: (_: unknown, { row }: Line<Row>) =>
        row ? (
          <span className="list-cell" title={column.text(row)}>
            {column.render ? column.render(row) : column.text(row)}
          </span>
        ) : null,
    })),
  ];
}
