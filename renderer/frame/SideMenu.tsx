// The side menu: the screens in their blocks, each with what waits there. In a low window it scrolls, and the present screen's row
// comes into view.
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, useEffect, useRef } from 'react';
import { menuBlocks, screenAt } from '../../shared/screens.ts';
import { NavCount } from './NavCount.tsx';

export function SideMenu() {
  const { pathname } = useLocation();
  const present = screenAt(pathname);
  const lit = present?.under ?? present?.address;
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    // Once the screen stands: measuring the menu before costs the first screen a layout of its own.
    const wait = requestIdleCallback(() => menu.current?.querySelector(`[href="${lit}"]`)?.scrollIntoView({ block: 'nearest' }));
    return () => cancelIdleCallback(wait);
  }, [lit]);
  return (
    <nav className="side" aria-label="主菜单" ref={menu}>
      {menuBlocks.map((block, index) => (
        <Fragment key={block[0]?.address}>
          {index > 0 ? <hr /> : null}
          {block.map(({ address, title }) => (
            <Link
              key={address}
              to={address}
              activeOptions={{ exact: address === '/' }}
              {...(address === lit ? { 'aria-current': 'page' } : {})}
            >
              <span>{title}</span>
              <NavCount of={address} />
            </Link>
          ))}
        </Fragment>
      ))}
    </nav>
  );
}
