// What a list or report shows as a workbook (导出), in the print dialog (打印), or as a PDF to keep: its columns in their order, its filters
// and order, its selection. The work is the server's; its progress, and what came of it, stand in a line above the list's foot while one
// goes on working. Who leaves the screen meanwhile gets it all the same, and is told.
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { printPageOf } from '../../../shared/drawing/printed.ts';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import { client, refreshEverything, told } from '../../api.ts';
import { jobFileAddress } from '../../files.ts';
import { print, save, tellsOutcome } from '../../native.ts';
import type { Offer } from '../act.ts';
import { JobProgress } from '../JobProgress.tsx';
import { message } from '../messages.ts';
import { useJob } from '../useJob.ts';
import { useShortcut } from '../useShortcut.ts';
import { NotMade, SheetMade } from './SheetLine.tsx';

/** Of what: 网格员. How many: 159 人, 所选 3 人; `short` where there is little room. */
export type SheetOf = {
  name: string;
  words: string;
  short: string;
  count: number;
  /** What of a screen that shows several things; the line of another one isn't shown. */
  subject?: string;
  /** Why nothing can go out just now. */
  hindrance?: string | undefined;
  /** Where 打印 and Ctrl+P mean something else. */
  otherPrint?: boolean;
};

export const unsettledDay = '统计日期还没有改好';

type Start = (format: SheetFormat) => Promise<string>;

/** `start`: of what was shown when it was asked, whatever is shown by now. */
type Asked = { format: SheetFormat; name: string; words: string; subject: string; start: Start };
/** `outcome` null: it is being handed on. */
type Made = Asked & { jobId: string; outcome: string | null; file: string | null };

/** What else the command box finds it by. */
const initials: Readonly<Record<SheetFormat, string>> = { xlsx: 'dc Excel 表格', print: 'dy 打印机', pdf: 'PDF 另存' };

const failed = (format: SheetFormat): string => (format === 'print' ? '没有打印' : '没有保存');

/** Hands on what the job has made. @returns what came of it, and the file where the host tells */
async function handOn(jobId: string, format: SheetFormat): Promise<{ outcome: string; file: string | null }> {
  if (format === 'print') {
    const printed = await print(printPageOf(jobId));
    return { outcome: tellsOutcome ? (printed ? '已送打印机' : '没有打印') : '已打开打印窗口', file: null };
  }
  const file = await save(jobFileAddress(jobId));
  return { outcome: tellsOutcome && file === null ? '没有保存' : `已${sheetVerbs[format]}`, file };
}

/** How often a job is asked after. Milliseconds. */
const pace = 250;

async function untilEnded(id: string) {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each asks after the one before
    const state = await client.jobs.state.query({ id });
    if (state.phase !== 'running') return state;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

/** For who has left the screen on which it was asked: the file or the dialog comes, and a message says what of. */
async function finishElsewhere(jobId: string, { format, name, words }: Asked): Promise<void> {
  try {
    const { phase, error } = await untilEnded(jobId);
    if (phase === 'failed') throw new Error(error ?? '没有完成，请重试。');
    if (phase === 'cancelled') return;
    void refreshEverything();
    const { outcome } = await handOn(jobId, format);
    message.info(`${outcome}：${beside(name, words)}`, 6);
  } catch (error) {
    message.error(`${beside(name, words)}${failed(format)}。${told(error)}`, 8);
  }
}

/**
 * @param start begins the work and resolves to its job's id
 * @returns `offers` for the screen's head: 导出 and 打印, the latter by Ctrl+P
 */
export function useSheet(start: Start, of: SheetOf): { offers: Offer[]; line: ReactNode } {
  const { subject = '', otherPrint = false } = of;
  const [asked, setAsked] = useState<Asked>({ format: 'xlsx', name: of.name, words: '', subject, start });
  const [made, setMade] = useState<Made | null>(null);
  const [closed, setClosed] = useState(true);
  /** Counts what was asked for: what comes late of an earlier one changes nothing. */
  const turn = useRef(0);
  const left = useRef(false);
  const hand = async (jobId: string, then: Asked) => {
    const mine = ++turn.current;
    const show = (came: Pick<Made, 'outcome' | 'file'>) => {
      if (turn.current === mine) setMade({ ...then, jobId, ...came });
    };
    show({ outcome: null, file: null });
    try {
      const came = await handOn(jobId, then.format);
      show(came);
      if (left.current) message.info(`${came.outcome}：${beside(then.name, then.words)}`, 6);
    } catch (error) {
      show({ outcome: failed(then.format), file: null });
      message.error(told(error), 8);
    }
  };
  const job = useJob((jobId) => {
    void refreshEverything();
    void hand(jobId, asked);
  });
  const leave = useEffectEvent(() => {
    if (job.running && job.id !== null) void finishElsewhere(job.id, asked);
  });
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      leave();
    };
  }, []);
  const hindrance = of.hindrance ?? (job.running ? `正在${sheetVerbs[asked.format]}` : of.count === 0 ? '没有内容' : undefined);
  const ask = async (then: Asked) => {
    if (job.running) return;
    turn.current++;
    setAsked(then);
    setMade(null);
    setClosed(false);
    const id = await job.start(() => then.start(then.format));
    if (id !== null && left.current) await finishElsewhere(id, then);
  };
  /** The same as a PDF. */
  const askAgain = (then: Asked) => void ask({ ...then, format: 'pdf' });
  const begin = (format: SheetFormat) => {
    if (hindrance === undefined) void ask({ format, name: of.name, words: of.words, subject, start });
  };
  const offer = (format: SheetFormat, shortcut?: string): Offer => ({
    name: format,
    words: beside(sheetVerbs[format], of.words),
    short: beside(sheetVerbs[format], of.short),
    also: initials[format],
    shortcut,
    hindrance,
    run: () => begin(format),
  });
  useShortcut('Ctrl+P', () => begin('print'), { enabled: !otherPrint });
  const line = () => {
    if (job.running) return <JobProgress state={job.state} cancel={job.cancel} />;
    if (closed || asked.subject !== subject) return null;
    const close = () => setClosed(true);
    if (made) return <SheetMade {...made} again={() => void hand(made.jobId, made)} keep={() => askAgain(made)} close={close} />;
    const state = job.state;
    if (state?.phase !== 'cancelled' && state?.phase !== 'failed') return null;
    return (
      <NotMade
        words={`${state.phase === 'cancelled' ? '已取消，' : ''}${asked.format === 'print' ? '没有打印' : '没有生成文件'}`}
        keep={state.instead === 'pdf' ? () => askAgain(asked) : null}
        close={close}
      />
    );
  };
  const shown = line();
  return {
    offers: [offer('xlsx'), offer('print', otherPrint ? undefined : 'Ctrl+P')],
    line: shown ? <div className="foot sheet-line">{shown}</div> : null,
  };
}
