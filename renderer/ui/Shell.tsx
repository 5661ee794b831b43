// The frame around every screen: top bar, map of the screens at the left, status bar.
import { Link, Outlet } from '@tanstack/react-router';
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
  return (
    <div className="app">
      <header className="top">
        <div className="brand">网格台账</div>
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
