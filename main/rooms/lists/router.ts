// Any list as it is shown, as a file: a job, because a list may have thousands of rows.
import { listSheetSchema } from '../../../shared/kit/sheets.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { fileName } from '../../ground/excel/frame.ts';
import { type ProducedFile, workbookType } from '../../ground/files/download.ts';
import type { Listed } from '../../kit/listed.ts';
import { sheetFromWorker, sheetTask } from '../../kit/sheetWork.ts';
import { procedure, router } from '../../trpc.ts';
import { readSetting } from '../settings/settings.ts';
import { listNamed, type ListSheetTask, sheetOf } from './sheet.ts';

/** @param lists what the rooms let go out */
export const listsRouter = (lists: readonly Listed[]) =>
  router({
    /** @returns the job whose file it is. @throws Refusal where there is no row */
    start: procedure
      .meta({ may: 'reports' })
      .input(listSheetSchema)
      .mutation(({ ctx, input }) => {
        const { office, owner, deps } = ctx;
        const list = listNamed(lists, input.list);
        const asked = list.asked(input.question);
        const count = asked.count(office, input.ids);
        if (count === 0) throw new Refusal(`${list.title}里没有可以导出的内容，请改筛选条件。`);
        const unit = readSetting(office, 'office');
        const task: ListSheetTask = { ...sheetTask(office), request: input, unit };
        const { frame } = sheetOf(lists, office, task);
        return deps.jobs.start(owner, `导出${list.title}`, async (signal, progress): Promise<ProducedFile> => {
          progress(0, count, `正在导出${list.title}`);
          const { bytes } = await sheetFromWorker({ folder: 'rooms/lists', name: 'sheet', task }, signal, (rows) =>
            progress(rows, count, `正在写入${list.title}`),
          );
          return { name: fileName(frame), type: workbookType, bytes };
        });
      }),
  });
