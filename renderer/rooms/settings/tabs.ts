// The parts of 设置, in their order; the address names one: /settings?tab=backup.
import { screenOf } from '../../../shared/screens.ts';
import { oneOf, searchOf } from '../../ui/linkAtoms.ts';

const { parts } = screenOf('/settings');

export type SettingTab = (typeof parts)[number]['search']['tab'];

export const settingTabs = parts.map(({ title, search }) => ({ tab: search.tab, label: title }));

export const settingsSearch = searchOf({ tab: oneOf(settingTabs.map(({ tab }) => tab)) });
export type SettingsSearch = ReturnType<typeof settingsSearch>;
