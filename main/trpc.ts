// The ground every room's router stands on: who acts, on which office, how an act is declared, and how an error is told to the
// screen.
import { initTRPC, TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { ZodError, type z } from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { Right } from '../shared/rights.ts';
import { openingHeader, personHeader } from '../shared/shown.ts';
import type { AppDeps } from './deps.ts';
import type { Actor, Change, Office } from './ground/office/office.ts';
import { personAt } from './ground/people/people.ts';
import type { TooLarge } from './ground/files/body.ts';
import { type Owner, ownerOf } from './ground/shelf.ts';
import './shapeWords.ts';

/** What the asking window shows, if it says so: which opening of the office, and who is at the keyboard, by uid. */
export type Shown = { opening: string | null; person: string | null };

export const shownBy = (request: { header(name: string): string | undefined }): Shown => ({
  opening: request.header(openingHeader) ?? null,
  person: request.header(personHeader) || null,
});

/** `login` comes from the host, never from a header. */
export type Context = { deps: AppDeps; login: string; shown: Shown };

/**
 * What is known of a call without calling it: which act it is and which right it takes. Whoever takes one must have said who they
 * are, unless `anybody` may: what the recovery screen offers, which can't ask. `seats`: by it somebody says who they are.
 */
export type Meta = { act?: string; may?: Right; anybody?: true; seats?: true };

/** Calls that go in one request; the screens send no more (renderer/api.ts). */
export const mostCalls = 100;

/** Of what a request says that doesn't fit, no more than a person reads: a list of 100,000 wrong things says it as often. */
const mostIssues = 5;
const shapeTrouble = ({ issues }: ZodError): string => {
  const said = [...new Set(issues.map(({ message }) => message))];
  return `填写的内容不完整或格式不对：${said.slice(0, mostIssues).join('；')}${said.length > mostIssues ? '等' : ''}`;
};

/** What all calls of a request are answered that was too large to be read. */
export const tooLargeCall = ({ message }: TooLarge): object => ({
  error: {
    message,
    code: TRPC_ERROR_CODES_BY_KEY.PAYLOAD_TOO_LARGE,
    data: { code: 'PAYLOAD_TOO_LARGE', httpStatus: 413, refusal: true },
  },
});

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error }) {
      const cause = error.cause;
      if (cause instanceof Refusal)
        return { ...shape, message: cause.message, data: { ...shape.data, refusal: true, stack: undefined } };
      const message =
        cause instanceof ZodError ? shapeTrouble(cause) : '程序出错，没有完成。详情已记入日志，请重试或联系维护人员。';
      return { ...shape, message, data: { ...shape.data, refusal: cause instanceof ZodError, stack: undefined } };
    },
  });

export const router = t.router;

const replaced = '台账已经换过一份（恢复过备份，或重新开始过），这个窗口里还是换之前的内容，所以这一步没有做。请刷新后再做。';

/**
 * The open office, if there is one, and who asks: whose uploads, jobs and batches these are.
 * @param shown what the window showed that sent it; null where nothing is changed by it
 * @throws Refusal where another office is open by now, or somebody else at the keyboard
 */
export function callerOf({ desk }: AppDeps, login: string, shown: Shown | null = null): { actor: Actor; owner: Owner } {
  if (shown?.opening && shown.opening !== desk.opening()) throw new Refusal(replaced);
  const office = desk.damage() === null ? desk.office() : null;
  const person = office && personAt(office, login);
  if (shown?.person && person && shown.person !== person.uid)
    throw new Refusal(`这台电脑上现在是“${person.name}”在操作，这一步没有做。请先看右下角的姓名，需要时点“换人”，再做一次。`);
  const actor = { login, personId: person?.id ?? null };
  return { actor, owner: ownerOf(office, actor) };
}

const refused = (refusal: Refusal): TRPCError =>
  new TRPCError({ code: 'UNPROCESSABLE_CONTENT', message: refusal.message, cause: refusal });

const nobody = '还不知道是谁在操作，这一步没有做。请先点右下角的“换人”，写上您的姓名。';

const declining = t.procedure.use(async ({ next }) => {
  const outcome = await next();
  if (!outcome.ok && outcome.error.cause instanceof Refusal) throw refused(outcome.error.cause);
  return outcome;
});

/** For what must work without an open office: the recovery screen. What changes anything is meant for the office it was read on. */
export const anyProcedure = declining.use(({ ctx, meta, type, next }) => {
  const caller = callerOf(
    ctx.deps,
    ctx.login,
    type === 'mutation' ? { ...ctx.shown, ...(meta?.seats ? { person: null } : {}) } : null,
  );
  if (meta?.may !== undefined && !meta.anybody && caller.actor.personId === null) throw new Refusal(nobody);
  return next({ ctx: { ...ctx, ...caller } });
});

/** Every ordinary call: `ctx.office` is the open office, `ctx.actor` who is at the keyboard. */
export const procedure = anyProcedure.use(({ ctx, next }) =>
  next({ ctx: { ...ctx, office: ctx.owner.office ?? ctx.deps.desk.office() } }),
);

/** What is made ready for an act before it begins; it may take its time, and nothing of the office is written yet. */
export type Preparation = { deps: AppDeps; office: Office; actor: Actor; owner: Owner };

type Declared<Shape extends z.ZodType, Prepared, Result> = {
  input: Shape;
  may: Right;
  prepare?: (preparation: Preparation, input: z.output<Shape>) => Promise<Prepared>;
  /** Checks and writes in one turn; says its own summary by `change.say`. */
  run: (change: Change, input: z.output<Shape>, prepared: Prepared) => Result;
  /** After the commit: what belongs to the act but not into the office file. */
  after?: (preparation: Preparation, result: Result) => void;
};

/**
 * Declares an act: one change set of one person, written behind the gate. The answer is what `run` gives back, with the change
 * set's id, or null where nothing differed.
 */
export function act<Shape extends z.ZodType, Result extends object | void, Prepared = undefined>(
  kind: string,
  { input: shape, may, prepare, run, after }: Declared<Shape, Prepared, Result>,
) {
  return procedure
    .meta({ act: kind, may })
    .input(shape)
    .mutation(async ({ ctx, input }): Promise<Result & { changeSetId: number | null }> => {
      const { deps, actor } = ctx;
      const given = input as z.output<Shape>;
      const prepared = (await prepare?.(ctx, given)) as Prepared;
      const outcome = await deps.desk.write(ctx.office, () =>
        ctx.office.change({ actor, kind, summary: '' }, (change) => run(change, given, prepared)),
      );
      after?.(ctx, outcome.result);
      return { ...outcome.result, changeSetId: outcome.changeSetId };
    });
}
