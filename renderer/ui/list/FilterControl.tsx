// One filter of a list as its control: a labelled choice, one out of many, a switch of two, a day.
import { Segmented } from 'antd';
import { DayFilter } from '../day/DayFilter.tsx';
import type { AnyFilter } from './filter.ts';
import { PickFilter } from './PickFilter.tsx';
import { Select } from '../Select.tsx';

export function FilterControl(props: {
  filter: Exclude<AnyFilter, { kind: 'search' | 'link' }>;
  value: string | number | undefined;
  width: number;
  onChange: (value: string | number | undefined) => void;
}) {
  const { filter, value, width, onChange } = props;
  const { label } = filter;
  if (filter.kind === 'switch')
    return (
      <Segmented
        aria-label={label}
        options={[
          { value: 0, label: filter.words[0] },
          { value: 1, label: filter.words[1] },
        ]}
        value={value === 1 ? 1 : 0}
        onChange={(next) => onChange(next === 1 ? 1 : undefined)}
      />
    );
  if (filter.kind === 'reference') return <PickFilter filter={filter} value={value} width={width} onChange={onChange} />;
  if (filter.kind === 'day') {
    const shown = typeof value === 'string' ? value : filter.today;
    return (
      <DayFilter
        label={label}
        prefix={<span className="label">{label}</span>}
        width={width}
        value={shown}
        still={`名单仍是 ${shown} 的`}
        onChange={(day) => onChange(day === filter.today ? undefined : day)}
      />
    );
  }
  return (
    <Select<string | number>
      aria-label={label}
      style={{ width: `calc(${width}px * var(--scale))` }}
      prefix={<span className="label">{label}</span>}
      value={value ?? ''}
      options={[{ value: '', label: filter.none ?? '全部' }, ...filter.choices]}
      popupMatchSelectWidth={false}
      listHeight={400}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}
