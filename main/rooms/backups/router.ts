// Backups and restoring, as the settings and the recovery screen call them. Everything but taking a backup works without an
// open office, because that is when it is needed.
import { z } from 'zod';
import { type RestoreSource, restoreSourceSchema, setAsideFileSchema } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { settingSchemas } from '../../../shared/settings.ts';
import { readRegister } from '../../ground/office/backupRegister.ts';
import { checkInWorker } from '../../ground/office/backupWork.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { act, anyProcedure, procedure, router } from '../../trpc.ts';
import { writeSetting } from '../settings/settings.ts';
import { backUpNow } from './backUpNow.ts';
import { backupFolder, checkedFolder, noteFolder } from './folder.ts';
import { checkBackup, knownBackups, listBackups, listedFile } from './list.ts';
import { presentFacts } from './present.ts';
import { forgetReceived, receivedFile } from './received.ts';
import { restore, startAfresh } from './restore.ts';
import { clearSetAside, listSetAside } from './setAside.ts';

const fileOf = (desk: Desk, source: RestoreSource): string =>
  source.from === 'folder' ? listedFile(desk, source.name) : receivedFile(desk, source.id);

export const backupsRouter = router({
  /** What every screen must know: whether the office opened, where it lies, and how its backups fare. */
  state: anyProcedure.query(({ ctx }) => {
    const { desk } = ctx.deps;
    const newest = knownBackups(desk)[0];
    return {
      damage: desk.damage(),
      file: desk.file,
      backupFolder: backupFolder(desk),
      newest: newest ? { name: newest.name, at: newest.at, kind: newest.kind } : null,
      failure: readRegister(desk.folder).failure,
    };
  }),
  list: anyProcedure.query(({ ctx }) => listBackups(ctx.deps.desk)),
  setAside: anyProcedure.query(({ ctx }) => listSetAside(ctx.deps.desk)),
  /** For good. */
  clearSetAside: procedure
    .meta({ may: 'backups' })
    .input(z.object({ files: z.array(setAsideFileSchema).min(1).max(1000) }))
    .mutation(({ ctx, input }) => clearSetAside(ctx.deps.desk, input.files, ctx.deps.log)),
  saveSettings: act('settings.save', {
    input: settingSchemas.backup,
    may: 'backups',
    prepare: ({ deps }, { folder }) => Promise.resolve(checkedFolder(deps.desk, folder)),
    run: (change, input, folder) => {
      change.say('修改设置：备份');
      writeSetting(change, 'backup', { ...input, folder });
      return { folder };
    },
    after: ({ deps }, { folder }) => noteFolder(deps.desk, folder),
  }),
  /** Checks one listed backup through. */
  check: anyProcedure
    .meta({ may: 'backups', anybody: true })
    .input(z.object({ name: z.string().min(1).max(255) }))
    .mutation(({ ctx, input }) => checkBackup(ctx.deps.desk, input.name)),
  /** Starts a backup by hand; the job's id. */
  backUpNow: procedure.meta({ may: 'backups' }).mutation(({ ctx }) => {
    const { desk, jobs, log } = ctx.deps;
    return jobs.start(ctx.owner, '备份台账', async (signal, progress) => {
      await backUpNow(desk, 'manual', log, progress, signal);
    });
  }),
  /** What a file holds, against the present office (null when that is damaged). */
  examine: anyProcedure
    .meta({ may: 'backups', anybody: true })
    .input(restoreSourceSchema)
    .mutation(async ({ ctx, input }) => ({
      candidate: await checkInWorker(fileOf(ctx.deps.desk, input), ctx.deps.desk.expected),
      present: presentFacts(ctx.deps.desk),
    })),
  /** Starts a restore; the job's id. The screens are loaded anew once it is done. */
  restore: anyProcedure
    .meta({ may: 'backups', anybody: true })
    .input(restoreSourceSchema)
    .mutation(({ ctx, input }) => {
      const { desk, jobs, log } = ctx.deps;
      const file = fileOf(desk, input);
      return jobs.start({ ...ctx.owner, office: null }, '恢复备份', async (signal, progress) => {
        await restore(desk, file, log, progress, signal);
        if (input.from === 'received') forgetReceived(desk, input.id);
      });
    }),
  /** Only for a damaged office: sets the file aside and opens an empty one. */
  startAfresh: anyProcedure.meta({ may: 'backups', anybody: true }).mutation(async ({ ctx }) => {
    const { desk, log } = ctx.deps;
    await startAfresh(desk, () => {
      if (desk.damage() === null) throw new Refusal('台账没有损坏，不需要重新开始。');
    });
    log.info('started afresh; the damaged file was set aside');
  }),
});
