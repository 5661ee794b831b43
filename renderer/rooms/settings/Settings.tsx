// 设置: one part at a time, named in the address.
import { useAddress } from '../../ui/useAddress.ts';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { Settings as Values } from '../../../shared/settings.ts';
import { api } from '../../api.ts';
import { AboutTab } from './AboutTab.tsx';
import { AuditTab } from './AuditTab.tsx';
import { BackupTab } from './BackupTab.tsx';
import { BoardTab } from './BoardTab.tsx';
import { DictionariesTab } from './DictionariesTab.tsx';
import { DisplayTab } from './DisplayTab.tsx';
import { OfficeTab } from './OfficeTab.tsx';
import { QuotaTab } from './QuotaTab.tsx';
import type { SettingTab } from './tabs.ts';

const parts: Readonly<Record<SettingTab, ComponentType<{ settings: Values }>>> = {
  office: OfficeTab,
  quota: QuotaTab,
  board: BoardTab,
  dictionaries: DictionariesTab,
  backup: BackupTab,
  audit: AuditTab,
  display: DisplayTab,
  about: AboutTab,
};

export function Settings() {
  const { tab = 'office' } = useAddress('/settings');
  const { data: settings } = useQuery(api.settings.read.queryOptions());
  if (!settings) return null;
  const Part = parts[tab];
  return <Part key={tab} settings={settings} />;
}
