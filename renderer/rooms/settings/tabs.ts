// The parts of 设置, in their order; the address names one: /settings?tab=backup.
import { z } from 'zod';

export const settingTabs = [
  { tab: 'office', label: '单位信息' },
  { tab: 'quota', label: '编制' },
  { tab: 'board', label: '指示牌内容' },
  { tab: 'dictionaries', label: '字典' },
  { tab: 'backup', label: '备份与恢复' },
  { tab: 'audit', label: '操作记录' },
  { tab: 'display', label: '显示' },
  { tab: 'about', label: '关于' },
] as const;

export type SettingTab = (typeof settingTabs)[number]['tab'];

export const settingsSearch = z.object({
  tab: z
    .enum(settingTabs.map(({ tab }) => tab) as [SettingTab, ...SettingTab[]])
    .optional()
    .catch(undefined),
});
export type SettingsSearch = z.infer<typeof settingsSearch>;
