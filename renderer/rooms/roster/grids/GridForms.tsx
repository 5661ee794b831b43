// 新增网格 and 修改网格; a changed name, code, kind or place asks from when it holds.
import { Form, type FormInstance, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { GridDetail, GridForm } from '../../../../shared/roster/grids.ts';
import { groundBounds } from '../../../../shared/rules/count.ts';
import { client, refreshEverything } from '../../../api.ts';
import { CountItem } from '../../../ui/CountItem.tsx';
import { dayIn, type DayValue } from '../../../ui/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { ChoiceField, type Choice } from '../../../ui/ChoiceField.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { placeChoices } from '../choices.ts';
import { differ, Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { kindWords } from '../../../../shared/roster/words.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';

type Values = EffectiveValues & {
  placeId: number;
  name?: string | null;
  code?: string | null;
  kind?: 'urban' | 'rural' | null;
  boundary?: string | null;
  serviceArea?: string | null;
  extraDuty?: string | null;
  householdCount?: number | null;
  population?: number | null;
  note?: string | null;
  firstDay?: DayValue;
};

const blank = (text: string | null | undefined): string | null => text?.trim() || null;

/** A name or a kind left empty stays as it was. */
function History({ form, grid }: { form: FormInstance<Values>; grid: GridDetail }) {
  const values = Form.useWatch([], form) as Values | undefined;
  if (!values) return null;
  const renamed = differ(blank(values.name) ?? grid.name, grid.name);
  const changed =
    differ(values.code, grid.code) || differ(values.kind ?? grid.kind, grid.kind) || differ(values.placeId, grid.placeId);
  return <Effective changed={renamed || changed} renamed={renamed} fields="名称、编码、类别、所在地" />;
}

function Fields({ place, history }: { place: Choice | null; history?: ReactNode }) {
  const today = useToday();
  return (
    <>
      <ChoiceField
        name="placeId"
        label="所在社区（村居）或小区"
        placeholder="名称、拼音首字母"
        current={place}
        source={['places', today]}
        ask={(search) => placeChoices(today, undefined, search)}
        required="请选择网格所在的社区或小区"
      />
      <Form.Item name="name" label="网格名称" className="wide">
        <Input autoComplete="off" placeholder="不填则为“社区或小区名称＋网格”" maxLength={50} />
      </Form.Item>
      <Form.Item name="code" label="网格编码" rules={[{ pattern: /^\d{15}$/, message: '应为 15 位数字：社区的 12 位加 3 位' }]}>
        <Input autoComplete="off" placeholder="15 位" />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Radio.Group options={choicesOf(kindWords)} />
      </Form.Item>
      {history}
      <CountItem name="householdCount" label="户数" bounds={groundBounds} />
      <CountItem name="population" label="人口" bounds={groundBounds} />
      <Form.Item name="boundary" label="四至范围" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="serviceArea" label="服务范围" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label="备注" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
    </>
  );
}

/** Name and kind left empty when adding are proposed by the server; a kind that was never chosen isn't sent. */
const formOf = (values: Values): GridForm => ({
  placeId: values.placeId,
  ...(blank(values.name) === null ? {} : { name: blank(values.name) ?? '' }),
  code: blank(values.code),
  ...(values.kind ? { kind: values.kind } : {}),
  boundary: blank(values.boundary),
  serviceArea: blank(values.serviceArea),
  householdCount: values.householdCount ?? null,
  population: values.population ?? null,
  note: blank(values.note),
});

export function GridAdd(props: { place?: Choice | null; onClose: () => void; onAdded: (id: number) => void }) {
  const { place = null, onClose, onAdded } = props;
  const [form] = Form.useForm<Values>();
  return (
    <RailForm<Values>
      title="新增网格"
      draft={place ? `grid:new:${place.value}` : 'grid:new'}
      form={form}
      initial={place ? { placeId: place.value } : {}}
      saveText="保存网格"
      onSave={async (values) => {
        const { id } = await client.roster.grids.add.mutate({ ...formOf(values), firstDay: dayIn(values.firstDay) });
        await refreshEverything();
        onAdded(id);
      }}
      onClose={onClose}
    >
      <Fields place={place} history={<FirstDayField />} />
    </RailForm>
  );
}

/** @param props.asOf the day the grid was read on */
export function GridEdit({ grid, asOf, onClose }: { grid: GridDetail; asOf: string; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { placeId, name, code, kind, boundary, serviceArea, householdCount, population, note } = grid;
  return (
    <RailForm<Values>
      title={`修改网格　${grid.name}`}
      draft={`grid:${grid.id}`}
      form={form}
      initial={{ placeId, name, code, kind, boundary, serviceArea, householdCount, population, note }}
      saveText="保存网格"
      onSave={async (values) => {
        await client.roster.grids.save.mutate({ id: grid.id, grid: formOf(values), ...effectiveOf(values), asOf });
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <Fields place={{ value: placeId, label: grid.placeName ?? '', hint: '' }} history={<History form={form} grid={grid} />} />
    </RailForm>
  );
}
