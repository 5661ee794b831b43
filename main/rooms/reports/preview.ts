// The first page of a report as it will be written, for the screen: same columns, widths, heights, words. ID numbers stay masked
// here even when the export holds them whole, because looking at them is an act of its own.
import type { ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { entriesOf } from '../../ground/sheets/entries.ts';
import { fileName, headerCells, signatureLine, unitLine } from '../../ground/sheets/frame.ts';
import { cellText, type Layout, Measure, pagesOf, rowHeight } from '../../ground/sheets/layout.ts';
import type { Office } from '../../ground/office/office.ts';
import { readSetting } from '../settings/settings.ts';
import { askedReport } from './catalogue.ts';

const shownRows = 30;
/** Beyond these the widths are those of the first rows; a longer value further down may widen a column of the export. */
const measuredRows = 2000;

export function previewReport(office: Office, request: ReportRequest): ReportPreview {
  const { report, asked, frame } = askedReport(request, readSetting(office, 'office'), office);
  const count = asked.count(office);
  const rows = Array.from(asked.rows(office, { limit: measuredRows, masked: true }), ({ cells }) => cells);
  const entries = [...entriesOf(frame, rows)];
  const measure = new Measure(frame.columns);
  for (const entry of entries) measure.add(entry);
  const layout: Layout = { ...measure.layout(frame), rows: count };
  const header = headerCells(frame.columns);
  const { pages, scale } = pagesOf(frame, layout);
  const whole = count <= measuredRows;
  const written = (sums: readonly (number | null)[]): (string | null)[] => sums.map((sum) => (sum === null ? null : String(sum)));
  return {
    title: frame.title,
    unitLine: unitLine(frame),
    columns: frame.columns.map((column, index) => ({
      width: layout.widths[index] ?? 0,
      left: column.left === true,
      photo: column.kind === 'photo',
    })),
    header: { heights: layout.headerHeights, cells: header.cells },
    rows: entries.slice(0, shownRows).map((entry) =>
      entry.kind === 'row'
        ? {
            height: rowHeight(layout, frame.columns, entry.row),
            sums: false,
            cells: entry.row.map((cell) => cellText(cell) || null),
          }
        : { height: layout.evenHeight, sums: true, cells: [entry.label, ...written(entry.sums).slice(1)] },
    ),
    totals: layout.totals.some((total) => total !== null)
      ? written(layout.totals).map((total) => (total === null ? null : whole ? total : '…'))
      : null,
    signatureLine: signatureLine(frame, layout.widths.reduce((sum, width) => sum + width, 0) * 0.875),
    count,
    measure: report.measure,
    fileName: fileName(frame),
    pages,
    scale: Math.round(scale * 100),
    gaps: asked.gaps(office, count),
    branches: office.prepare<[], { id: number; name: string }>('SELECT id, name FROM day_branch ORDER BY sort_order, id').all(),
  };
}
