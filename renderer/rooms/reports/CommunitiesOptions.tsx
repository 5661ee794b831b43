// How the 社区（村居）一览表 goes out, and what of it.
import type { CommunitiesRequest } from '../../../shared/reports/communities.ts';
import { BranchesLine, KindLine, type Options, PaperLine, SubtotalsLine, TitleLine } from './optionLines.tsx';

export function CommunitiesOptions({ request, sheet, change }: Options<CommunitiesRequest>) {
  return (
    <>
      <h2>导出哪些</h2>
      <BranchesLine value={request.branchIds} sheet={sheet} change={change} />
      <KindLine value={request.kind} change={change} />
      <h2>怎样导出</h2>
      <SubtotalsLine value={request.subtotals} change={change} />
      <PaperLine value={request.paper} change={change} />
      <TitleLine key="communities" value={request.title} shown={sheet.title} change={change} />
    </>
  );
}
