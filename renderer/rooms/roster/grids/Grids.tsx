// 网格: which grid is whose, and which is empty.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { gridGapSchema, gridSortSchema } from '../../../../shared/roster/grids.ts';
import { api, client } from '../../../api.ts';
import { signboardsLink } from '../../signboards/links.ts';
import { ColumnSettings } from '../../../ui/ColumnSettings.tsx';
import { FilterSelect, SearchInput } from '../../../ui/filters.tsx';
import { ListTable } from '../../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../../ui/Page.tsx';
import { useColumns } from '../../../ui/useColumns.ts';
import { useFilters } from '../../../ui/useFilters.ts';
import { useList } from '../../../ui/useList.ts';
import { type GridsSearch, gridsLink, workersLink } from '../links.ts';
import { given, sortingOf, sortOf } from '../question.ts';
import '../roster.css';
import { useBranchChoices } from '../sources.ts';
import { useToday } from '../../../ui/useToday.ts';
import { useConfirmRemoval } from '../useConfirmRemoval.ts';
import { useRailScreen } from '../useRailScreen.ts';
import { choicesOf, gridGapWords, kindWords } from '../words.ts';
import { WorkerAdd } from '../workers/WorkerForms.tsx';
import { gridColumns } from './gridColumns.tsx';
import { type GridAct, GridDetail } from './GridDetail.tsx';
import { GridClose } from './GridClose.tsx';
import { GridAssign, vacantFrom } from './GridAssign.tsx';
import { GridAdd, GridEdit } from './GridForms.tsx';

const gridQuestion = (search: GridsSearch, today: string) =>
  given({
    asOf: today,
    branchId: search.branch,
    kind: search.kind,
    placeId: search.place,
    vacant: search.vacant === 1 ? true : undefined,
    gap: gridGapSchema.safeParse(search.gap).data,
    search: search.search,
    sort: sortOf(search, gridSortSchema, 'order'),
  });

const noFilters: { [Key in keyof GridsSearch]: undefined } = {
  vacant: undefined,
  branch: undefined,
  kind: undefined,
  gap: undefined,
  place: undefined,
  search: undefined,
};

export function Grids() {
  const search = useSearch({ from: '/framed/grids' });
  const navigate = useNavigate();
  const today = useToday();
  const branches = useBranchChoices();
  const { filters, ready, change } = useFilters('grids', search, (next) => void navigate({ ...gridsLink(next), replace: true }));
  const columns = useColumns('grids', gridColumns);
  const list = useList({
    name: 'grids',
    question: gridQuestion(filters, today),
    ready,
    read: (question, offset, limit) => client.roster.grids.list.query({ ...question, offset, limit }),
  });
  const rail = useRailScreen<GridAct>(filters, change, true);
  const { openId } = rail;
  const { data: opened } = useQuery({
    ...api.roster.grids.get.queryOptions({ id: openId ?? 0, asOf: today }),
    enabled: openId !== undefined && rail.act !== null,
  });
  const askRemoval = useConfirmRemoval(
    '网格',
    '只有从未有人上岗的网格可以删除。',
    (id: number) => client.roster.grids.remove.mutate({ id }),
    () => rail.open(undefined),
  );
  const counts = list.answer?.counts;
  const filtered = Object.keys(noFilters).some((key) => filters[key as keyof GridsSearch] !== undefined);

  const beside = () => {
    if (rail.adding) return <GridAdd onClose={() => rail.open(undefined)} onAdded={rail.open} />;
    if (openId === undefined) return undefined;
    const done = () => rail.setAct(null);
    if (rail.act !== null && opened?.id === openId) {
      if (rail.act === 'edit') return <GridEdit key={openId} grid={opened} asOf={today} onClose={done} />;
      if (rail.act === 'assign')
        return <GridAssign key={openId} grid={opened} onClose={done} onAddWorker={() => rail.setAct('addWorker')} />;
      if (rail.act === 'close')
        return <GridClose key={openId} grid={opened} onClose={done} onClosed={() => rail.open(undefined)} />;
      return (
        <WorkerAdd
          key={openId}
          grid={{ value: openId, label: opened.name, hint: '' }}
          from={vacantFrom(opened, today) ?? today}
          onClose={done}
          onAdded={done}
        />
      );
    }
    return (
      <GridDetail
        id={openId}
        asOf={today}
        onClose={() => rail.open(undefined)}
        onAct={rail.setAct}
        onBoard={() => void navigate(signboardsLink({ grids: String(openId), open: openId }))}
        onRemove={askRemoval}
      />
    );
  };

  return (
    <>
      <PageHead title="网格" sub={counts ? `有网格员 ${counts.held} 个　空缺 ${counts.vacant} 个` : null}>
        <Button onClick={() => void navigate({ to: '/imports' })}>导入</Button>
        <Button type={rail.filling ? 'default' : 'primary'} onClick={rail.add}>
          新增网格
        </Button>
      </PageHead>
      <div className="filters">
        <Segmented
          aria-label="是否空缺"
          options={[
            { value: 'every', label: '全部网格' },
            { value: 'vacant', label: '只看空缺' },
          ]}
          value={filters.vacant === 1 ? 'vacant' : 'every'}
          onChange={(value) => change({ vacant: value === 'vacant' ? 1 : undefined })}
        />
        <FilterSelect
          label="社区总支"
          width={156}
          value={filters.branch}
          choices={branches}
          onChange={(branch) => change({ branch })}
        />
        <FilterSelect
          label="类别"
          width={120}
          value={filters.kind}
          choices={choicesOf(kindWords)}
          onChange={(kind) => change({ kind })}
        />
        <FilterSelect
          label="数据缺漏"
          width={156}
          none="不限"
          value={filters.gap}
          choices={choicesOf<string>(gridGapWords)}
          onChange={(gap) => change({ gap })}
        />
        <SearchInput
          width={286}
          placeholder="网格、拼音首字母、编码、网格员"
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
          label="网格列表"
          unit="个"
          list={list}
          columns={columns}
          sorting={sortingOf(filters)}
          onSort={(sorting) => change({ sort: sorting?.by, descending: sorting?.descending ? 1 : undefined })}
          openId={openId ?? null}
          onOpen={(row) => rail.open(row.id)}
          menu={(row) => [
            row.workerId === null
              ? { key: 'assign', label: '指派网格员', run: () => rail.begin(row.id, 'assign') }
              : {
                  key: 'worker',
                  label: `查看网格员 ${row.workerName ?? ''}`,
                  run: () => void navigate(workersLink({ open: row.workerId ?? undefined })),
                },
            { key: 'edit', label: '修改网格', run: () => rail.begin(row.id, 'edit') },
            {
              key: 'board',
              label: '打印指示牌',
              run: () => void navigate(signboardsLink({ grids: String(row.id), open: row.id })),
            },
          ]}
          acts={
            <Button onClick={() => void navigate(signboardsLink({ grids: [...list.selected].join(',') }))}>打印指示牌</Button>
          }
          empty={
            filters.vacant === 1 &&
            list.total === 0 &&
            Object.keys(noFilters).every((key) => key === 'vacant' || filters[key as keyof GridsSearch] === undefined) ? (
              <Empty title="没有空缺的网格，每个网格都有网格员" />
            ) : filtered ? (
              <Empty title="没有符合条件的网格">
                <Button onClick={() => change(noFilters)}>清除条件</Button>
              </Empty>
            ) : (
              <Empty title="还没有网格">
                <Button onClick={() => void navigate({ to: '/imports' })}>从 Excel 导入花名册</Button>
              </Empty>
            )
          }
        />
      </PageBody>
    </>
  );
}
