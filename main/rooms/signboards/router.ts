// The boards' calls: the list with what is missing, the faces for preview and fitting, printing.
import { z } from 'zod';
import {
  type BoardFace,
  boardListSchema,
  boardSizeName,
  type BoardRow,
  boardsPerPart,
  gridIds,
  printRequest,
} from '../../../shared/signboards.ts';
import { boardSizes } from '../../../shared/boardSizes.ts';
import { procedure, router } from '../../trpc.ts';
import { gridBoards } from './faces.ts';
import { listBoards } from './list.ts';
import { printableFaces, printBoards } from './print.ts';
import { boardProblems } from './problems.ts';
import { openTicket, printPath, readTicket } from './tickets.ts';

export const signboardsRouter = router({
  list: procedure.input(boardListSchema).query(({ ctx, input }) => listBoards(ctx.office, ctx.deps.clock.today(), input)),
  /** What is wrong with the boards that are about to be printed; whether their texts fit, the screen tries itself. */
  check: procedure.input(z.object({ gridIds, size: boardSizeName })).query(({ ctx, input }): BoardRow[] =>
    gridBoards(ctx.office, ctx.deps.clock.today(), input.gridIds).map((board) => ({
      ...board.row,
      problems: boardProblems(board, boardSizes[input.size]),
    })),
  ),
  /** Faces for the preview and for trying whether texts fit. */
  faces: procedure
    .input(z.object({ gridIds: gridIds.max(boardsPerPart) }))
    .query(({ ctx, input }): BoardFace[] =>
      gridBoards(ctx.office, ctx.deps.clock.today(), input.gridIds).map(({ face }) => face),
    ),
  /** Starts the PDF; its result is fetched from /files/jobs/:id. */
  print: procedure
    .meta({ may: 'signboards' })
    .input(printRequest)
    .mutation(({ ctx, input }) => {
      const faces = printableFaces(ctx.office, ctx.deps.clock.today(), input);
      return {
        jobId: ctx.deps.jobs.start(ctx.owner, `打印 ${faces.length} 块指示牌`, printBoards(faces, input, ctx.deps, ctx.owner)),
      };
    }),
  /** The pages to hand to the print dialog, one address a part. */
  openPages: procedure
    .meta({ may: 'signboards' })
    .input(printRequest)
    .mutation(({ ctx, input }) => {
      const { ticket, parts } = openTicket(
        ctx.deps,
        ctx.owner,
        input.size,
        printableFaces(ctx.office, ctx.deps.clock.today(), input),
      );
      return { pages: parts.map((count, part) => ({ path: printPath(ticket, part), count })) };
    }),
  printPart: procedure
    .input(z.object({ ticket: z.string(), part: z.number().int().min(0) }))
    .query(({ ctx, input }) => readTicket(ctx.deps, ctx.owner, input.ticket, input.part)),
});
