// Printing: the boards asked for, checked once more where nobody can bypass it, laid out and printed by the host in parts, the
// parts joined to one PDF.
import { Refusal } from '../../../shared/refusal.ts';
import { type BoardFace, isPrintable, type PrintRequest, problemText } from '../../../shared/signboards.ts';
import { boardSizes } from '../../../shared/boardSizes.ts';
import type { AppDeps } from '../../deps.ts';
import type { ProducedFile } from '../../ground/files/download.ts';
import type { JobWork } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Owner } from '../../ground/shelf.ts';
import { gridBoards } from './faces.ts';
import { boardProblems } from './problems.ts';
import { closeTicket, openTicket, printPath } from './tickets.ts';

const namedAtMost = 3;

/**
 * The faces of the boards to print, in the office's order, as of today.
 * @throws Refusal naming the grids whose board must not be printed.
 */
export function printableFaces(office: Office, today: string, request: PrintRequest): BoardFace[] {
  const boards = gridBoards(office, today, request.gridIds);
  const missing = request.gridIds.length - boards.length;
  if (missing > 0) throw new Refusal(`有 ${missing} 个网格已停用或不存在，请刷新列表后重新选择。`);
  const held = boards.flatMap((board) => {
    const problem = boardProblems(board, boardSizes[request.size]).find((one) => !isPrintable([one], request.acceptLowPpi));
    return problem ? [`${board.face.place} ${board.face.gridName}：${problemText(problem)}`] : [];
  });
  if (held.length > 0)
    throw new Refusal(
      `有 ${held.length} 块指示牌不能打印（${held.slice(0, namedAtMost).join('；')}${held.length > namedAtMost ? ' 等' : ''}）。请补齐，或不选这些网格。`,
    );
  return boards.map(({ face }) => face);
}

function fileName(faces: readonly BoardFace[], size: string, today: string): string {
  const what = faces.length === 1 ? (faces[0]?.gridName ?? '') : `${faces.length}块`;
  return `指示牌_${what.replaceAll(/[\\/:*?"<>|]/g, '')}_${size}_${today}.pdf`;
}

/** The job's work. Its result is the PDF. */
export function printBoards(
  faces: readonly BoardFace[],
  request: PrintRequest,
  deps: AppDeps,
  owner: Owner,
): JobWork<ProducedFile> {
  return async (signal, progress) => {
    const { ticket, parts } = openTicket(deps, owner, request.size, faces);
    try {
      async function* rendered(): AsyncGenerator<Uint8Array> {
        let done = 0;
        for (const [part, count] of parts.entries()) {
          signal.throwIfAborted();
          progress(done, faces.length, `正在生成第 ${done + 1}–${done + count} 块`);
          // One part after another: a part already keeps both cores busy, and memory stays that of one.
          // oxlint-disable-next-line no-await-in-loop
          yield await deps.renderPdf(printPath(ticket, part), signal);
          done += count;
          progress(done, faces.length, `已生成 ${done} 块`);
        }
      }
      const { joinPdfs } = await import('../../ground/pdf/join.ts');
      const name = fileName(faces, boardSizes[request.size].label.replace('×', 'x'), deps.clock.today());
      return { name, type: 'application/pdf', ...(await joinPdfs(rendered(), parts.length)) };
    } finally {
      closeTicket(deps, owner, ticket);
    }
  };
}
