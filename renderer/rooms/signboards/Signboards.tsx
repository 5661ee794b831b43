// 指示牌: the grids and whether their boards can be printed, the board itself beside them; from here to the check and the print.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { type BoardSizeName, boardSizeNames, boardSizes } from '../../../shared/signboards.ts';
import { client } from '../../api.ts';
import { useBranchChoices } from '../roster/sources.ts';
import { ColumnSettings } from '../../ui/ColumnSettings.tsx';
import { FilterSelect, SearchInput } from '../../ui/filters.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { useColumns } from '../../ui/useColumns.ts';
import { type Filters, useFilters } from '../../ui/useFilters.ts';
import { useList } from '../../ui/useList.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { boardColumns } from './boardColumns.tsx';
import { BoardRail } from './BoardRail.tsx';
import { CheckAndPrint } from './CheckAndPrint.tsx';
import { gridsOf, type SignboardsSearch, signboardsLink } from './links.ts';
import './signboards.css';

const sizeChoices = boardSizeNames.map((name) => ({ value: name, label: boardSizes[name].label }));

const noFilters = { branch: undefined, kind: undefined, show: undefined, search: undefined, grids: undefined };

function FilterBar({ filters, change }: Pick<Filters<SignboardsSearch>, 'filters' | 'change'>) {
  const branches = useBranchChoices();
  const grids = gridsOf(filters);
  return (
    <>
      <Segmented<BoardSizeName>
        aria-label="尺寸"
        options={sizeChoices}
        value={filters.size ?? 'a4'}
        onChange={(size) => change({ size })}
      />
      {grids ? (
        <span>
          只看选定的 {grids.length} 个网格{' '}
          <button type="button" className="link" onClick={() => change({ grids: undefined })}>
            显示全部
          </button>
        </span>
      ) : (
        <>
          <FilterSelect
            label="社区总支"
            width={150}
            value={filters.branch}
            choices={branches}
            onChange={(branch) => change({ branch })}
          />
          <FilterSelect
            label="类别"
            width={112}
            value={filters.kind}
            choices={[
              { value: 'urban', label: '城市' },
              { value: 'rural', label: '农村' },
            ]}
            onChange={(kind) => change({ kind })}
          />
        </>
      )}
      <FilterSelect
        label="显示"
        width={130}
        value={filters.show}
        choices={[
          { value: 'printable', label: '可打印' },
          { value: 'held', label: '待处理' },
        ]}
        onChange={(show) => change({ show })}
      />
      <SearchInput value={filters.search} placeholder="网格、姓名、拼音" width={210} onChange={(search) => change({ search })} />
    </>
  );
}

export function Signboards() {
  const search = useSearch({ from: '/framed/signboards' });
  const navigate = useNavigate();
  const { filters, ready, change } = useFilters(
    'signboards',
    search,
    (next) => void navigate({ ...signboardsLink(next), replace: true }),
  );
  const size = filters.size ?? 'a4';
  const columns = useColumns(
    'signboards',
    useMemo(() => boardColumns(size), [size]),
  );
  const { branch, kind, show, search: text } = filters;
  const list = useList({
    name: 'signboards',
    question: { size, branch, kind, show, search: text, grids: gridsOf(filters) },
    ready,
    read: (question, offset, limit) => client.signboards.list.query({ ...question, offset, limit }),
  });
  const [checking, setChecking] = useState<number[] | null>(null);
  const total = list.total ?? 0;
  const counts = list.answer?.counts;
  const chosen = list.selected.size || total;
  // All ticked is as good as none; of some, the check tells which can be printed.
  const count = chosen < total ? chosen : show === 'held' ? 0 : (counts?.printable ?? 0);
  const begin = async () => setChecking(list.selected.size > 0 ? [...list.selected] : (await list.all()).map(({ id }) => id));
  useShortcut(
    'Ctrl+P',
    () => {
      if (chosen > 0) void begin();
    },
    checking === null,
  );
  if (checking) return <CheckAndPrint gridIds={checking} size={size} back={() => setChecking(null)} />;

  const loaded = Array.from({ length: total }, (_, index) => list.rowAt(index));
  const at = Math.max(
    0,
    loaded.findIndex((one) => one !== undefined && one.id === filters.open),
  );
  const row = loaded[at];
  const open = (index: number) => {
    list.look(Math.max(0, index - 30), index + 30);
    const id = list.rowAt(index)?.id;
    if (id !== undefined) change({ open: id });
  };
  const filtered = branch !== undefined || [kind, show, text, filters.grids].some(Boolean);
  return (
    <>
      <PageHead
        title="指示牌"
        sub={
          counts ? (
            <>
              {counts.all} 个网格：可打印 {counts.printable}
              {counts.held > 0 ? (
                <>
                  ，
                  <button type="button" className="link red" onClick={() => change({ show: 'held' })}>
                    待处理 {counts.held}
                  </button>
                </>
              ) : null}
            </>
          ) : null
        }
      >
        <Button onClick={() => void navigate({ to: '/settings', search: { tab: 'board' } })}>指示牌内容</Button>
        <Button type="primary" disabled={chosen === 0} title="Ctrl+P" onClick={() => void begin()}>
          {count === 0 && chosen > 0 ? `检查 ${chosen} 块指示牌` : `打印 ${count} 块指示牌`}
        </Button>
      </PageHead>
      <div className="filters">
        <FilterBar filters={filters} change={change} />
        <span className="right">
          <ColumnSettings columns={columns} />
        </span>
      </div>
      <PageBody
        rail={
          row ? (
            <BoardRail
              row={row}
              sizeName={size}
              previous={at > 0 ? () => open(at - 1) : null}
              next={at < total - 1 ? () => open(at + 1) : null}
              print={() => setChecking([row.id])}
            />
          ) : undefined
        }
      >
        <ListTable
          label="指示牌列表"
          unit="块"
          list={list}
          columns={columns}
          sorting={null}
          onSort={() => undefined}
          openId={row?.id ?? null}
          onOpen={(opened) => change({ open: opened.id })}
          menu={(opened) => [{ key: 'print', label: '打印这一块', run: () => setChecking([opened.id]) }]}
          empty={
            filtered ? (
              <Empty title="没有符合条件的网格">
                <Button onClick={() => change(noFilters)}>清除条件</Button>
              </Empty>
            ) : (
              <Empty title="还没有网格，有了网格和网格员就能印指示牌">
                <Button onClick={() => void navigate({ to: '/imports' })}>从 Excel 导入</Button>
              </Empty>
            )
          }
        />
      </PageBody>
    </>
  );
}
