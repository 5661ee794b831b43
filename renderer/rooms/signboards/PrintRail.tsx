// What will come out, said before it does: size, counts, and the one choice a person may make about coarse photos.
import { Checkbox } from 'antd';
import { type BoardRow, isPrintable, problemWeight } from '../../../shared/signboards.ts';
import { type BoardSizeName, boardSizes } from '../../../shared/boardSizes.ts';

export function PrintRail(props: {
  /** Undefined while the check goes on. */
  rows: readonly BoardRow[] | undefined;
  chosen: number;
  size: BoardSizeName;
  acceptLowPpi: boolean;
  onAcceptLowPpi: (accept: boolean) => void;
  busy: boolean;
  printed: { count: number } | null;
}) {
  const { rows, chosen, size: name, acceptLowPpi, onAcceptLowPpi, busy, printed } = props;
  const size = boardSizes[name];
  const blocked = rows?.filter(({ problems }) => problems.some(({ kind }) => problemWeight[kind] === 'block')).length ?? 0;
  const coarse = rows?.filter(({ problems }) => isPrintable(problems, true) && !isPrintable(problems)).length ?? 0;
  const printable = (rows?.length ?? 0) - blocked - (acceptLowPpi ? 0 : coarse);
  const told = (count: number): string => (rows ? `${count} 块` : '正在检查');
  return (
    <aside className="rail" aria-label="打印内容">
      <div className="rail-body">
        <h2>{printed ? '已经生成' : '将要打印'}</h2>
        <dl className="boards-sum">
          <dt>尺寸</dt>
          <dd>
            {size.label}　{size.width}×{size.height} 毫米
          </dd>
          <dt>选定</dt>
          <dd>{chosen} 块</dd>
          <dt>缺资料</dt>
          <dd className={blocked > 0 ? 'red' : ''}>{told(blocked)}</dd>
          <dt>照片偏小</dt>
          <dd>{told(coarse)}</dd>
          <dt>打印</dt>
          <dd>
            <b>{told(printable)}</b>
          </dd>
        </dl>
        {coarse > 0 ? (
          <Checkbox checked={acceptLowPpi} disabled={busy} onChange={(event) => onAcceptLowPpi(event.target.checked)}>
            照片偏小的 {coarse} 块也打印
          </Checkbox>
        ) : null}
        <p className="grey">PDF 为原尺寸，一块一页。交印刷厂或用打印机打印时，请选“实际大小”，不要选“适合页面”。</p>
      </div>
    </aside>
  );
}
