// The list of 社区（村居）, or of 居民小区.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { placeGapSchema, type PlaceGap, placeSortSchema } from '../../../../shared/roster/places.ts';
import { developedByWords, kindWords, levelShortWords, levelWords, type PlaceLevel } from '../../../../shared/roster/words.ts';
import { api, client } from '../../../api.ts';
import { ColumnSettings } from '../../../ui/ColumnSettings.tsx';
import { FilterSelect, SearchInput } from '../../../ui/filters.tsx';
import { ListTable } from '../../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../../ui/Page.tsx';
import { useColumns } from '../../../ui/useColumns.ts';
import { useFilters } from '../../../ui/useFilters.ts';
import { useList } from '../../../ui/useList.ts';
import type { Choice } from '../../../ui/fields/ReferenceField.tsx';
import { GridAdd } from '../grids/GridForms.tsx';
import { gridsLink, type PlacesSearch, placesLink, workersLink } from '../links.ts';
import { given, sortingOf, sortOf } from '../../../ui/listQuestion.ts';
import { useBranchChoices } from '../sources.ts';
import { useToday } from '../../../ui/useToday.ts';
import { useConfirmRemoval } from '../../../ui/useConfirmRemoval.ts';
import { useRailScreen } from '../../../ui/useRailScreen.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { placeGapWords } from '../words.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { communityColumns, compoundColumns } from './placeColumns.tsx';
import { PlaceDetail } from './PlaceDetail.tsx';
import { PlaceAdd, PlaceEdit } from './PlaceForm.tsx';

const placeQuestion = (search: PlacesSearch, level: PlaceLevel, today: string) =>
  given({
    asOf: today,
    level,
    branchId: search.branch,
    kind: level === 'community' ? search.kind : undefined,
    developedBy: level === 'compound' ? search.developedBy : undefined,
    communityId: level === 'compound' ? search.parent : undefined,
    gap: placeGapSchema.safeParse(search.gap).data,
    search: search.search,
    sort: sortOf(search, placeSortSchema, 'order'),
  });

const gapsOf: Readonly<Record<PlaceLevel, readonly PlaceGap[]>> = {
  community: ['noBranch', 'noKind', 'noCode', 'noGrid'],
  compound: ['noGrid', 'noDevelopedBy', 'noPropertyCompany'],
};

const noFilters: { [Key in keyof PlacesSearch]: undefined } = {
  branch: undefined,
  kind: undefined,
  developedBy: undefined,
  gap: undefined,
  parent: undefined,
  search: undefined,
};

