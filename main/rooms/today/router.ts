// What the home screen asks besides the roster's figures and gaps: the office's day, and what happened to whom lately.
import { addDays } from '../../../shared/rules/day.ts';
import { recentActions } from '../roster/recentActions.ts';
import { anyProcedure, procedure, router } from '../../trpc.ts';

const back = 30;
const ahead = 30;
const shown = 8;

export const todayRouter = router({
  /** The office's day by the host's clock, YYYY-MM-DD. */
  day: anyProcedure.query(({ ctx }) => ctx.deps.clock.today()),

  actions: procedure.query(({ ctx }) => {
    const day = ctx.deps.clock.today();
    return recentActions(ctx.office, { first: addDays(day, -back), last: addDays(day, ahead), limit: shown });
  }),
});
