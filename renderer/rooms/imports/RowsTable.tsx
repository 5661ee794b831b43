// The rows that are new, changed or the same: old value grey above the new in bold, on the ground that only changed cells
// have. New and changed rows are ticked.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Pagination } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type ReactNode, useRef, useState } from 'react';
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import type { PreviewCell, PreviewRow, PreviewSummary } from '../../../shared/imports/preview.ts';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { api, client } from '../../api.ts';
import { rowColumn } from './rowColumn.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { HeaderCell, withHeading } from '../../ui/list/HeaderCell.tsx';
import { cellAt, cellMark, onCellKey } from './cellKeys.ts';
import { FittedTable } from './FittedTable.tsx';
import { PhotoCell } from './PhotoCell.tsx';
import { RowValue, Value } from './RowValue.tsx';
import type { Cell, Mending } from './useMending.ts';

type Props = { id: string; tab: 'new' | 'changed' | 'same'; state: ImportState; summary: PreviewSummary; mending: Mending };

const pageSize = 100;
/** Room for a day and why it is not the file's. */
const notedWidth = 290;
const photoWidth = 220;
const components = { header: { cell: HeaderCell } };

/** In the order the preview shows them; places stand in the grid's column. */
const widths: [ImportField, number][] = [
  ['mobile', 120],
  ['idNumber', 170],
  ['education', 84],
  ['politics', 84],
  ['employer', 112],
  ['hiringSource', 92],
  ['sex', 52],
  ['birthMonth', 84],
  ['ethnicity', 72],
  ['startedWork', 110],
  ['firstDay', 104],
  ['formerFamilyPlanning', 170],
  ['propertyCompany', 150],
  ['branch', 130],
  ['gridCode', 144],
  ['note', 140],
  ['secretary', 100],
  ['communityPhone', 130],
];

const isTold = ({ old, note, mended }: PreviewCell): boolean => old !== undefined || note !== undefined || mended !== undefined;

/** What stands in the column of grids is typed over by the place's name. */
const placeField = ({ cells }: PreviewRow): ImportField => (cells.compound?.value ? 'compound' : 'community');

const photoColumn: ColumnsType<PreviewRow>[number] = {
  title: '照片',
  width: photoWidth,
  ellipsis: true,
  onCell: ({ photo }) => ({ className: photo?.outcome === 'replaces' ? 'import-changed' : '' }),
  render: (_, { name, photo }) => <PhotoCell name={name} photo={photo} />,
};

