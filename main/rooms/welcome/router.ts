// The first run's calls: found an office, open the demo, and put the demo aside for a real office.
import { Refusal } from '../../../shared/refusal.ts';
import { foundingSchema } from '../../../shared/welcome.ts';
import { readSettings } from '../settings/settings.ts';
import { startAfresh } from '../backups/restore.ts';
import { procedure, router } from '../../trpc.ts';
import { openDemo } from './demoOffice.ts';
import { foundEmpty } from './founding.ts';

export const welcomeRouter = router({
  found: procedure.input(foundingSchema).mutation(({ ctx, input }) => foundEmpty(ctx.office, ctx.actor, input)),
  openDemo: procedure.mutation(({ ctx }) => openDemo(ctx.office, ctx.actor)),
  /** The demo's file is kept beside the office; what opens is empty and asks who it is. */
  leaveDemo: procedure.mutation(({ ctx }) => {
    if (!readSettings(ctx.office).office.demo) throw new Refusal('现在打开的是正式台账，没有换下。');
    return startAfresh(ctx.deps.desk);
  }),
});
