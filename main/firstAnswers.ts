// Answers what a window's first screen asks, to be sent along with the page. What can't be answered is left out: the screen asks it
// when it comes to it, and tells what is wrong.
import { type AnyTRPCRouter, callTRPCProcedure } from '@trpc/server';
import type { FirstAnswers, FirstQuestion } from '../shared/firstAnswers.ts';
import type { Context } from './trpc.ts';

export async function answerFirst(
  router: AnyTRPCRouter,
  questions: readonly FirstQuestion[],
  ctx: Context,
): Promise<FirstAnswers> {
  const opening = ctx.deps.desk.opening();
  const outcomes = await Promise.allSettled(
    questions.map(({ path, input }) =>
      callTRPCProcedure({
        router,
        path,
        ctx,
        type: 'query',
        getRawInput: () => Promise.resolve(input),
        signal: undefined,
        batchIndex: 0,
      }),
    ),
  );
  return {
    opening,
    answers: questions.flatMap((question, index) => {
      const outcome = outcomes[index];
      return outcome?.status === 'fulfilled' ? { ...question, data: outcome.value } : [];
    }),
  };
}
