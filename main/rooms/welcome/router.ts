// The first run's calls: found an office, open the demo, and put the demo aside for a real office.
import { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { foundingSchema } from '../../../shared/welcome.ts';
import { startAfresh } from '../backups/restore.ts';
import { readSettings } from '../settings/settings.ts';
import { act, procedure, router } from '../../trpc.ts';
import { drawDemo, foundDemo } from './demoOffice.ts';
import { foundEmpty } from './founding.ts';

export const welcomeRouter = router({
  found: act('office.found', { input: foundingSchema, may: 'founding', run: foundEmpty }),
  openDemo: act('office.found', {
    input: z.void(),
    may: 'founding',
    prepare: ({ office }) => drawDemo(office),
    run: (change, _input, demo) => foundDemo(change, demo),
  }),
  /** The demo's file is kept beside the office; what opens is empty and asks who it is. */
  leaveDemo: procedure.meta({ may: 'founding' }).mutation(({ ctx }) => {
    const { desk } = ctx.deps;
    return startAfresh(desk, () => {
      if (!readSettings(desk.office()).office.demo) throw new Refusal('现在打开的是正式台账，没有换下。');
    });
  }),
});
