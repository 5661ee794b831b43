// The frame of every part of 设置: head with its acts, the parts at the left, the part itself, and what stands beside it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import './settings.css';
import { type SettingTab, settingTabs } from './tabs.ts';

export function SettingsFrame(props: {
  tab: SettingTab;
  acts?: ReactNode;
  sub?: ReactNode;
  side?: ReactNode;
  /** What stands beside it is called so on the tab it folds under. */
  sideTitle?: string | undefined;
  children: ReactNode;
}) {
  const { tab, acts, sub, side, sideTitle, children } = props;
  const label = settingTabs.find((entry) => entry.tab === tab)?.label ?? '';
  return (
    <>
      <PageHead title="设置" sub={sub ?? label}>
        {acts}
      </PageHead>
      <div className="settings">
        <nav className="settings-tabs" aria-label="设置项目">
          {settingTabs.map((entry) => (
            <Link
              key={entry.tab}
              to="/settings"
              search={{ tab: entry.tab }}
              aria-current={entry.tab === tab ? 'page' : undefined}
            >
              {entry.label}
            </Link>
          ))}
        </nav>
        <PageBody rail={side} tab={sideTitle}>
          <section className="settings-part" aria-label={label}>
            {children}
          </section>
        </PageBody>
      </div>
    </>
  );
}
