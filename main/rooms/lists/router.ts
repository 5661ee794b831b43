// Any list as it is shown, as a file: a job, because a list may have thousands of rows.
import { listSheetSchema } from '../../../shared/kit/listSheet.ts';
import { sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import type { ProducedFile } from '../../ground/files/download.ts';
import type { Listed } from '../../kit/listed.ts';
import { sheetFromWorker, sheetTask } from '../../kit/sheetWork.ts';
import { procedure, router } from '../../trpc.ts';
import { readSetting } from '../settings/settings.ts';
import { listNamed, type ListSheetTask, rowsToGo, sheetOf } from './sheet.ts';

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
        const count = rowsToGo(list, office, input);
        const unit = readSetting(office, 'office');
        const verb = sheetVerbs[input.format];
        const task: ListSheetTask = { ...sheetTask(office, input.format), request: input, unit };
        const { frame } = sheetOf(lists, office, task);
        return deps.jobs.start(owner, beside(verb, list.title), async (signal, progress): Promise<ProducedFile> => {
          progress(0, count, `正在准备${list.title}`);
          const { file } = await sheetFromWorker({ folder: 'rooms/lists', name: 'sheet', task }, frame, signal, (rows) =>
            progress(rows, count, `正在写入${list.title}`),
          );
          return file;
        });
      }),
  });
