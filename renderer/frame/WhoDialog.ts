// 换人, and who begins to work: the dialog of the room people, fetched when somebody is first asked.
import { lazilyThemed } from '../ui/lazilyThemed.tsx';

export const WhoDialog = lazilyThemed(async () => (await import('../rooms/people/WhoDialog.tsx')).WhoDialog);