export function RowsTable({ id, tab, state, summary, mending }: Props) {
  const [page, setPage] = useState(1);
  const [original, setOriginal] = useState(false);
  const { data } = useQuery({
    ...api.imports.rows.queryOptions({ id, tab, offset: (page - 1) * pageSize, limit: pageSize }),
    placeholderData: (previous) => previous,
  });
  const tick = useAct((choice: { rows: number[] | null; ticked: boolean }) =>
    client.imports.tick.mutate({ id, tab: tab === 'changed' ? 'changed' : 'new', ...choice }),
  );
  const rows = data ?? [];
  const frame = useRef<HTMLDivElement>(null);
  const begin = (cell: Cell): void => {
    const shown = rows.find(({ row }) => row === cell.row);
    const value = cell.field === 'name' ? shown?.name : shown?.cells[cell.field]?.value;
    mending.type(cell, value === undefined || value.includes('*') ? '' : value);
  };
  /** Back on the cell, where the row is still here. */
  const goOn = ({ row, field }: Cell): void =>
    void setTimeout(() => frame.current?.querySelector<HTMLElement>(`[data-cell="${row} ${field}"]`)?.focus());
  const value = (row: PreviewRow, field: ImportField, shown: ReactNode) => (
    <RowValue id={id} row={row} cell={{ row: row.row, field }} mending={mending} onDone={goOn}>
      {shown}
    </RowValue>
  );
  const count = summary.counts[tab];
  const mapped = new Set(state.columns.map((column) => column.field));
  const some = (said: (cell: PreviewCell) => boolean, field: ImportField): boolean =>
    rows.some((row) => row.cells[field] !== undefined && said(row.cells[field]));
  const used = widths
    .map(([field, width]): [ImportField, number] => [field, some((cell) => cell.note !== undefined, field) ? notedWidth : width])
    .filter(([field]) => mapped.has(field) || some(isTold, field));
  const photos = rows.some((row) => row.photo !== null);
  const tall =
    tab === 'changed' ||
    photos ||
    original ||
    rows.some(({ cells }) => Object.values(cells).some(({ old, mended }) => old !== undefined || mended !== undefined));
  /** Room for why a row isn't ticked. */
  const nameWidth = rows.some(({ remark }) => remark !== '') ? 176 : 84;
  const placeWidth = some((cell) => cell.note !== undefined, 'community') ? notedWidth : 170;
  const moveOf = (row: PreviewRow): PreviewCell | null => (row.cells.gridName?.old === undefined ? null : row.cells.gridName);
  const placeOf = (row: PreviewRow): ReactNode => {
    const mended = row.cells.community?.mended ?? row.cells.compound?.mended;
    if (moveOf(row)) return <Value cell={moveOf(row)} original={false} />;
    const note = row.cells.community?.note;
    if (mended) return <Value cell={{ value: row.grid, mended }} original={false} />;
    return note === undefined ? row.grid : <Value cell={{ value: row.grid, note }} original={false} />;
  };
  const { ticked } = summary;
  const chosen = tab === 'new' ? ticked.new + ticked.additional : ticked.changed;
  const tickAll = (
    <Checkbox
      aria-label="全部写入"
      checked={count > 0 && chosen === count}
      indeterminate={chosen > 0 && chosen < count}
      disabled={count === 0}
      onChange={(event) => tick.mutate({ rows: null, ticked: event.target.checked })}
    />
  );
  const ticks: ColumnsType<PreviewRow> = [
    {
      key: 'ticks',
      title: '',
      width: 36,
      fixed: 'start',
      className: 'import-check',
      // Not as the title: the hidden row that measures the columns holds a copy of every title.
      onHeaderCell: () => withHeading({ content: tickAll }),
      render: (_, row) => (
        <Checkbox
          aria-label={`写入${row.at} ${row.name}`}
          checked={row.ticked}
          onChange={(event) => tick.mutate({ rows: [row.row], ticked: event.target.checked })}
        />
      ),
    },
  ];
  const columns: ColumnsType<PreviewRow> = [
    ...(tab === 'same' ? [] : ticks),
    rowColumn(state.labels),
    {
      title: '姓名',
      width: nameWidth,
      fixed: 'start',
      rowScope: 'row',
      onCell: (row) => ({
        className: row.cells.name?.old === undefined ? 'import-name' : 'import-name import-changed',
        ...cellMark({ row: row.row, field: 'name' }),
      }),
      render: (_, row) =>
        value(
          row,
          'name',
          <>
            {row.cells.name && isTold(row.cells.name) ? <Value cell={row.cells.name} original={false} /> : row.name}
            {row.remark === '' ? null : <div className="grey small import-row-remark">{row.remark}</div>}
          </>,
        ),
    },
    {
      title: '网格',
      width: placeWidth,
      ellipsis: true,
      onCell: (row) => ({
        className: moveOf(row) ? 'import-changed' : '',
        ...cellMark({ row: row.row, field: placeField(row) }),
      }),
      render: (_, row) => value(row, placeField(row), placeOf(row)),
    },
    ...(photos ? [photoColumn] : []),
    ...used.map(([field, width]) => ({
      title: fieldTitle(field),
      width,
      ellipsis: true,
      onCell: (row: PreviewRow) => ({
        className: row.cells[field]?.old === undefined ? '' : 'import-changed',
        ...cellMark({ row: row.row, field }),
      }),
      render: (_: unknown, row: PreviewRow) => value(row, field, <Value cell={row.cells[field]} original={original} />),
    })),
  ];
  const width =
    (tab === 'same' ? 0 : 36) +
    rowColumn(state.labels).width +
    nameWidth +
    placeWidth +
    (photos ? photoWidth : 0) +
    used.reduce((sum, [, own]) => sum + own, 0);
  return (
    <>
      <div
        className="import-frame"
        ref={frame}
        onDoubleClick={({ target }) => {
          const cell = cellAt(target);
          if (cell && mending.typed(cell) === undefined) begin(cell);
        }}
        onKeyDown={(event) => onCellKey(event, begin)}
      >
        <FittedTable<PreviewRow>
          rowKey="row"
          className={tall ? 'import-tall' : ''}
          columns={columns}
          dataSource={rows}
          width={width}
          components={components}
          rowHoverable={false}
          locale={{ emptyText: data ? `没有${tab === 'new' ? '新增' : tab === 'changed' ? '变更' : '相同'}的行` : ' ' }}
        />
      </div>
      <div className="foot">
        {tab === 'same' ? (
          <span className="grey">
            {summary.keptCells > 0
              ? '不改动；格内注明“不改”的与台账不同，请核对'
              : '与台账逐格相同，不改动；双击或按 F2 可改一格'}
          </span>
        ) : (
          <>
            <b>
              已选 {tab === 'new' ? ticked.new : ticked.changed} 人
              {tab === 'changed'
                ? ticked.cells > 0
                  ? `，共 ${ticked.cells} 格`
                  : ''
                : ticked.additional > 0
                  ? `，兼任 ${ticked.additional} 个网格`
                  : ''}
            </b>
            <span className="grey">
              {tab === 'changed'
                ? '格内上行是台账原值，下行是文件新值；双击或按 F2 可改一格'
                : '不勾选的不写入；双击或按 F2 可改一格'}
            </span>
          </>
        )}
        <span className="right">
          {summary.tidiedCells > 0 && tab !== 'changed' ? (
            <Checkbox checked={original} onChange={(event) => setOriginal(event.target.checked)}>
              显示原文（整理了 {summary.tidiedCells} 格）
            </Checkbox>
          ) : null}
          {count > pageSize ? (
            <Pagination
              simple
              size="small"
              current={page}
              pageSize={pageSize}
              total={count}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : (
            `共 ${count} 人`
          )}
        </span>
      </div>
    </>
  );
}
