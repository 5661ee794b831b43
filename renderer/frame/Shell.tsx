// The frame around every screen: top bar, side menu, status bar, and the help over them. An office that isn't founded yet gets the
// welcome screen instead, and who has not said who they are is asked.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { screenAt } from '../../shared/screens.ts';
import { api } from '../api.ts';
import { DropAnywhere } from '../rooms/imports/DropAnywhere.tsx';
import { DemoMark } from '../rooms/welcome/DemoMark.tsx';
import { lazilyThemed } from '../ui/lazilyThemed.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { CommandBox } from './CommandBox.tsx';
import { SideMenu } from './SideMenu.tsx';
import { StatusBar } from './StatusBar.tsx';
import { WhoDialog } from './WhoDialog.ts';
import { useShownPerson } from './useShownPerson.ts';

const Help = lazilyThemed(async () => (await import('../rooms/help/Help.tsx')).Help);
const Welcome = lazilyThemed(async () => (await import('../rooms/welcome/Welcome.tsx')).Welcome);

export function Shell() {
  const { data: settings, isPending } = useQuery(api.settings.read.queryOptions());
  const { data: me, isPending: isUnknown } = useQuery(api.people.me.queryOptions());
  useShownPerson(me?.person ?? null);
  const { pathname } = useLocation();
  const screen = screenAt(pathname);
  const topic = screen?.help.key ?? 'start';
  const navigate = useNavigate();
  /** The topic shown; null: closed; undefined: not opened yet. */
  const [help, setHelp] = useState<string | null>();
  useShortcut('F1', () => setHelp((shown) => (shown ? null : topic)));
  // The window's own picture is never what is to be printed: what the screen prints is, and elsewhere the boards.
  useShortcut(
    'Ctrl+P',
    () => {
      if (settings && settings.office.founded !== null) void navigate({ to: '/signboards' });
    },
    { last: true },
  );
  if (isPending || isUnknown) return null;
  if (settings?.office.founded === null) return <Welcome />;
  // Another person finds nothing of what the screens hold of the one before.
  return (
    <div className="app" key={me?.person?.uid}>
      <header className="top">
        <div className="brand">网格台账</div>
        <CommandBox onHelp={setHelp} />
        <div className="top-right">
          {settings?.office.demo ? <DemoMark /> : null}
          <button type="button" className="link plain" onClick={() => setHelp(topic)}>
            帮助 <kbd>F1</kbd>
          </button>
        </div>
      </header>
      <SideMenu />
      <main className="page">
        <Outlet />
      </main>
      <StatusBar />
      {screen?.address === '/imports' ? null : <DropAnywhere />}
      {me && me.person === null ? <WhoDialog present={null} /> : null}
      {help === undefined ? null : <Help shown={help} onShow={setHelp} />}
    </div>
  );
}
