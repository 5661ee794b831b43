// 换人: whoever types from now on. What the one before had not quite put down is put down first, and nothing that the screens
// remember of them is shown to the next.
import { api, client, queryClient } from '../../api.ts';
import { settleDrafts } from '../../ui/useDraft.ts';

export async function sitDown(name: string): Promise<void> {
  await settleDrafts();
  await client.people.sitDown.mutate({ name });
  queryClient.removeQueries({ queryKey: api.settings.preference.pathKey() });
}
