// The first page of a report as it will be written, for the screen: same columns, widths, heights, words. ID numbers stay masked
// here even when the export holds them whole, because looking at them is an act of its own.
import type { ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { fileName, headerCells, signatureLine, unitLine } from '../../ground/sheets/frame.ts';
import { cellText, type Layout, Measure, pagesOf, rowHeight } from '../../ground/sheets/layout.ts';
import type { Office } from '../../ground/office/office.ts';
import { readSetting } from '../settings/settings.ts';
import { frameOf, reportNamed } from './catalogue.ts';
import { quotaGap, vacantGrids } from './gaps.ts';

const shownRows = 30;
/** Beyond these the widths are those of the first rows; a longer value further down may widen a column of the export. */
const measuredRows = 2000;

export function previewReport(office: Office, request: ReportRequest): ReportPreview {
  const report = reportNamed(request.report);
  const masked: ReportRequest = { ...request, idStyle: request.idStyle === 'full' ? 'masked' : request.idStyle };
  const frame = frameOf(report, request, readSetting(office, 'office'));
  const count = report.count(office, request);
  const rows = Array.from(report.rows(office, masked, measuredRows), ({ cells }) => cells);
  const measure = new Measure(frame.columns);
  for (const row of rows) measure.add(row);
  const layout: Layout = { ...measure.layout(frame), rows: count };
  const header = headerCells(frame.columns);
  const { pages, scale } = pagesOf(frame, layout);
  const whole = count <= measuredRows;
  return {
    title: frame.title,
    unitLine: unitLine(frame),
    columns: frame.columns.map((column, index) => ({
      width: layout.widths[index] ?? 0,
      left: column.left === true,
      photo: column.kind === 'photo',
    })),
    header: { heights: layout.headerHeights, cells: header.cells },
    rows: rows.slice(0, shownRows).map((row) => ({
      height: rowHeight(layout, frame.columns, row),
      cells: row.map((cell) => cellText(cell) || null),
    })),
    totals: layout.totals.some((total) => total !== null)
      ? layout.totals.map((total) => (total === null ? null : whole ? String(total) : '…'))
      : null,
    signatureLine: signatureLine(frame, layout.widths.reduce((sum, width) => sum + width, 0) * 0.875),
    count,
    measure: report.measure,
    fileName: fileName(frame),
    pages,
    scale: Math.round(scale * 100),
    gaps: [...quotaGap(office, request, count), ...vacantGrids(office, request), ...report.gaps(office, request)],
    branches: office.prepare<[], { id: number; name: string }>('SELECT id, name FROM day_branch ORDER BY sort_order, id').all(),
  };
}
