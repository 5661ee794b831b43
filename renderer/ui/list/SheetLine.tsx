// The line that says what came of a 导出 or 打印, and what else can be done with it.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SheetFormat } from '../../../shared/kit/sheetFormat.ts';
import { reveal } from '../../native.ts';
import './list.css';

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

const againWords: Readonly<Record<SheetFormat, string>> = {
  print: '再打印一次',
  xlsx: reveal ? '另存一份' : '再次下载',
  pdf: reveal ? '另存一份' : '再次下载',
};

/** `outcome` null: it is being handed on, and can't be asked for again meanwhile. */
export function SheetMade(made: {
  format: SheetFormat;
  words: string;
  outcome: string | null;
  file: string | null;
  again: () => void;
  keep: () => void;
  close: () => void;
}) {
  const { format, words, outcome, file, again, keep, close } = made;
  return (
    <>
      <span className="sheet-made" role="status">
        <b>{outcome ?? (format === 'print' ? '正在打开打印窗口' : '正在保存')}</b> {file ?? words}
      </span>
      {reveal && file ? (
        <button type="button" className="link" onClick={() => void reveal?.(file)}>
          打开所在文件夹
        </button>
      ) : null}
      {outcome === null ? null : (
        <>
          <button type="button" className="link" onClick={again}>
            {againWords[format]}
          </button>
          {format === 'print' ? <Keep run={keep} /> : null}
        </>
      )}
      <Close onClick={close} />
    </>
  );
}
