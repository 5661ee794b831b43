// What was ordered as a sheet, on its way from the program to the person: a file that is saved, or the print dialog. Also for who has
// left the screen on which it was ordered meanwhile.
import { printPageOf } from '../../../shared/drawing/printed.ts';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import { refreshEverything, told } from '../../api.ts';
import { jobFileAddress } from '../../files.ts';
import { print, save, tellsOutcome } from '../../native.ts';
import { message } from '../messages.ts';
import { watchJob } from '../watchJob.ts';

export type SheetOrder = {
  format: SheetFormat;
  /** Of what: 网格员, and of how many: 159 人, 所选 3 人. */
  name: string;
  words: string;
};

/** What came of it, in words, and the file's path where the host tells. */
export type HandedOn = { outcome: string; file: string | null };

export const failed = (format: SheetFormat): string => (format === 'print' ? '没有打印' : '没有保存');

/** Hands on what a job has made. */
export async function handOn(jobId: string, format: SheetFormat): Promise<HandedOn> {
  if (format === 'print') {
    const printed = await print(printPageOf(jobId));
    return { outcome: tellsOutcome ? (printed ? '已送打印机' : '没有打印') : '已打开打印窗口', file: null };
  }
  const file = await save(jobFileAddress(jobId));
  return { outcome: tellsOutcome && file === null ? '没有保存' : `已${sheetVerbs[format]}`, file };
}

/** Says what came of it where no line is left that could. */
export const tellHandedOn = ({ name, words }: SheetOrder, { outcome }: HandedOn): void =>
  message.info(`${outcome}：${beside(name, words)}`, 6);

/** For who has left: hands on what a running job will have made, and says what of. */
export async function handOnLater(jobId: string, order: SheetOrder): Promise<void> {
  try {
    const end = await watchJob(jobId);
    if (end === null || end.phase === 'cancelled') return;
    if (end.phase !== 'done') throw new Error(end.error);
    void refreshEverything();
    tellHandedOn(order, await handOn(jobId, order.format));
  } catch (error) {
    message.error(`${beside(order.name, order.words)}${failed(order.format)}。${told(error)}`, 8);
  }
}
