// 新增网格 and 修改资料 of one; a changed name, code, kind or place asks from when it holds.
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { gridFields, gridFormFields } from '../../../../shared/roster/gridFields.ts';
import type { GridDetail, GridForm } from '../../../../shared/roster/grids.ts';
import { client } from '../../../api.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { CountField } from '../../../ui/fields/CountField.tsx';
import { described } from '../../../ui/fields/described.ts';
import { NoteField } from '../../../ui/fields/NoteField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { DescribedForm } from '../../../ui/DescribedForm.tsx';
import type { Choice } from '../../../ui/fields/picks.ts';
import { ReferenceField } from '../../../ui/fields/ReferenceField.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { usePlaceSource } from '../sources.ts';
import { Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';

type Values = EffectiveValues & GridForm & { firstDay?: DayValue };

const of = described(gridFields);

function Fields({ place, history }: { place: Choice | null; history?: ReactNode }) {
  const places = usePlaceSource();
  return (
    <>
      <ReferenceField {...of('place')} {...places} label="所在社区（村居）或小区" current={place} />
      <TextField {...of('name')} placeholder="不填则为“社区或小区名称＋网格”" wide />
      <TextField {...of('code')} placeholder="社区的 12 位加 3 位" />
      <ChoiceField {...of('kind')} />
      {history}
      <CountField {...of('households')} />
      <CountField {...of('population')} />
      <NoteField {...of('boundary')} />
      <NoteField {...of('serviceArea')} />
      <NoteField {...of('extraDuty')} placeholder="印在这个网格的指示牌上，可以不填" />
      <NoteField {...of('note')} />
    </>
  );
}

/** Name and kind left empty when adding are proposed by the server; a kind that was never chosen isn't sent. */
const chosen = ({ kind, ...form }: GridForm): GridForm => ({ ...form, ...(kind ? { kind } : {}) });

const shared = { noun: '网格', kind: 'grid', fields: gridFields, keys: gridFormFields } as const;

export function GridAdd(props: { place?: Choice | null; onClose: () => void; onAdded: (id: number) => void }) {
  const { place = null, onClose, onAdded } = props;
  return (
    <DescribedForm<Values, typeof gridFields, (typeof gridFormFields)[number]>
      {...shared}
      row={null}
      initial={place ? { placeId: place.value } : {}}
      within={place?.value}
      send={(form, { firstDay }) => client.roster.grids.add.mutate({ ...chosen(form), firstDay: dayIn(firstDay) })}
      onSaved={onAdded}
      onClose={onClose}
    >
      <Fields place={place} history={<FirstDayField />} />
    </DescribedForm>
  );
}

/** @param props.asOf the day the grid was read on */
export function GridEdit({ grid, asOf, onClose }: { grid: GridDetail; asOf: string; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  return (
    <DescribedForm<Values, typeof gridFields, (typeof gridFormFields)[number]>
      {...shared}
      row={grid}
      form={form}
      send={(sent, values) => client.roster.grids.save.mutate({ id: grid.id, grid: chosen(sent), ...effectiveOf(values), asOf })}
      onSaved={onClose}
      onClose={onClose}
    >
      <Fields
        place={{ value: grid.placeId, label: grid.placeName ?? '', hint: '' }}
        history={<Effective fields={gridFields} keys={gridFormFields} row={grid} />}
      />
    </DescribedForm>
  );
}
