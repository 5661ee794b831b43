// 网格: which grid is whose, and which is empty.
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { kindWords } from '../../../../shared/roster/words.ts';
import { client } from '../../../api.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import type { Filter } from '../../../ui/list/filter.ts';
import { ListScreen } from '../../../ui/list/ListScreen.tsx';
import { given, sortOf } from '../../../ui/list/question.ts';
import { useListScreen } from '../../../ui/list/useListScreen.ts';
import { Empty } from '../../../ui/Page.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { useAddress } from '../../../ui/useAddress.ts';
import { type GridsSearch, gridsLink } from '../links.ts';
import '../roster.css';
import { useBranchChoices, usePlaceFilter } from '../sources.ts';
import { gridGapWords } from '../words.tsx';
import { gridColumns } from './gridColumns.tsx';
import { GridRail } from './GridRail.tsx';
import { gridForms, useGridActs } from './useGridActs.ts';

const gridQuestion = (search: GridsSearch, today: string) =>
  given({
    asOf: today,
    branchId: search.branch,
    kind: search.kind,
    placeId: search.place,
    vacant: search.vacant === 1 ? true : undefined,
    gap: search.gap,
    search: search.search,
    sort: sortOf(search),
  });

function useGridFilters(search: GridsSearch): readonly Filter<GridsSearch>[] {
  const branches = useBranchChoices();
  const placeFilter = usePlaceFilter('place', search.place);
  return [
    {
      kind: 'switch',
      key: 'vacant',
      label: '是否空缺',
      width: 172,
      words: ['全部网格', '只看空缺'],
      satisfied: '没有空缺的网格，每个网格都有网格员',
    },
    { kind: 'choice', key: 'branch', label: '社区总支', width: 156, choices: branches },
    { kind: 'choice', key: 'kind', label: '类别', width: 120, choices: choicesOf(kindWords) },
    placeFilter,
    { kind: 'choice', key: 'gap', label: '数据缺漏', width: 156, none: '不限', choices: choicesOf(gridGapWords) },
    { kind: 'search', key: 'search', placeholder: '网格、拼音首字母、编码、网格员', width: 286 },
  ];
}

export function Grids() {
  const search = useAddress('/grids');
  const navigate = useNavigate();
  const today = useToday();
  const screen = useListScreen({
    name: 'grids',
    search,
    go: (next) => void navigate({ ...gridsLink(next), replace: true }),
    filters: useGridFilters(search),
    columns: gridColumns,
    question: (filters) => gridQuestion(filters, today),
    read: (question, offset, limit) => client.roster.grids.list.query({ ...question, offset, limit }),
    forms: gridForms,
  });
  const acts = useGridActs(screen);
  const counts = screen.list.answer?.counts;
  const imports = () => void navigate({ to: '/imports' });
  return (
    <ListScreen
      screen={screen}
      title="网格"
      sub={counts ? `有网格员 ${counts.held} 个　空缺 ${counts.vacant} 个` : null}
      noun="网格"
      unit="个"
      headActs={[{ name: 'import', words: '导入花名册', run: imports }]}
      primary={{ name: 'add', words: '新增网格', yields: true, run: screen.add }}
      acts={acts}
      rail={<GridRail rail={screen} acts={acts} />}
      nothing={
        <Empty title="还没有网格">
          <Button onClick={imports}>从 Excel 导入花名册</Button>
        </Empty>
      }
    />
  );
}
