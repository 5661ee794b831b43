// The settings screen's calls, and what screens remember.
import { z } from 'zod';
import { boardTyped, officeTyped, type SettingName, type Settings, settingSchemas } from '../../../shared/settings.ts';
import type { Change } from '../../ground/office/office.ts';
import { preferencesOf } from '../../ground/people/people.ts';
import { act, procedure, router } from '../../trpc.ts';
import { readPreference, writePreference } from '../../ground/people/preferences.ts';
import { readSetting, readSettings, writeSetting } from './settings.ts';

const named = z.object({ name: z.string().min(1).max(100) });

/** Keeps a setting as it was sent. */
const save =
  <Name extends SettingName>(name: Name, title: string) =>
  (change: Change, value: Settings[Name]): void => {
    change.say(`修改设置：${title}`);
    writeSetting(change, name, value);
  };

export const settingsRouter = router({
  read: procedure.query(({ ctx }) => readSettings(ctx.office)),
  saveOffice: act('settings.save', {
    input: z.object(officeTyped),
    may: 'settings',
    run: (change, input) => save('office', '单位信息')(change, { ...readSetting(change.office, 'office'), ...input }),
  }),
  saveQuota: act('settings.save', { input: settingSchemas.quota, may: 'settings', run: save('quota', '编制') }),
  saveBoard: act('settings.save', { input: boardTyped, may: 'settings', run: save('board', '指示牌内容') }),
  saveDisplay: act('settings.save', { input: settingSchemas.display, may: 'settings', run: save('display', '显示') }),
  about: procedure.query(({ ctx }) => ({
    version: ctx.deps.version,
    file: ctx.deps.desk.file,
    logFolder: ctx.deps.log.folder,
    defaultBackupFolder: ctx.deps.desk.defaultBackupFolder,
  })),
  preference: procedure
    .input(named)
    .query(({ ctx, input }) => readPreference(ctx.office, preferencesOf(ctx.office, ctx.login), input.name)),
  remember: procedure
    .input(named.extend({ value: z.unknown() }))
    .mutation(({ ctx, input }) =>
      ctx.deps.desk.write(ctx.office, () =>
        writePreference(ctx.office, preferencesOf(ctx.office, ctx.login), input.name, input.value),
      ),
    ),
});
