// The screens' entry: Chinese, cache, map. It loads no antd (ui/Themed.tsx says why).
import './zodConfiguration.ts';
import './withoutToken.ts';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { api, queryClient } from './api.ts';
import { takeFirstAnswers } from './firstAnswers.ts';
import { ensureScreenFont } from './fonts/screenFont.ts';
import { onOpenScreen } from './native.ts';
import { Replaced } from './frame/Replaced.tsx';
import { router } from './routes.tsx';
import './ui/app.css';
import './ui/words.css';
import './frame/frame.css';
import { lazilyThemed } from './ui/lazilyThemed.tsx';
import { useHolderWanted } from './ui/messages.ts';

dayjs.locale('zh-cn');
takeFirstAnswers();

const Recovery = lazilyThemed(async () => (await import('./rooms/recovery/Recovery.tsx')).Recovery);

const MessageHolder = lazilyThemed(async () => (await import('./ui/MessageHolder.tsx')).MessageHolder);

function Program() {
  const holderWanted = useHolderWanted();
  const { data } = useQuery(api.settings.read.queryOptions());
  const { data: state } = useQuery(api.backups.state.queryOptions());
  const large = data?.display.large ?? false;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', large);
  }, [large]);
  return (
    <>
      {holderWanted ? <MessageHolder /> : null}
      <Replaced />
      {state && state.damage !== null ? (
        <Recovery damage={state.damage} file={state.file} backupFolder={state.backupFolder} />
      ) : (
        <RouterProvider router={router} />
      )}
    </>
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

// Looking for fonts takes as long as drawing the first screen: that comes first.
requestIdleCallback(() => void ensureScreenFont());
