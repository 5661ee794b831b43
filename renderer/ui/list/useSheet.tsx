// What a list shows as a workbook (导出) or as pages to print (打印): its columns in their order, its filters and order, its selection.
// The work is the server's; its progress, and what came of it, stand in a line above the list's foot while one goes on working.
import { CloseOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { refreshEverything, told } from '../../api.ts';
import { jobFileAddress } from '../../files.ts';
import { opensTabs, reveal, save } from '../../native.ts';
import type { Offer } from '../act.ts';
import { JobProgress } from '../JobProgress.tsx';
import { useJob } from '../useJob.ts';
import './list.css';

/** Of what and how many: 159 人, 所选 3 人; `short` where there is little room. */
export type SheetOf = {
  words: string;
  short: string;
  count: number;
  /** Why nothing can go out just now. */
  hindrance?: string | undefined;
};

export const unsettledDay = '统计日期还没有改好';

type Made = { jobId: string; format: SheetFormat; words: string; file: string | null };

/** @param start begins the work and resolves to its job's id @param prints Ctrl+P does it here */
export function useSheet(
  start: (format: SheetFormat) => Promise<string>,
  of: SheetOf,
  prints = true,
): { offers: Offer[]; line: ReactNode; print: () => void } {
  const { message } = App.useApp();
  const [asked, setAsked] = useState<{ format: SheetFormat; words: string }>({ format: 'xlsx', words: '' });
  const [made, setMade] = useState<Made | null>(null);
  const [closed, setClosed] = useState(true);
  const keep = async (jobId: string, then: typeof asked) => {
    try {
      setMade({ jobId, ...then, file: await save(jobFileAddress(jobId)) });
    } catch (error) {
      void message.error(told(error), 8);
    }
  };
  const job = useJob((jobId) => {
    void refreshEverything();
    setMade({ jobId, ...asked, file: null });
    // Where a tab is not allowed, the line below has the link.
    if (asked.format === 'pdf' && opensTabs) window.open(jobFileAddress(jobId, true), '_blank');
    else void keep(jobId, asked);
  });
  const hindrance = of.hindrance ?? (job.running ? `正在${sheetVerbs[asked.format]}` : of.count === 0 ? '没有内容' : undefined);
  const begin = (format: SheetFormat) => {
    if (hindrance !== undefined) return;
    setAsked({ format, words: of.words });
    setMade(null);
    setClosed(false);
    void job.start(() => start(format));
  };
  const offer = (format: SheetFormat, shortcut?: string): Offer => ({
    name: format,
    words: `${sheetVerbs[format]}${of.words}`,
    short: `${sheetVerbs[format]}${of.short}`,
    shortcut,
    hindrance,
    run: () => begin(format),
  });
  const line = () => {
    if (job.running) return <JobProgress state={job.state} cancel={job.cancel} />;
    if (closed) return null;
    if (made) return <Result made={made} again={() => void keep(made.jobId, made)} close={() => setClosed(true)} />;
    if (job.state?.phase !== 'cancelled') return null;
    return (
      <>
        <span>已取消，没有{asked.format === 'pdf' ? '打印' : '生成文件'}</span>
        <Close onClick={() => setClosed(true)} />
      </>
    );
  };
  const shown = line();
  return {
    offers: [offer('xlsx'), offer('pdf', prints ? 'Ctrl+P' : undefined)],
    line: shown ? <div className="foot sheet-line">{shown}</div> : null,
    print: () => begin('pdf'),
  };
}

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button type="text" className="right" aria-label="收起" title="收起" icon={<CloseOutlined />} onClick={onClick} />
);

function Result({ made, again, close }: { made: Made; again: () => void; close: () => void }) {
  const { jobId, format, words, file } = made;
  return (
    <>
      <span className="sheet-made" role="status">
        <b>{format === 'pdf' ? '可以打印了' : '已导出'}</b> {file ?? words}
      </span>
      {format === 'pdf' && opensTabs ? (
        <a className="link" href={jobFileAddress(jobId, true)} target="_blank" rel="noreferrer">
          打开 PDF 打印
        </a>
      ) : null}
      {reveal && file ? (
        <button type="button" className="link" onClick={() => void reveal?.(file)}>
          打开所在文件夹
        </button>
      ) : null}
      <button type="button" className="link" onClick={again}>
        {reveal ? '另存一份' : format === 'pdf' ? '下载 PDF' : '再次下载'}
      </button>
      <Close onClick={close} />
    </>
  );
}
