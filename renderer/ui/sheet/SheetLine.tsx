// The line that says what came of a 导出 or 打印, and what else can be done with it.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { reveal } from '../../native.ts';
import type { HandedOn, SheetOrder } from './handOn.ts';

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button type="text" className="right" aria-label="收起" title="收起" icon={<CloseOutlined />} onClick={onClick} />
);

const Keep = ({ run }: { run: () => void }) => (
  <button type="button" className="link" title="页面与打印的相同，可以存下来或发给别人" onClick={run}>
    存为 PDF
  </button>
);

/** `keep`: the same as a PDF, where that succeeds. */
export const NotMade = ({ words, keep, close }: { words: string; keep: (() => void) | null; close: () => void }) => (
  <>
    <span>{words}</span>
    {keep ? <Keep run={keep} /> : null}
    <Close onClick={close} />
  </>
);

/** While it is being handed on it can't be asked for again. */
export function SheetMade(props: {
  order: SheetOrder;
  /** What the file is called. */
  name: string | null;
  handed: HandedOn | 'under way';
  again: () => void;
  keep: () => void;
  close: () => void;
}) {
  const { order, name, handed, again, keep, close } = props;
  const { format } = order;
  const { outcome, file } =
    handed === 'under way' ? { outcome: format === 'print' ? '正在打开打印窗口' : '正在保存', file: null } : handed;
  return (
    <>
      <span className="sheet-made" role="status">
        <b>{outcome}</b> {file ?? (format === 'print' ? order.words : (name ?? order.words))}
      </span>
      {reveal && file ? (
        <button type="button" className="link" onClick={() => void reveal?.(file)}>
          打开所在文件夹
        </button>
      ) : null}
      {handed === 'under way' ? null : (
        <>
          <button type="button" className="link" onClick={again}>
            {format === 'print' ? '再打印一次' : reveal ? '另存一份' : '再次下载'}
          </button>
          {format === 'print' ? <Keep run={keep} /> : null}
        </>
      )}
      <Close onClick={close} />
    </>
  );
}
