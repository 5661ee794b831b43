// Chinese, theme and text size for what is made of antd: every screen but the first, and every dialog. The frame and the home screen
// have none of it, so that a window opens without antd's code and styles.
import { useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { theme } from './theme.ts';

export function Themed({ children }: { children: ReactNode }) {
  const { data } = useQuery(api.settings.read.queryOptions());
  return (
    <ConfigProvider locale={zhCN} theme={theme(data?.display.large ?? false)} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
