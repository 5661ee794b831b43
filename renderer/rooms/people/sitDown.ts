// 换人: whoever types from now on. What the one before had not quite put down is put down first, and nothing that the screens
// remember of them is shown to the next.
import { api, client, queryClient } from '../../api.ts';
import { showPerson } from '../../shown.ts';
import { settleDrafts } from '../../ui/useDraft.ts';

export async function sitDown(name: string): Promise<void> {
  await settleDrafts();
  const { uid } = await client.people.sitDown.mutate({ name });
  showPerson(uid);
  queryClient.removeQueries({ queryKey: api.settings.preference.pathKey() });
}
