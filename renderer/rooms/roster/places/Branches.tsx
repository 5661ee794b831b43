// The list of 社区总支: few rows, so one answer holds them all.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, client } from '../../../api.ts';
import { useAct } from '../../../ui/acts.tsx';
import { ColumnSettings } from '../../../ui/ColumnSettings.tsx';
import { DetailRail } from '../../../ui/DetailRail.tsx';
import { ListTable } from '../../../ui/ListTable.tsx';
import { Empty, PageBody, PageHead } from '../../../ui/Page.tsx';
import { useColumns } from '../../../ui/useColumns.ts';
import { useFilters } from '../../../ui/useFilters.ts';
import { useList } from '../../../ui/useList.ts';
import { Fact } from '../Fact.tsx';
import { gridsLink, placesLink, workersLink } from '../links.ts';
import { useToday } from '../../../ui/useToday.ts';
import { useConfirmRemoval } from '../useConfirmRemoval.ts';
import { useRailScreen } from '../useRailScreen.ts';
import { BranchForm } from './BranchForm.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { branchColumns } from './placeColumns.tsx';

export function Branches() {
  const search = useSearch({ from: '/framed/places' });
  const navigate = useNavigate();
  const today = useToday();
  const { filters, change } = useFilters(
    'places:branch',
    search,
    (next) => void navigate({ ...placesLink(next), replace: true }),
  );
  const columns = useColumns('places:branch', branchColumns);
  const { data: branches } = useQuery(api.roster.branches.list.queryOptions({ asOf: today }));
  const list = useList({
    name: 'places:branch',
    question: today,
    read: async (asOf, offset, limit) => {
      const rows = await client.roster.branches.list.query({ asOf });
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
  });
  const rail = useRailScreen<'edit'>(filters, change, true);
  const { openId } = rail;
  const branch = branches?.find(({ id }) => id === openId) ?? null;
  const askRemoval = useConfirmRemoval(
    '社区总支',
    '只有没有社区的总支可以删除。',
    (id: number) => client.roster.branches.remove.mutate({ id }),
    () => rail.open(undefined),
  );

  const reorder = useAct((ids: number[]) => client.roster.branches.reorder.mutate({ ids }));
  /** The act that moves a branch by one place; disabled where there is no further place. */
  const moving = (id: number, by: -1 | 1) => {
    const ids = (branches ?? []).map((each) => each.id);
    const at = ids.indexOf(id);
    const disabled = at < 0 || ids[at + by] === undefined || reorder.isPending;
    const run = () => reorder.mutate(ids.with(at, ids[at + by] ?? id).with(at + by, id));
    return by < 0 ? { key: 'up', label: '上移', disabled, run } : { key: 'down', label: '下移', disabled, run };
  };

  const beside = () => {
    if (rail.adding || (rail.act === 'edit' && branch))
      return (
        <BranchForm
          key={rail.adding ? 'new' : branch?.id}
          branch={rail.adding ? null : branch}
          asOf={today}
          onClose={() => (rail.adding ? rail.open(undefined) : rail.setAct(null))}
          onSaved={rail.open}
        />
      );
    if (!branch) return undefined;
    return (
      <DetailRail
        label={branch.name}
        onClose={() => rail.open(undefined)}
        foot={
          <>
            <Button onClick={() => rail.setAct('edit')} title="F2">
              修改资料
            </Button>
            {([-1, 1] as const).map((by) => {
              const { key, label, disabled, run } = moving(branch.id, by);
              return (
                <Button key={key} disabled={disabled} onClick={run}>
                  {label}
                </Button>
              );
            })}
            {branch.communityCount === 0 ? (
              <button type="button" className="link danger right" onClick={() => askRemoval(branch)}>
                删除
              </button>
            ) : null}
          </>
        }
      >
        <h2 className="rail-name">{branch.name}</h2>
        {branch.formerNames.length > 0 ? <div className="grey">曾用名 {branch.formerNames.join('、')}</div> : null}
        <dl className="kv">
          <Fact label="简称" value={branch.short} wide />
          <Fact label="监督电话" value={branch.hotline ?? '用街道的'} wide />
          {branch.note ? <Fact label="备注" value={branch.note} wide /> : null}
        </dl>
        <ul className="lines">
          <li>
            <button
              type="button"
              className="link"
              onClick={() => void navigate(placesLink({ level: 'community', branch: branch.id }))}
            >
              社区（村居）{branch.communityCount} 个
            </button>
          </li>
          <li>
            <button
              type="button"
              className="link"
              onClick={() => void navigate(placesLink({ level: 'compound', branch: branch.id }))}
            >
              居民小区 {branch.compoundCount} 个
            </button>
          </li>
          <li>
            <button type="button" className="link" onClick={() => void navigate(gridsLink({ branch: branch.id }))}>
              网格 {branch.gridCount} 个
            </button>
            {branch.vacantCount > 0 ? <span className="red">空缺 {branch.vacantCount} 个</span> : null}
          </li>
          <li>
            <button type="button" className="link" onClick={() => void navigate(workersLink({ branch: branch.id }))}>
              网格员 {branch.workerCount} 人
            </button>
          </li>
        </ul>
      </DetailRail>
    );
  };

  return (
    <>
      <PageHead title="社区与小区" sub={list.answer ? `社区总支 ${list.answer.total} 个` : null}>
        <Button type={rail.filling ? 'default' : 'primary'} onClick={rail.add}>
          新增总支
        </Button>
      </PageHead>
      <div className="filters">
        <LevelChoice level="branch" />
        <ColumnSettings columns={columns} />
      </div>
      <PageBody rail={rail.railed ? beside() : undefined}>
        <ListTable
          label="社区总支列表"
          unit="个"
          list={list}
          columns={columns}
          sorting={null}
          onSort={() => undefined}
          openId={openId ?? null}
          onOpen={(row) => rail.open(row.id)}
          menu={(row) => [
            { key: 'edit', label: '修改资料', run: () => rail.begin(row.id, 'edit') },
            moving(row.id, -1),
            moving(row.id, 1),
          ]}
          empty={<Empty title="还没有社区总支">点右上角“新增总支”，再到社区（村居）里选它</Empty>}
        />
      </PageBody>
    </>
  );
}
