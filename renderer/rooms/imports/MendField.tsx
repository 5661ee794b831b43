// The field in which a cell of the file is typed over: Enter saves, Esc gives up, what is typed meanwhile stays. Where the cell names
// something the office has, what is found for the typed words is offered below.
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { fieldTitle } from '../../../shared/imports/fields.ts';
import { namingFields, type Offer } from '../../../shared/imports/preview.ts';
import { api } from '../../api.ts';
import './mends.css';
import type { Cell, Mending } from './useMending.ts';

type Props = {
  id: string;
  cell: Cell;
  mending: Mending;
  /** Whose cell it is, for whoever doesn't see the row. */
  name: string;
  /** The file's text as it may be shown, where a number is masked. */
  hint?: string | undefined;
  /** Also in the other rows of the same trouble. */
  alike: boolean;
  /** Where to go on once it is saved or given up. */
  onDone: () => void;
};

const finds = ({ field }: Cell): boolean => namingFields.has(field) || field === 'gridCode' || field === 'gridName';

/** Its name, and at the right what tells it apart. */
const offerLine = ({ name, hint }: Offer) => (
  <span className="choice">
    <span>{name}</span>
    <span className="grey small">{hint}</span>
  </span>
);

export function MendField({ id, cell, mending, name, hint, alike, onDone }: Props) {
  const text = mending.typed(cell) ?? '';
  const frame = useRef<HTMLSpanElement>(null);
  /** The offer at which the list stands by the arrow keys: Enter takes it. */
  const standsAt = useRef<string | null>(null);
  const found = useQuery({
    ...api.imports.offers.queryOptions({ id, row: cell.row, field: cell.field, typed: text.slice(0, 100) }),
    enabled: finds(cell),
    placeholderData: (previous) => previous,
  });
  const offers: readonly Offer[] = found.data ?? [];
  useEffect(() => frame.current?.querySelector('input')?.select(), []);
  const save = (field: Cell['field'], value: string): void => {
    if (mending.busy) return;
    mending.save({ row: cell.row, field, text: value, alike: alike && field === cell.field }, () => {
      if (field !== cell.field) mending.giveUp(cell);
      onDone();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      mending.giveUp(cell);
      onDone();
    } else if (event.key === 'Enter' && standsAt.current === null) {
      event.preventDefault();
      save(cell.field, text);
    }
  };
  const shared = {
    'aria-label': `${name}的${fieldTitle(cell.field)}改为`,
    size: 'small' as const,
    disabled: mending.busy,
    placeholder: hint,
  };
  return (
    <span className="import-mend-field" ref={frame} title="按回车保存，按 Esc 放弃">
      {finds(cell) ? (
        <AutoComplete
          {...shared}
          value={text}
          defaultActiveFirstOption={false}
          popupMatchSelectWidth={360}
          options={offers.map((offer) => ({ value: `${offer.field} ${offer.value}`, offer }))}
          optionRender={({ data }) => offerLine(data.offer)}
          onActive={(value) => {
            standsAt.current = value ?? null;
          }}
          onSearch={(typed) => {
            standsAt.current = null;
            mending.type(cell, typed);
          }}
          onSelect={(_, { offer }) => {
            standsAt.current = null;
            save(offer.field, offer.value);
          }}
          onInputKeyDown={onKeyDown}
        />
      ) : (
        <Input {...shared} value={text} onChange={({ target }) => mending.type(cell, target.value)} onKeyDown={onKeyDown} />
      )}
    </span>
  );
}
