// What a list or report shows as a workbook (导出), in the print dialog (打印), or as a PDF to keep: its columns in their order, its filters
// and order, its selection. The work is the server's; its progress, and what came of it, stand in a line above the list's foot while one
// goes on working.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { printPageOf } from '../../../shared/drawing/printed.ts';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { refreshEverything, told } from '../../api.ts';
import { jobFileAddress } from '../../files.ts';
import { print, reveal, save, tellsOutcome } from '../../native.ts';
import type { Offer } from '../act.ts';
import { JobProgress } from '../JobProgress.tsx';
import { useJob } from '../useJob.ts';
import './list.css';
import { message } from '../messages.ts';

/** Of what and how many: 159 人, 所选 3 人; `short` where there is little room. */
export type SheetOf = {
  words: string;
  short: string;
  count: number;
  /** What of a screen that shows several things; the line of another one isn't shown. */
  subject?: string;
  /** Why nothing can go out just now. */
  hindrance?: string | undefined;
};

export const unsettledDay = '统计日期还没有改好';

type Start = (format: SheetFormat) => Promise<string>;

/** `start`: of what was shown when it was asked, whatever is shown by now. */
type Asked = { format: SheetFormat; words: string; subject: string; start: Start };
type Made = Asked & { jobId: string; outcome: string; file: string | null };

/** What else the command box finds it by. */
const initials: Readonly<Record<SheetFormat, string>> = { xlsx: 'dc Excel 表格', print: 'dy 打印机', pdf: 'PDF 另存' };

const nameOf = (format: SheetFormat, words: string): string => `${sheetVerbs[format]}${format === 'pdf' ? words.trim() : words}`;

/** Hands on what the job has made. @returns what came of it, and the file where the host tells */
async function handOn(jobId: string, format: SheetFormat): Promise<{ outcome: string; file: string | null }> {
  if (format === 'print') {
    const printed = await print(printPageOf(jobId));
    return { outcome: tellsOutcome ? (printed ? '已送打印机' : '没有打印') : '已打开打印窗口', file: null };
  }
  const file = await save(jobFileAddress(jobId));
  return { outcome: tellsOutcome && file === null ? '没有保存' : `已${sheetVerbs[format]}`, file };
}

/**
 * @param start begins the work and resolves to its job's id @param prints Ctrl+P does it here
 * @returns `offers` for the screen's head: 导出 and 打印
 */
export function useSheet(start: Start, of: SheetOf, prints = true): { offers: Offer[]; line: ReactNode; print: () => void } {
  const { subject = '' } = of;
  const [asked, setAsked] = useState<Asked>({ format: 'xlsx', words: '', subject, start });
  const [made, setMade] = useState<Made | null>(null);
  const [closed, setClosed] = useState(true);
  const hand = async (jobId: string, then: Asked) => {
    setMade({ ...then, jobId, outcome: then.format === 'print' ? '正在打开打印窗口' : '正在保存', file: null });
    try {
      const done = await handOn(jobId, then.format);
      setMade({ ...then, jobId, ...done });
    } catch (error) {
      setMade({ ...then, jobId, outcome: then.format === 'print' ? '没有打印' : '没有保存', file: null });
      message.error(told(error), 8);
    }
  };
  const job = useJob((jobId) => {
    void refreshEverything();
    void hand(jobId, asked);
  });
  const hindrance = of.hindrance ?? (job.running ? `正在${sheetVerbs[asked.format]}` : of.count === 0 ? '没有内容' : undefined);
  const ask = (then: Asked) => {
    if (job.running) return;
    setAsked(then);
    setMade(null);
    setClosed(false);
    void job.start(() => then.start(then.format));
  };
  /** The same as a PDF. */
  const askAgain = ({ words, start: again, subject: its }: Asked) => ask({ format: 'pdf', words, start: again, subject: its });
  const begin = (format: SheetFormat) => {
    if (hindrance === undefined) ask({ format, words: of.words, subject, start });
  };
  const offer = (format: SheetFormat, shortcut?: string): Offer => ({
    name: format,
    words: nameOf(format, of.words),
    short: nameOf(format, of.short),
    also: initials[format],
    shortcut,
    hindrance,
    run: () => begin(format),
  });
  const line = () => {
    if (job.running) return <JobProgress state={job.state} cancel={job.cancel} />;
    if (closed || asked.subject !== subject) return null;
    if (made)
      return (
        <Result made={made} again={() => void hand(made.jobId, made)} keep={() => askAgain(made)} close={() => setClosed(true)} />
      );
    const phase = job.state?.phase;
    if (phase !== 'cancelled' && phase !== 'failed') return null;
    return (
      <>
        <span>
          {phase === 'cancelled' ? '已取消，' : ''}没有{asked.format === 'print' ? '打印' : '生成文件'}
        </span>
        {phase === 'failed' && asked.format === 'print' ? <Keep run={() => askAgain(asked)} /> : null}
        <Close onClick={() => setClosed(true)} />
      </>
    );
  };
  const shown = line();
  return {
    offers: [offer('xlsx'), offer('print', prints ? 'Ctrl+P' : undefined)],
    line: shown ? <div className="foot sheet-line">{shown}</div> : null,
    print: () => begin('print'),
  };
}

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button type="text" className="right" aria-label="收起" title="收起" icon={<CloseOutlined />} onClick={onClick} />
);

const Keep = ({ run }: { run: () => void }) => (
  <button type="button" className="link" title="页面与打印的相同，可以存下来或发给别人" onClick={run}>
    存为 PDF
  </button>
);

const againWords: Readonly<Record<SheetFormat, string>> = {
  print: '再打印一次',
  xlsx: reveal ? '另存一份' : '再次下载',
  pdf: reveal ? '另存一份' : '再次下载',
};

function Result({ made, again, keep, close }: { made: Made; again: () => void; keep: () => void; close: () => void }) {
  const { format, words, outcome, file } = made;
  return (
    <>
      <span className="sheet-made" role="status">
        <b>{outcome}</b> {file ?? words}
      </span>
      {reveal && file ? (
        <button type="button" className="link" onClick={() => void reveal?.(file)}>
          打开所在文件夹
        </button>
      ) : null}
      <button type="button" className="link" onClick={again}>
        {againWords[format]}
      </button>
      {format === 'print' ? <Keep run={keep} /> : null}
      <Close onClick={close} />
    </>
  );
}
