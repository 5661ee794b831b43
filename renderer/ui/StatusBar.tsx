// The status bar: the last act with 撤销 (also Ctrl+Z), the office, its file, who is working.
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { api, client } from '../api.ts';
import { useAct } from './acts.tsx';
import { useShortcut } from './useShortcut.ts';

export function StatusBar() {
  const { data: latest } = useQuery(api.audit.latest.queryOptions());
  const { data: settings } = useQuery(api.settings.read.queryOptions());
  const undo = useAct((changeSetId: number) => client.audit.undo.mutate({ changeSetId }));
  const undoable = latest != null && latest.kind !== 'office.found';
  useShortcut('Ctrl+Z', () => latest && undo.mutate(latest.id), undoable && !undo.isPending, false);
  return (
    <footer className="status">
      <span className="last" aria-live="polite">
        {latest ? (
          <>
            {dayjs(latest.at).format(dayjs(latest.at).isSame(dayjs(), 'day') ? 'HH:mm' : 'M月D日')} {latest.summary}
            {'　'}
            {undoable ? (
              <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate(latest.id)}>
                撤销
              </button>
            ) : null}
          </>
        ) : null}
      </span>
      <span>{settings?.office.unit}</span>
    </footer>
  );
}
