// A screen made of antd, in the frame; the theme stays while screens change.
import { Outlet } from '@tanstack/react-router';
import { Themed } from '../ui/Themed.tsx';

export const ThemedScreen = () => (
  <Themed>
    <Outlet />
  </Themed>
);
