// The rows that are new, changed or the same: old value grey above the new in bold, on the ground that only changed cells
// have. New and changed rows are ticked.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Pagination } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import type { PreviewCell, PreviewRow, PreviewSummary } from '../../../shared/imports/preview.ts';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { api, client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { HeaderCell, withHeading } from '../../ui/list/HeaderCell.tsx';
import { FittedTable } from './FittedTable.tsx';
import { PhotoCell } from './PhotoCell.tsx';

type Props = { id: string; tab: 'new' | 'changed' | 'same'; state: ImportState; summary: PreviewSummary };

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
];

const Value = ({ cell, original }: { cell: PreviewCell | null | undefined; original: boolean }) => {
  if (!cell) return null;
  const above = cell.old ?? (original ? cell.tidied : undefined);
  if (cell.note !== undefined)
    return (
      <>
        {cell.value} <span className="grey">{cell.note}</span>
      </>
    );
  if (above === undefined) return <span className="grey">{cell.value || '—'}</span>;
  return (
    <span className="import-two">
      <span>{above === '' ? '未填' : above}</span>
      {cell.old === undefined ? <span className="import-now">{cell.value}</span> : <b>{cell.value}</b>}
    </span>
  );
};

const photoColumn: ColumnsType<PreviewRow>[number] = {
  title: '照片',
  width: photoWidth,
  ellipsis: true,
  onCell: ({ photo }) => ({ className: photo?.outcome === 'replaces' ? 'import-changed' : '' }),
  render: (_, { name, photo }) => <PhotoCell name={name} photo={photo} />,
};

export function RowsTable({ id, tab, state, summary }: Props) {
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
  const count = summary.counts[tab];
  const mapped = new Set(state.columns.map((column) => column.field));
  const some = (said: (cell: PreviewCell) => boolean, field: ImportField): boolean =>
    rows.some((row) => row.cells[field] !== undefined && said(row.cells[field]));
  const used = widths
    .map(([field, width]): [ImportField, number] => [field, some((cell) => cell.note !== undefined, field) ? notedWidth : width])
    .filter(([field]) => mapped.has(field) || some((cell) => cell.old !== undefined || cell.note !== undefined, field));
  const photos = rows.some((row) => row.photo !== null);
  const tall = tab === 'changed' || photos || original || used.some(([field]) => some((cell) => cell.old !== undefined, field));
  const moveOf = (row: PreviewRow): PreviewCell | null => (row.cells.gridName?.old === undefined ? null : row.cells.gridName);
  const { ticked } = summary;
  const chosen = tab === 'new' ? ticked.new : ticked.changed;
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
          aria-label={`写入第 ${row.row} 行 ${row.name}`}
          checked={row.ticked}
          onChange={(event) => tick.mutate({ rows: [row.row], ticked: event.target.checked })}
        />
      ),
    },
  ];
  const columns: ColumnsType<PreviewRow> = [
    ...(tab === 'same' ? [] : ticks),
    { title: '行号', width: 52, align: 'right', dataIndex: 'row', fixed: 'start' },
    {
      title: '姓名',
      width: 84,
      fixed: 'start',
      rowScope: 'row',
      onCell: (row) => ({ className: row.cells.name?.old === undefined ? 'import-name' : 'import-name import-changed' }),
      render: (_, row) => (row.cells.name?.old === undefined ? row.name : <Value cell={row.cells.name} original={false} />),
    },
    {
      title: '网格',
      width: 170,
      ellipsis: true,
      onCell: (row) => ({ className: moveOf(row) ? 'import-changed' : '' }),
      render: (_, row) => (moveOf(row) ? <Value cell={moveOf(row)} original={false} /> : row.grid),
    },
    ...(photos ? [photoColumn] : []),
    ...used.map(([field, width]) => ({
      title: fieldTitle(field),
      width,
      ellipsis: true,
      onCell: (row: PreviewRow) => ({ className: row.cells[field]?.old === undefined ? '' : 'import-changed' }),
      render: (_: unknown, row: PreviewRow) => <Value cell={row.cells[field]} original={original} />,
    })),
  ];
  const width =
    (tab === 'same' ? 0 : 36) + 52 + 84 + 170 + (photos ? photoWidth : 0) + used.reduce((sum, [, own]) => sum + own, 0);
  return (
    <>
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
      <div className="foot">
        {tab === 'same' ? (
          <span className="grey">
            {summary.keptCells > 0 ? '不改动；格内注明“不改”的与台账不同，请核对' : '与台账逐格相同，不改动'}
          </span>
        ) : (
          <>
            <b>
              已选 {chosen} 人{tab === 'changed' && ticked.cells > 0 ? `，共 ${ticked.cells} 格` : ''}
            </b>
            <span className="grey">
              {tab === 'changed' ? '格内上行是台账原值，下行是文件新值；不勾选的不写入' : '不勾选的不写入'}
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
