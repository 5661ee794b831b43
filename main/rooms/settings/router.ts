// The settings screen's calls, and what screens remember.
import { z } from 'zod';
import { settingSchemas } from '../../../shared/settings.ts';
import type { Office } from '../../ground/office/office.ts';
import { procedure, router } from '../../trpc.ts';
import { readPreference, writePreference } from './preferences.ts';
import { readSettings, writeSetting } from './settings.ts';

const named = z.object({ name: z.string().min(1).max(100) });

const save = <Result>(office: Office, actor: string, title: string, write: Parameters<typeof office.change<Result>>[1]) =>
  office.change({ actor, kind: 'settings.save', summary: `修改设置：${title}` }, write);

export const settingsRouter = router({
  read: procedure.query(({ ctx }) => readSettings(ctx.office)),
  saveOffice: procedure
    .input(settingSchemas.office.pick({ street: true, unit: true, areaCode: true, phone: true }))
    .mutation(({ ctx, input }) =>
      save(ctx.office, ctx.actor, '单位信息', (change) =>
        writeSetting(ctx.office, change, 'office', { ...readSettings(ctx.office).office, ...input }),
      ),
    ),
  saveQuota: procedure
    .input(settingSchemas.quota)
    .mutation(({ ctx, input }) =>
      save(ctx.office, ctx.actor, '编制', (change) => writeSetting(ctx.office, change, 'quota', input)),
    ),
  saveBoard: procedure
    .input(settingSchemas.board)
    .mutation(({ ctx, input }) =>
      save(ctx.office, ctx.actor, '指示牌内容', (change) => writeSetting(ctx.office, change, 'board', input)),
    ),
  saveDisplay: procedure
    .input(settingSchemas.display)
    .mutation(({ ctx, input }) =>
      save(ctx.office, ctx.actor, '显示', (change) => writeSetting(ctx.office, change, 'display', input)),
    ),
  about: procedure.query(({ ctx }) => ({
    version: ctx.deps.version,
    file: ctx.deps.desk.file,
    logFolder: ctx.deps.log.folder,
    defaultBackupFolder: ctx.deps.desk.defaultBackupFolder,
  })),
  preference: procedure.input(named).query(({ ctx, input }) => readPreference(ctx.office, ctx.actor, input.name)),
  remember: procedure
    .input(named.extend({ value: z.unknown() }))
    .mutation(({ ctx, input }) => writePreference(ctx.office, ctx.actor, input.name, input.value)),
});
