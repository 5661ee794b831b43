// The way from a problem to where it is mended.
import { Link } from '@tanstack/react-router';
import type { BoardProblem, BoardRow } from '../../../shared/signboards.ts';
import { gridsLink, workersLink } from '../roster/links.ts';

/** Fields that are the grid's own; the others are the office's settings. */
const ofGrid = /网格|社区|服务范围|本格职责/;
const ofWorker = /姓名|联系电话/;

export function Mend({ problem, row }: { problem: BoardProblem; row: Pick<BoardRow, 'id' | 'workerId'> }) {
  const toGrid = (words: string) => <Link {...gridsLink({ open: row.id })}>{words}</Link>;
  const toWorker = (words: string) =>
    row.workerId === null ? null : <Link {...workersLink({ open: row.workerId })}>{words}</Link>;
  const toBoardSettings = (words: string) => (
    <Link to="/settings" search={{ tab: 'board' }}>
      {words}
    </Link>
  );
  switch (problem.kind) {
    case 'noWorker':
      return toGrid('指派网格员');
    case 'noMobile':
      return toWorker('填手机号码');
    case 'noPhoto':
      return toWorker('补照片');
    case 'photoShape':
    case 'toCrop':
      return toWorker('调整裁剪');
    case 'lowPpi':
      return toWorker('换照片');
    case 'noCode':
      return toGrid('填网格编码');
    case 'noHotline':
      return toBoardSettings('填监督电话');
    case 'overflow':
      if (problem.fields.some((field) => ofWorker.test(field))) return toWorker('修改网格员资料');
      return problem.fields.some((field) => ofGrid.test(field)) ? toGrid('修改网格资料') : toBoardSettings('修改指示牌内容');
    case 'uncovered':
    case 'rare':
      return toWorker('核对用字') ?? toGrid('核对用字');
    default:
      return null;
  }
}
