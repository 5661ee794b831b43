// The screens' entry: theme, Chinese, cache, map.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { api, queryClient } from './api.ts';
import { onOpenScreen } from './native.ts';
import { router } from './routes.tsx';
import './ui/app.css';
import { theme } from './ui/theme.ts';

dayjs.locale('zh-cn');

function Program() {
  const { data } = useQuery(api.settings.read.queryOptions());
  const large = data?.display.large ?? false;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', large);
  }, [large]);
  return (
    <ConfigProvider locale={zhCN} theme={theme(large)} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}

onOpenScreen((address) => router.history.push(address));

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Program />
    </QueryClientProvider>
  </StrictMode>,
);
