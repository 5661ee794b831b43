// The parts of 设置, in their order; the address names one: /settings?tab=backup.
import { z } from 'zod';
import { screenOf } from '../../../shared/screens.ts';

const { parts } = screenOf('/settings');

export type SettingTab = (typeof parts)[number]['search']['tab'];

export const settingTabs = parts.map(({ title, search }) => ({ tab: search.tab, label: title }));

export const settingsSearch = z.object({
  tab: z
    .enum(settingTabs.map(({ tab }) => tab) as [SettingTab, ...SettingTab[]])
    .optional()
    .catch(undefined),
});
export type SettingsSearch = z.infer<typeof settingsSearch>;
