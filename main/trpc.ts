// The ground every room's router stands on: who acts, on which office, and how an error is told to the screen.
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { AppDeps } from './deps.ts';
import './shapeWords.ts';

/** `actor` comes from the host, never from a header. */
export type Context = { deps: AppDeps; actor: string };

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const cause = error.cause;
    if (cause instanceof Refusal)
      return { ...shape, message: cause.message, data: { ...shape.data, refusal: true, stack: undefined } };
    const message =
      cause instanceof ZodError
        ? `填写的内容不完整或格式不对：${cause.issues.map((issue) => issue.message).join('；')}`
        : '程序出错，没有完成。详情已记入日志，请重试或联系维护人员。';
    return { ...shape, message, data: { ...shape.data, refusal: cause instanceof ZodError, stack: undefined } };
  },
});

export const router = t.router;

/** For what must work without an open office: the recovery screen. */
export const anyProcedure = t.procedure.use(async ({ next }) => {
  const outcome = await next();
  if (!outcome.ok && outcome.error.cause instanceof Refusal)
    throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: outcome.error.cause.message, cause: outcome.error.cause });
  return outcome;
});

/** Every ordinary call: `ctx.office` is the open office. */
export const procedure = anyProcedure.use(({ ctx, next }) => next({ ctx: { ...ctx, office: ctx.deps.desk.office() } }));
