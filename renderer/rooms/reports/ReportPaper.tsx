// The sheet as it will go out: the same columns, widths, heights and words, at reading size or a whole width at a glance.
import type { CSSProperties } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { PreviewSums, ReportPreview } from '../../../shared/reports.ts';

/** A width unit and a point on screen, at Excel's 100 %. */
const unitPixels = 7;
const pointPixels = 4 / 3;

export function ReportPaper({ sheet, whole }: { sheet: ReportPreview; whole: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(800);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const width = sheet.columns.reduce((sum, column) => sum + column.width * unitPixels, 0);
  const reading = document.documentElement.hasAttribute('data-large') ? 1.2 : 1;
  const zoom = whole ? Math.min(1, (room - 32) / width) : reading;
  // At reading size the words around the table stay in view while it is moved sideways.
  const around: CSSProperties = { width: whole ? width : Math.min(width, (room - 32) / reading) };
  return (
    <div className="paper-frame" ref={frame} tabIndex={0} role="region" aria-label="导出预览">
      <div className="paper" style={{ width, zoom }}>
        <div className="paper-around paper-title" style={around}>
          {sheet.title}
        </div>
        <div className="paper-around paper-unit" style={around}>
          {sheet.unitLine.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </div>
        <SheetTable sheet={sheet} width={width} />
        <div className="paper-around paper-signature" style={around}>
          {sheet.signatureLine.split(/　+/).map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

function SheetTable({ sheet, width }: { sheet: ReportPreview; width: number }) {
  const { columns, header, lines, totals, rest } = sheet;
  return (
    <table style={{ width }}>
      <colgroup>
        {columns.map((column, index) => (
          <col key={index} style={{ width: column.width * unitPixels }} />
        ))}
      </colgroup>
      <thead>
        {header.heights.map((height, row) => (
          <tr key={row} style={{ height: height * pointPixels }}>
            {header.cells
              .filter((cell) => cell.row === row)
              .map((cell) => (
                <th key={cell.column} rowSpan={cell.rows} colSpan={cell.columns} scope={cell.columns > 1 ? 'colgroup' : 'col'}>
                  {cell.title}
                </th>
              ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {lines.map((line, number) =>
          line.kind === 'sums' ? (
            <Sums key={number} {...line} />
          ) : (
            <tr key={number} style={{ height: line.height * pointPixels }}>
              {line.cells.map((cell, index) => (
                <td key={index} className={columns[index]?.left ? 'left' : undefined}>
                  {columns[index]?.photo && cell ? <img src={`/files/photos/${cell}/thumbnail`} alt="" /> : cell}
                </td>
              ))}
            </tr>
          ),
        )}
        {rest > 0 ? (
          <tr className="paper-rest">
            <td colSpan={columns.length}>
              <span>
                以下还有 {rest} {sheet.measure === '人' ? '人' : '行'}，导出时全部写入
              </span>
            </td>
          </tr>
        ) : null}
        {totals ? <Sums {...totals} /> : null}
      </tbody>
    </table>
  );
}

/** 小计 and 合计: the words over what stands before the first sum. */
function Sums({ label, labelled, sums, height }: PreviewSums & { height?: number }) {
  return (
    <tr className="paper-total" style={height === undefined ? undefined : { height: height * pointPixels }}>
      <td colSpan={labelled}>{label}</td>
      {sums.map((sum, index) => (
        <td key={index}>{sum}</td>
      ))}
    </tr>
  );
}
