// The second line of a list: its filters, the search, 清除条件, 列设置. What finds no room in the line stands behind 更多条件.
import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Columns } from '../useColumns.ts';
import { useUnsettled } from '../unsettled.ts';
import { useMeasures } from '../useMeasures.ts';
import { fitting, useWidth, widthOf } from '../useWidth.ts';
import { ColumnSettings } from './ColumnSettings.tsx';
import { type AnyFilter, isFiltered, isNarrowing, isSet } from './filter.ts';
import { FilterControl } from './FilterControl.tsx';
import { SearchInput } from './SearchInput.tsx';

const gap = 8;
const edge = 16;
/** What a search needs at least. */
const leastSearch = 178;
const inPopover = 260;
const words = { more: '更多条件（1）', clear: '清除条件', columns: '列设置' };

type Controlled = Exclude<AnyFilter, { kind: 'search' | 'link' }>;

/** How many filters find room in the line, from the first on. */
function roomFor(line: readonly Controlled[], folds: boolean, searches: boolean, room: number, scale: number): number {
  const fold = widthOf(words.more, scale) + 2 * gap;
  const search = searches ? (leastSearch + gap) * scale : 0;
  const links = widthOf(words.clear + words.columns, scale) + 4 * gap;
  const widths = line.map((filter) => filter.width * scale);
  return fitting(widths, gap, room - search - links - (folds ? fold : 0), folds ? 0 : fold);
}

export function FilterBar<Row>(props: {
  filters: readonly AnyFilter[];
  search: object;
  change: (patch: Record<string, string | number | undefined>) => void;
  clear: () => void;
  columns: Columns<Row>;
  /** Before the filters: which of several lists this is. */
  lead?: ReactNode;
}) {
  const { filters, search, change, clear, columns, lead } = props;
  const find = filters.find((filter) => filter.kind === 'search');
  const links = filters.filter((filter) => filter.kind === 'link').filter((filter) => isSet(filter, search));
  const controlled = filters.filter((filter): filter is Controlled => filter.kind !== 'search' && filter.kind !== 'link');
  const line = controlled.filter(({ more }) => !more);
  const behind = controlled.filter(({ more }) => more);
  const { scale } = useMeasures();
  const [bar, width = 0] = useWidth<HTMLDivElement>();
  const [before, taken = 0] = useWidth<HTMLSpanElement>();
  const room = width - 2 * edge - (taken > 0 ? taken + gap : 0);
  const fits = roomFor(line, behind.length > 0, find !== undefined, room, scale);
  const folded = [...line.slice(fits), ...behind];
  const count = folded.filter((filter) => isNarrowing(filter, search)).length;
  const [isOpen, setOpen] = useState(false);
  const unsettled = useUnsettled();
  const valueOf = (key: string) => (search as Record<string, string | number | undefined>)[key];
  const control = (filter: Controlled, wide: number) => (
    <FilterControl
      key={filter.key}
      filter={filter}
      width={wide}
      value={valueOf(filter.key)}
      onChange={(value) => change({ [filter.key]: value })}
    />
  );
  return (
    <div className="filters" ref={bar}>
      <span className="filters-lead" ref={before}>
        {lead}
        {links.map((link) => (
          <span key={link.key}>
            只看{link.words(valueOf(link.key) as never)}
            <button type="button" className="link" onClick={() => change({ [link.key]: undefined })}>
              显示全部
            </button>
          </span>
        ))}
      </span>
      {line.slice(0, fits).map((filter) => control(filter, filter.width))}
      {find ? (
        <SearchInput
          width={find.width}
          placeholder={find.placeholder}
          value={valueOf(find.key)?.toString()}
          onChange={(text) => change({ [find.key]: text })}
        />
      ) : null}
      {folded.length > 0 ? (
        <Popover
          destroyOnHidden
          open={isOpen}
          // What stands typed in it isn't thrown away with it.
          onOpenChange={(next) => setOpen(next || folded.some(({ label }) => label === unsettled?.field))}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          content={<div className="more-filters">{folded.map((filter) => control(filter, inPopover))}</div>}
        >
          <button type="button" className="link">
            更多条件{count > 0 ? `（${count}）` : ''}
          </button>
        </Popover>
      ) : null}
      {isFiltered(filters, search) ? (
        <button type="button" className="link" onClick={clear}>
          {words.clear}
        </button>
      ) : null}
      <ColumnSettings columns={columns} />
    </div>
  );
}
