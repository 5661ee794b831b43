// The list of 社区总支: few rows, so one answer holds them all.
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../../api.ts';
import { ListScreen } from '../../../ui/list/ListScreen.tsx';
import { useListScreen } from '../../../ui/list/useListScreen.ts';
import { Empty } from '../../../ui/Page.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { useAddress } from '../../../ui/useAddress.ts';
import { placesLink } from '../links.ts';
import { BranchRail } from './BranchRail.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { branchColumns } from './placeColumns.tsx';
import { useBranchActs } from './useBranchActs.ts';

export function Branches() {
  const search = useAddress('/places');
  const navigate = useNavigate();
  const today = useToday();
  const screen = useListScreen({
    name: 'places:branch',
    search,
    go: (next) => void navigate({ ...placesLink(next), replace: true }),
    filters: [],
    columns: branchColumns,
    question: () => ({ asOf: today }),
    read: async (question, offset, limit) => {
      const rows = await client.roster.branches.list.query(question);
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
    forms: ['edit'],
  });
  const acts = useBranchActs(screen);
  return (
    <ListScreen
      screen={screen}
      title="社区与小区"
      sub={screen.list.answer ? `社区总支 ${screen.list.answer.total} 个` : null}
      noun="社区总支"
      unit="个"
      primary={{ name: 'add', words: '新增总支', yields: true, run: screen.add }}
      lead={<LevelChoice level="branch" />}
      acts={acts}
      rail={<BranchRail rail={screen} acts={acts} />}
      nothing={<Empty title="还没有社区总支">点右上角“新增总支”，再到社区（村居）里选它</Empty>}
    />
  );
}
