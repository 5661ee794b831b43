// How the 居民小区一览表 goes out, and what of it.
import type { CompoundsRequest } from '../../../shared/reports/compounds.ts';
import { BranchesLine, type Options, PaperLine, SubtotalsLine, TitleLine } from './optionLines.tsx';

export function CompoundsOptions({ request, sheet, change }: Options<CompoundsRequest>) {
  return (
    <>
      <h2>导出哪些</h2>
      <BranchesLine value={request.branchIds} sheet={sheet} change={change} />
      <h2>怎样导出</h2>
      <SubtotalsLine value={request.subtotals} change={change} />
      <PaperLine value={request.paper} change={change} />
      <TitleLine key="compounds" value={request.title} shown={sheet.title} change={change} />
    </>
  );
}
