// The first page of a report as it will be written, for the screen: same columns, widths, heights, words. ID numbers stay masked
// here even when the export holds them whole, because looking at them is an act of its own.
import type { PreviewSums, ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { entriesOf, labelled } from '../../ground/sheets/entries.ts';
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
  let passed = 0;
  // With the last of them go its sums.
  const shown = entries.filter(({ kind }) => (kind === 'row' ? ++passed : passed) <= shownRows);
  const measure = new Measure(frame.columns);
  for (const entry of entries) measure.add(entry);
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
    lines: shown.map((entry) =>
      entry.kind === 'row'
        ? {
            kind: 'row',
            height: rowHeight(layout, frame.columns, entry.row),
            cells: entry.row.map((cell) => cellText(cell) || null),
          }
        : { kind: 'sums', height: layout.evenHeight, ...written(entry.label, entry.sums) },
    ),
    totals: layout.totals.some((total) => total !== null) ? written('合计', layout.totals, whole ? String : () => '…') : null,
    signatureLine: signatureLine(frame, layout.widths.reduce((sum, width) => sum + width, 0) * 0.875),
    count,
    rest: count - Math.min(passed, shownRows),
    measure: report.measure,
    fileName: fileName(frame),
    pages,
    scale: Math.round(scale * 100),
    gaps: asked.gaps(office, count),
    branches: office.prepare<[], { id: number; name: string }>('SELECT id, name FROM day_branch ORDER BY sort_order, id').all(),
  };
}

function written(label: string, sums: readonly (number | null)[], words: (sum: number) => string = String): PreviewSums {
  const first = labelled(sums);
  return { label, labelled: first, sums: sums.slice(first).map((sum) => (sum === null ? null : words(sum))) };
}