export function PlacesOfLevel({ level }: { level: PlaceLevel }) {
  const search = useSearch({ from: '/framed/places' });
  const navigate = useNavigate();
  const today = useToday();
  const branches = useBranchChoices();
  const { filters, ready, change } = useFilters(
    `places:${level}`,
    search,
    (next) => void navigate({ ...placesLink(next), replace: true }),
  );
  const columns = useColumns(`places:${level}`, level === 'community' ? communityColumns : compoundColumns);
  const list = useList({
    name: `places:${level}`,
    question: placeQuestion(filters, level, today),
    ready,
    read: (question, offset, limit) => client.roster.places.list.query({ ...question, offset, limit }),
  });
  const rail = useRailScreen<'edit'>(filters, change, true);
  const { openId } = rail;
  const { data: opened } = useQuery({
    ...api.roster.places.get.queryOptions({ id: openId ?? 0, asOf: today }),
    enabled: openId !== undefined && rail.act !== null,
  });
  const [gridPlace, setGridPlace] = useState<Choice | null>(null);
  const askRemoval = useConfirmRemoval(
    levelWords[level],
    '只有没有网格、小区和历史的地方可以删除。',
    (id: number) => client.roster.places.remove.mutate({ id }),
    () => rail.open(undefined),
  );
  const filtered = Object.keys(noFilters).some((key) => filters[key as keyof PlacesSearch] !== undefined);
  const title = levelWords[level];
  const short = levelShortWords[level];

  const beside = () => {
    if (rail.adding) return <PlaceAdd level={level} onClose={() => rail.open(undefined)} onAdded={rail.open} />;
    if (openId === undefined) return undefined;
    if (gridPlace !== null && gridPlace.value === openId)
      return (
        <GridAdd
          key={openId}
          place={gridPlace}
          onClose={() => setGridPlace(null)}
          onAdded={(id) => void navigate(gridsLink({ open: id }))}
        />
      );
    if (rail.act === 'edit' && opened?.id === openId)
      return <PlaceEdit key={openId} place={opened} asOf={today} onClose={() => rail.setAct(null)} />;
    return (
      <PlaceDetail
        id={openId}
        asOf={today}
        onClose={() => rail.open(undefined)}
        onEdit={() => rail.setAct('edit')}
        onAddGrid={(place) => setGridPlace({ value: place.id, label: place.name, hint: '' })}
        onRemove={askRemoval}
      />
    );
  };

  return (
    <>
      <PageHead
        title="社区与小区"
        sub={list.answer ? `社区（村居）${list.answer.counts.community} 个　居民小区 ${list.answer.counts.compound} 个` : null}
      >
        <Button onClick={() => void navigate({ to: '/imports' })}>导入</Button>
        <Button type={rail.filling || gridPlace !== null ? 'default' : 'primary'} onClick={rail.add}>
          新增{short}
        </Button>
      </PageHead>
      <div className="filters">
        <LevelChoice level={level} />
        <FilterSelect
          label="社区总支"
          width={156}
          value={filters.branch}
          choices={branches}
          onChange={(branch) => change({ branch })}
        />
        {level === 'community' ? (
          <FilterSelect
            label="类别"
            width={120}
            value={filters.kind}
            choices={choicesOf(kindWords)}
            onChange={(kind) => change({ kind })}
          />
        ) : (
          <FilterSelect
            label="开发"
            width={150}
            value={filters.developedBy}
            choices={choicesOf(developedByWords)}
            onChange={(developedBy) => change({ developedBy })}
          />
        )}
        <FilterSelect
          label="数据缺漏"
          width={156}
          none="不限"
          value={filters.gap}
          choices={gapsOf[level].map((gap) => ({ value: gap as string, label: placeGapWords[gap] }))}
          onChange={(gap) => change({ gap })}
        />
        <SearchInput
          width={230}
          placeholder="名称、拼音首字母、代码"
          value={filters.search}
          onChange={(text) => change({ search: text })}
        />
        {filtered ? (
          <button type="button" className="link" onClick={() => change(noFilters)}>
            清除条件
          </button>
        ) : null}
        <ColumnSettings columns={columns} />
      </div>
      <PageBody rail={rail.railed ? beside() : undefined}>
        <ListTable
          label={`${title}列表`}
          unit="个"
          list={list}
          columns={columns}
          sorting={sortingOf(filters)}
          onSort={(sorting) => change({ sort: sorting?.by, descending: sorting?.descending ? 1 : undefined })}
          openId={openId ?? null}
          onOpen={(row) => {
            setGridPlace(null);
            rail.open(row.id);
          }}
          menu={(row) => [
            { key: 'edit', label: '修改资料', run: () => rail.begin(row.id, 'edit') },
            { key: 'grids', label: '查看这里的网格', run: () => void navigate(gridsLink({ place: row.id })) },
            {
              key: 'workers',
              label: '查看这里的网格员',
              run: () => void navigate(workersLink({ place: row.id })),
            },
          ]}
          empty={
            filtered ? (
              <Empty title={`没有符合条件的${short}`}>
                <Button onClick={() => change(noFilters)}>清除条件</Button>
              </Empty>
            ) : (
              <Empty title={`还没有${title}`}>
                <Button onClick={() => void navigate({ to: '/imports' })}>从 Excel 导入</Button>
              </Empty>
            )
          }
        />
      </PageBody>
    </>
  );
}
