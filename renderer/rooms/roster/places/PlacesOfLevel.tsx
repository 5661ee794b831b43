// The list of 社区（村居）, or of 居民小区.
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PlaceGap } from '../../../../shared/roster/gaps.ts';
import { developedByWords, kindWords, levelShortWords, levelWords, type PlaceLevel } from '../../../../shared/roster/words.ts';
import { client } from '../../../api.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import type { Filter } from '../../../ui/list/filter.ts';
import { ListScreen } from '../../../ui/list/ListScreen.tsx';
import { given, sortOf } from '../../../ui/list/question.ts';
import { useListScreen } from '../../../ui/list/useListScreen.ts';
import { Empty } from '../../../ui/Page.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { useAddress } from '../../../ui/useAddress.ts';
import { type PlacesSearch, placesLink } from '../links.ts';
import { useBranchChoices, usePlaceFilter } from '../sources.ts';
import { placeGapWords } from '../words.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { communityColumns, compoundColumns } from './placeColumns.tsx';
import { PlaceRail } from './PlaceRail.tsx';
import { placeForms, usePlaceActs } from './usePlaceActs.ts';

const placeQuestion = (search: PlacesSearch, level: PlaceLevel, today: string) =>
  given({
    asOf: today,
    level,
    branchId: search.branch,
    kind: level === 'community' ? search.kind : undefined,
    developedBy: level === 'compound' ? search.developedBy : undefined,
    communityId: level === 'compound' ? search.parent : undefined,
    gap: search.gap,
    search: search.search,
    sort: sortOf(search),
  });

const gapsOf: Readonly<Record<PlaceLevel, readonly PlaceGap[]>> = {
  community: ['noBranch', 'noKind', 'noCode', 'noGrid'],
  compound: ['noGrid', 'noDevelopedBy', 'noPropertyCompany'],
};

function usePlaceFilters(level: PlaceLevel, search: PlacesSearch): readonly Filter<PlacesSearch>[] {
  const branches = useBranchChoices();
  const parent = usePlaceFilter('parent', search.parent, 'community');
  const own: readonly Filter<PlacesSearch>[] =
    level === 'community'
      ? [{ kind: 'choice', key: 'kind', label: '类别', width: 120, choices: choicesOf(kindWords) }]
      : [{ kind: 'choice', key: 'developedBy', label: '开发', width: 150, choices: choicesOf(developedByWords) }, parent];
  const gaps = gapsOf[level].map((gap) => ({ value: gap, label: placeGapWords[gap] }));
  return [
    { kind: 'choice', key: 'branch', label: '社区总支', width: 156, choices: branches },
    ...own,
    { kind: 'choice', key: 'gap', label: '数据缺漏', width: 156, none: '不限', choices: gaps },
    { kind: 'search', key: 'search', placeholder: '名称、拼音首字母、代码', width: 230 },
  ];
}

export function PlacesOfLevel({ level }: { level: PlaceLevel }) {
  const search = useAddress('/places');
  const navigate = useNavigate();
  const today = useToday();
  const screen = useListScreen({
    name: `places:${level}`,
    search,
    go: (next) => void navigate({ ...placesLink(next), replace: true }),
    filters: usePlaceFilters(level, search),
    columns: level === 'community' ? communityColumns : compoundColumns,
    question: (filters) => placeQuestion(filters, level, today),
    read: (question, offset, limit) => client.roster.places.list.query({ ...question, offset, limit }),
    forms: placeForms,
  });
  const acts = usePlaceActs(level, screen);
  const counts = screen.list.answer?.counts;
  const imports = () => void navigate({ to: '/imports' });
  return (
    <ListScreen
      screen={screen}
      title="社区与小区"
      sub={counts ? `社区（村居）${counts.community} 个　居民小区 ${counts.compound} 个` : null}
      noun={levelWords[level]}
      unit="个"
      headActs={[{ name: 'import', words: '导入花名册', run: imports }]}
      primary={{ name: 'add', words: `新增${levelShortWords[level]}`, yields: true, run: screen.add }}
      lead={<LevelChoice level={level} />}
      acts={acts}
      rail={<PlaceRail level={level} rail={screen} acts={acts} />}
      nothing={
        <Empty title={`还没有${levelWords[level]}`}>
          <Button onClick={imports}>从 Excel 导入花名册</Button>
        </Empty>
      }
    />
  );
}
