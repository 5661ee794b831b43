// What a list or report shows as a workbook (导出), in the print dialog (打印, Ctrl+P), or as a PDF to keep: its columns in their order,
// its filters and order, its selection. The work is the server's; its progress, and what came of it, stand in a line above the foot
// while one goes on working. Who leaves the screen meanwhile gets it all the same, and is told (handOn.ts).
import { type ReactNode, useRef, useState } from 'react';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import { refreshEverything, told } from '../../api.ts';
import type { Offer } from '../act.ts';
import { JobProgress } from '../JobProgress.tsx';
import { message } from '../messages.ts';
import { useJob } from '../useJob.ts';
import { useLeft } from '../useLeft.ts';
import { useOnceShown } from '../useOnceShown.ts';
import { useShortcut } from '../useShortcut.ts';
import { failed, type HandedOn, handOn, handOnLater, type SheetOrder, tellHandedOn } from './handOn.ts';
import { NotMade, SheetMade } from './SheetLine.tsx';
import './sheet.css';

/** Of what: 网格员. How many: 159 人, 所选 3 人; `short` where there is little room. */
export type SheetOf = {
  name: string;
  words: string;
  short: string;
  count: number;
  /** False while what is shown isn't yet what was asked for; what is ordered then waits. */
  shown: boolean;
  /** What of a screen that shows several things; the line of another one isn't shown. */
  subject?: string;
  /** Why nothing can go out just now. */
  hindrance?: string | undefined;
  /** Where 打印 and Ctrl+P mean something else. */
  otherPrint?: boolean;
};

/** Begins the work, and resolves to its job's id. */
type Begin = (format: SheetFormat) => Promise<string>;
/** `begin`: of what was shown when it was ordered, whatever is shown by now. */
type ShownOrder = SheetOrder & { subject: string; begin: Begin };

/** What else the command box finds it by. */
const initials: Readonly<Record<SheetFormat, string>> = { xlsx: 'dc Excel 表格', print: 'dy 打印机', pdf: 'PDF 另存' };

/** @returns `offers` for the screen's head: 导出 and 打印, the latter by Ctrl+P */
export function useSheet(begin: Begin, of: SheetOf): { offers: Offer[]; line: ReactNode } {
  const { subject = '', otherPrint = false } = of;
  /** What the line is about; null: there is none. */
  const [order, setOrder] = useState<ShownOrder | null>(null);
  /** What came of it; 'under way': it is being handed on. */
  const [handed, setHanded] = useState<HandedOn | 'under way' | null>(null);
  /** Counts the orders: what comes late of an earlier one changes nothing. */
  const turn = useRef(0);
  const left = useLeft();
  const hand = async (jobId: string, ordered: ShownOrder) => {
    const atTurn = ++turn.current;
    const show = (now: HandedOn | 'under way') => {
      if (turn.current === atTurn) setHanded(now);
    };
    show('under way');
    try {
      const outcome = await handOn(jobId, ordered.format);
      show(outcome);
      if (left.current) tellHandedOn(ordered, outcome);
    } catch (error) {
      show({ outcome: failed(ordered.format), file: null });
      message.error(told(error), 8);
    }
  };
  const job = useJob(
    (jobId) => {
      void refreshEverything();
      if (order) void hand(jobId, order);
    },
    (jobId) => {
      if (order) void handOnLater(jobId, order);
    },
  );
  const send = async (next: ShownOrder) => {
    if (job.running) return;
    turn.current++;
    setOrder(next);
    setHanded(null);
    await job.start(() => next.begin(next.format));
  };
  const place = (format: SheetFormat) => send({ format, name: of.name, words: of.words, subject, begin });
  const placeAsPdf = (last: ShownOrder) => void send({ ...last, format: 'pdf' });
  const once = useOnceShown<SheetFormat>({
    subject: of.name,
    shown: of.shown,
    hindrance: of.hindrance ?? (of.shown && of.count === 0 ? '没有内容' : undefined),
    go: (format) => void place(format),
    refused: (format, why) => message.info(`没有${sheetVerbs[format]}：${why}`, 6),
  });
  const atWork = once.waiting ?? (job.running && order ? order.format : null);
  const hindrance = once.hindrance ?? (atWork ? `正在${sheetVerbs[atWork]}` : undefined);
  const ask = (format: SheetFormat): void => {
    if (atWork) {
      message.info(`没有${sheetVerbs[format]}：正在${sheetVerbs[atWork]}`);
      return;
    }
    // What came of the order before stands no longer, unless nothing comes of this one.
    if (once.hindrance === undefined) setOrder(null);
    void once.ask(format);
  };
  const offer = (format: SheetFormat, shortcut?: string): Offer => ({
    name: format,
    words: beside(sheetVerbs[format], of.words),
    short: beside(sheetVerbs[format], of.short),
    also: initials[format],
    shortcut,
    hindrance,
    run: () => ask(format),
  });
  const printing = offer('print', otherPrint ? undefined : 'Ctrl+P');
  useShortcut('Ctrl+P', printing.run, { enabled: !otherPrint });
  const close = () => setOrder(null);
  const line = () => {
    if (once.waiting) return <JobProgress state={undefined} cancel={once.giveUp} />;
    if (job.running) return <JobProgress state={job.state} cancel={job.cancel} />;
    if (!order || order.subject !== subject) return null;
    const { id, end } = job;
    if (handed && id !== null)
      return (
        <SheetMade
          order={order}
          name={end?.phase === 'done' ? end.file : null}
          handed={handed}
          again={() => void hand(id, order)}
          keep={() => placeAsPdf(order)}
          close={close}
        />
      );
    if (!end || end.phase === 'done') return null;
    return (
      <NotMade
        words={`${end.phase === 'cancelled' ? '已取消，' : ''}${order.format === 'print' ? '没有打印' : '没有得到文件'}`}
        keep={'instead' in end && end.instead === 'pdf' ? () => placeAsPdf(order) : null}
        close={close}
      />
    );
  };
  const shown = line();
  return {
    offers: [offer('xlsx'), printing],
    line: shown ? <div className="foot sheet-line">{shown}</div> : null,
  };
}
