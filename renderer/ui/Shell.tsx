// The frame around every screen: top bar, map of the screens at the left, status bar. An office that isn't founded yet gets the
// welcome screen instead.
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { api } from '../api.ts';
import { DemoMark } from '../welcome/DemoMark.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import { StatusBar } from './StatusBar.tsx';

/** The map, in its order; null is a rule. */
const map = [
  { to: '/', label: '今日' },
  null,
  { to: '/workers', label: '网格员' },
  { to: '/places', label: '社区与小区' },
  { to: '/grids', label: '网格' },
  { to: '/signboards', label: '指示牌' },
  { to: '/reports', label: '报表' },
  null,
  { to: '/settings', label: '设置' },
] as const;

export function Shell() {
  const { data: settings, isPending } = useQuery(api.settings.read.queryOptions());
  if (isPending) return null;
  if (settings?.office.founded === null) return <Welcome />;
  return (
    <div className="app">
      <header className="top">
        <div className="brand">网格台账</div>
        <div className="top-right">{settings?.office.demo ? <DemoMark /> : null}</div>
      </header>
      <nav className="side" aria-label="主菜单">
        {map.map((item, index) =>
          item ? (
            <Link key={item.to} to={item.to} activeOptions={{ exact: item.to === '/' }}>
              <span>{item.label}</span>
            </Link>
          ) : (
            <hr key={index} />
          ),
        )}
      </nav>
      <main className="page">
        <Outlet />
      </main>
      <StatusBar />
    </div>
  );
}
