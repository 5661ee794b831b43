// Checking backups through, one after the other, since each reads a whole file.
import { useCallback, useState } from 'react';
import type { Backup } from '../../../shared/backups.ts';
import { api, client, queryClient, told } from '../../api.ts';
import { message } from '../../ui/messages.ts';

export function useChecks(): { checking: string | null; check: (backups: readonly Backup[]) => Promise<void> } {
  const [checking, setChecking] = useState<string | null>(null);
  const check = useCallback(async (backups: readonly Backup[]) => {
    try {
      for (const { name } of backups) {
        setChecking(name);
        // oxlint-disable-next-line no-await-in-loop -- one whole file after the other
        const checked = await client.backups.check.mutate({ name });
        queryClient.setQueryData(api.backups.list.queryKey(), (list) =>
          list?.map((backup) => (backup.name === name ? checked : backup)),
        );
      }
    } catch (error) {
      message.error(told(error), 8);
    } finally {
      setChecking(null);
    }
  }, []);
  return { checking, check };
}
