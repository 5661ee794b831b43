// One out of many as a filter of a list: what was typed and not chosen stays and is told, with what the list still goes by; Esc gives
// that back.
import { useState } from 'react';
import { FieldFault } from '../FieldFault.tsx';
import { PickInput } from '../fields/PickInput.tsx';
import type { Choice } from '../fields/picks.ts';
import { usePickWords } from '../fields/usePickWords.ts';
import { useSaysUnsettled } from '../unsettled.ts';
import type { AnyFilter } from './filter.ts';

export function PickFilter(props: {
  filter: Extract<AnyFilter, { kind: 'reference' }>;
  value: string | number | undefined;
  width: number;
  onChange: (value: number | undefined) => void;
}) {
  const { filter, value, width, onChange } = props;
  const { typed, fault, clear, field } = usePickWords();
  const [shown, setShown] = useState(value);
  // Changed from elsewhere: a link, or 清除条件.
  if (shown !== value) {
    setShown(value);
    clear();
  }
  const chosen: Choice | null = typeof value === 'number' ? { value, label: filter.chosen } : null;
  useSaysUnsettled(filter.label, fault !== null ? 'wrong' : typed !== '' ? 'typing' : null);
  return (
    <FieldFault
      fault={fault}
      still={`名单仍是${chosen === null ? `全部${filter.label}的` : `${chosen.label}的`}`}
      placement="topLeft"
    >
      <span>
        <PickInput<number>
          aria-label={filter.label}
          style={{ width: `calc(${width}px * var(--scale))` }}
          prefix={<span className="label">{filter.label}</span>}
          placeholder="全部"
          popupMatchSelectWidth={false}
          {...field}
          from={{ source: filter.source, ask: filter.ask }}
          optional
          value={chosen?.value}
          current={chosen}
          onPick={onChange}
        />
      </span>
    </FieldFault>
  );
}
