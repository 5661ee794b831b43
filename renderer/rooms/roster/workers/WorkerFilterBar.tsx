// The second line of 网格员: the day, the filters used every day, the search, and the rest behind 更多条件.
import { Popover } from 'antd';
import type { WorkerRow } from '../../../../shared/roster/workers.ts';
import { ColumnSettings } from '../../../ui/ColumnSettings.tsx';
import { DayFilter } from '../../../ui/DayFilter.tsx';
import { FilterSelect, SearchInput } from '../../../ui/filters.tsx';
import type { Columns } from '../../../ui/useColumns.ts';
import type { Filters } from '../../../ui/useFilters.ts';
import type { WorkersSearch } from '../links.ts';
import { useBranchChoices } from '../sources.ts';
import { useDictionaries, type Word } from '../../../ui/useWords.ts';
import { useToday } from '../../../ui/useToday.ts';
import { kindWords } from '../../../../shared/roster/words.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { gapWords } from '../words.tsx';

const statusChoices = [
  { value: 'leaving', label: '待离岗' },
  { value: 'left', label: '已离岗' },
  { value: 'unassigned', label: '未上岗' },
  { value: 'every', label: '全部' },
];

const full = (words: readonly Word[]) => words.map(({ value }) => ({ value, label: value }));

function MoreFilters({ filters, change }: Pick<Filters<WorkersSearch>, 'filters' | 'change'>) {
  const words = useDictionaries();
  const width = 260;
  const count = [filters.kind, filters.employer, filters.education, filters.politics, filters.gap].filter(Boolean).length;
  return (
    <Popover
      destroyOnHidden
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      content={
        <div className="more-filters">
          <FilterSelect
            label="网格类别"
            width={width}
            value={filters.kind}
            choices={choicesOf(kindWords)}
            onChange={(kind) => change({ kind })}
          />
          <FilterSelect
            label="管理单位"
            width={width}
            value={filters.employer}
            choices={full(words.employer)}
            onChange={(employer) => change({ employer })}
          />
          <FilterSelect
            label="文化程度"
            width={width}
            value={filters.education}
            choices={full(words.education)}
            onChange={(education) => change({ education })}
          />
          <FilterSelect
            label="政治面貌"
            width={width}
            value={filters.politics}
            choices={full(words.politics)}
            onChange={(politics) => change({ politics })}
          />
          <FilterSelect
            label="数据缺漏"
            width={width}
            none="不限"
            value={filters.gap}
            choices={choicesOf<string>(gapWords)}
            onChange={(gap) => change({ gap })}
          />
        </div>
      }
    >
      <button type="button" className="link">
        更多条件{count > 0 ? `（${count}）` : ''}
      </button>
    </Popover>
  );
}

export const noWorkerFilters: { [Key in keyof WorkersSearch]: undefined } = {
  asOf: undefined,
  branch: undefined,
  source: undefined,
  status: undefined,
  kind: undefined,
  employer: undefined,
  education: undefined,
  politics: undefined,
  gap: undefined,
  place: undefined,
  grid: undefined,
  search: undefined,
};

export function WorkerFilterBar(props: Pick<Filters<WorkersSearch>, 'filters' | 'change'> & { columns: Columns<WorkerRow> }) {
  const { filters, change, columns } = props;
  const today = useToday();
  const words = useDictionaries();
  const branches = useBranchChoices();
  const filtered = Object.keys(noWorkerFilters).some((key) => filters[key as keyof WorkersSearch] !== undefined);
  return (
    <>
      <div className="filters">
        <DayFilter
          label="统计日期"
          prefix={<span className="label">统计日期</span>}
          width={200}
          value={filters.asOf ?? today}
          still={`名单仍是 ${filters.asOf ?? today} 的`}
          onChange={(day) => change({ asOf: day === today ? undefined : day })}
        />
        <FilterSelect
          label="社区总支"
          width={156}
          value={filters.branch}
          choices={branches}
          onChange={(branch) => change({ branch })}
        />
        <FilterSelect
          label="用工来源"
          width={156}
          value={filters.source}
          choices={full(words.hiringSource)}
          onChange={(source) => change({ source })}
        />
        <FilterSelect
          label="状态"
          width={140}
          none="在岗"
          value={filters.status}
          choices={statusChoices}
          onChange={(status) => change({ status })}
        />
        <SearchInput
          width={266}
          placeholder="姓名、拼音、手机、身份证号"
          value={filters.search}
          onChange={(search) => change({ search })}
        />
        <MoreFilters filters={filters} change={change} />
        {filtered ? (
          <button type="button" className="link" onClick={() => change(noWorkerFilters)}>
            清除条件
          </button>
        ) : null}
        <ColumnSettings columns={columns} />
      </div>
      {filters.asOf !== undefined && filters.asOf !== today ? (
        <div className="past" role="status">
          正在看 {filters.asOf} 的数据，只能查看
          <button type="button" className="link" onClick={() => change({ asOf: undefined })}>
            回到今天
          </button>
        </div>
      ) : null}
    </>
  );
}
