// Who is at the keyboard, and saying that it is somebody else.
import { z } from 'zod';
import { procedure, router } from '../../trpc.ts';
import { listPeople, personAt, sitDown } from './people.ts';

export const peopleRouter = router({
  /** The person, or null where nobody has said who they are; then everything can be read and nothing written. */
  me: procedure.query(({ ctx }) => ({ person: personAt(ctx.office, ctx.login), login: ctx.login })),
  list: procedure.query(({ ctx }) => listPeople(ctx.office)),
  /** 换人: somebody of this name sits here from now on; a name not heard before is a new person. */
  sitDown: procedure
    .meta({ seats: true })
    .input(z.object({ name: z.string('请填写您的姓名').max(100, '姓名太长，请缩短到 20 个字以内') }))
    .mutation(({ ctx, input }) => ctx.deps.desk.write(ctx.office, () => sitDown(ctx.office, ctx.login, input.name))),
});
