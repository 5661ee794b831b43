// The screens' entry: theme, Chinese, cache, map.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { lazy, StrictMode, Suspense, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { api, queryClient } from './api.ts';
import { ensureScreenFont } from './fonts/screenFont.ts';
import { onOpenScreen } from './native.ts';
import { Replaced } from './frame/Replaced.tsx';
import { router } from './routes.tsx';
import './ui/app.css';
import './ui/words.css';
import './frame/frame.css';
import { theme } from './ui/theme.ts';

dayjs.locale('zh-cn');
void ensureScreenFont();

const Recovery = lazy(async () => ({ default: (await import('./rooms/recovery/Recovery.tsx')).Recovery }));

function Program() {
  const { data } = useQuery(api.settings.read.queryOptions());
  const { data: state } = useQuery(api.backups.state.queryOptions());
  const large = data?.display.large ?? false;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', large);
  }, [large]);
  return (
    <ConfigProvider locale={zhCN} theme={theme(large)} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <Replaced />
        {state && state.damage !== null ? (
          <Suspense fallback={null}>
            <Recovery damage={state.damage} file={state.file} backupFolder={state.backupFolder} />
          </Suspense>
        ) : (
          <RouterProvider router={router} />
        )}
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
