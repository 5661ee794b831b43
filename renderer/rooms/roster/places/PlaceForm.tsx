// Adding and changing a community or a compound; a changed name, code, kind, branch or community asks from when it holds.
import { Form, type FormInstance, Input, Radio, Select } from 'antd';
import { kindOfAreaCode, type PlaceKind } from '../../../../shared/rules/areaCode.ts';
import type { PlaceDetail } from '../../../../shared/roster/places.ts';
import {
  type DevelopedBy,
  developedByWords,
  kindWords,
  levelShortWords,
  levelWords,
  type PlaceLevel,
} from '../../../../shared/roster/words.ts';
import { groundBounds } from '../../../../shared/rules/count.ts';
import { client, refreshEverything } from '../../../api.ts';
import { CountItem } from '../../../ui/CountItem.tsx';
import { dayIn, type DayValue } from '../../../ui/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { type Choice, ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { placeChoices } from '../choices.ts';
import { differ, Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';
import { PropertyCompanyField } from '../PropertyCompanyField.tsx';
import { useBranchChoices } from '../sources.ts';
import { useToday } from '../../../ui/useToday.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { CompanyContact, type CompanyValues, saveCompanyContact } from './CompanyContact.tsx';

export type PlaceValues = CompanyValues &
  EffectiveValues & {
    name: string;
    code?: string | null;
    kind?: PlaceKind | null;
    branchId?: number | null;
    communityId?: number;
    secretary?: string | null;
    phone?: string | null;
    officeAddress?: string | null;
    developedBy?: DevelopedBy | null;
    developer?: string | null;
    address?: string | null;
    buildingCount?: number | null;
    householdCount?: number | null;
    population?: number | null;
    note?: string | null;
    firstDay?: DayValue;
  };

const blank = (text: string | null | undefined): string | null => text?.trim() || null;

const shared = (values: PlaceValues) => ({
  secretary: blank(values.secretary),
  phone: blank(values.phone),
  officeAddress: blank(values.officeAddress),
  householdCount: values.householdCount ?? null,
  population: values.population ?? null,
  note: blank(values.note),
});

const communityOf = (values: PlaceValues) => ({
  name: values.name.trim(),
  code: blank(values.code),
  ...(values.kind ? { kind: values.kind } : {}),
  branchId: values.branchId ?? null,
  ...shared(values),
});

const compoundOf = (values: PlaceValues) => ({
  name: values.name.trim(),
  communityId: values.communityId ?? 0,
  developedBy: values.developedBy ?? null,
  developer: blank(values.developer),
  address: blank(values.address),
  buildingCount: values.buildingCount ?? null,
  propertyCompanyId: values.propertyCompanyId ?? null,
  ...shared(values),
});

function CommunityFields({ form }: { form: FormInstance<PlaceValues> }) {
  const branches = useBranchChoices(true);
  const propose = () => {
    if (form.getFieldValue('kind')) return;
    const kind = kindOfAreaCode(form.getFieldValue('code') ?? '');
    if (kind) form.setFieldsValue({ kind });
  };
  return (
    <>
      <Form.Item name="code" label="统计用区划代码" rules={[{ pattern: /^\d{12}$/, message: '应为 12 位数字' }]}>
        <Input autoComplete="off" placeholder="12 位" onBlur={propose} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Radio.Group options={choicesOf(kindWords)} />
      </Form.Item>
      <Form.Item name="branchId" label="社区总支" className="wide">
        <Select allowClear options={branches} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </>
  );
}

function CompoundFields({ form, community }: { form: FormInstance<PlaceValues>; community: Choice | null }) {
  const today = useToday();
  return (
    <>
      <ChoiceField
        name="communityId"
        label="所属社区（村居）"
        placeholder="名称、拼音首字母"
        current={community}
        source={['communities', today]}
        ask={(search) => placeChoices(today, 'community', search)}
        required="请选择小区所属的社区（村居）"
      />
      <Form.Item name="developedBy" label="开发类型" className="wide">
        <Radio.Group options={choicesOf(developedByWords)} />
      </Form.Item>
      <Form.Item name="developer" label="开发商">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <CountItem name="buildingCount" label="楼栋数" bounds={groundBounds} />
      <Form.Item name="address" label="详细地址" className="wide">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <PropertyCompanyField onAdded={(id) => form.setFieldsValue({ propertyCompanyId: id })} />
      <CompanyContact form={form} />
    </>
  );
}

function History({ form, place }: { form: FormInstance<PlaceValues>; place: PlaceDetail }) {
  const values = Form.useWatch([], form) as PlaceValues | undefined;
  if (!values) return null;
  const renamed = differ(values.name, place.name);
  const changed =
    place.level === 'community'
      ? differ(values.code, place.code) || differ(values.kind, place.kind) || differ(values.branchId, place.branchId)
      : differ(values.communityId, place.communityId);
  const fields = place.level === 'community' ? '名称、代码、类别、社区总支' : '名称、所属社区';
  return <Effective changed={renamed || changed} renamed={renamed} fields={fields} />;
}

function Fields(props: { form: FormInstance<PlaceValues>; level: PlaceLevel; community: Choice | null; place?: PlaceDetail }) {
  const { form, level, community, place } = props;
  return (
    <>
      <Form.Item
        name="name"
        label={level === 'community' ? '社区（村居）名称' : '小区名称'}
        className="wide"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input autoComplete="off" maxLength={50} />
      </Form.Item>
      {level === 'community' ? <CommunityFields form={form} /> : <CompoundFields form={form} community={community} />}
      {place ? <History form={form} place={place} /> : <FirstDayField />}
      {level === 'community' ? (
        <>
          <Form.Item name="secretary" label="书记">
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="phone" label="联系电话">
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="officeAddress" label="网格化办公室地址" className="wide">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <CountItem name="householdCount" label="户数" bounds={groundBounds} />
      <CountItem name="population" label="人口" bounds={groundBounds} />
      <Form.Item name="note" label="备注" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
    </>
  );
}

export function PlaceAdd(props: { level: PlaceLevel; onClose: () => void; onAdded: (id: number) => void }) {
  const { level, onClose, onAdded } = props;
  const [form] = Form.useForm<PlaceValues>();
  return (
    <RailForm<PlaceValues>
      title={`新增${levelWords[level]}`}
      draft={`${level}:new`}
      form={form}
      initial={{}}
      saveText={`保存${levelShortWords[level]}`}
      onSave={async (values) => {
        const firstDay = dayIn(values.firstDay);
        // First, so that a place is never added twice after a failure.
        if (level === 'compound') await saveCompanyContact(values);
        const { id } =
          level === 'community'
            ? await client.roster.places.addCommunity.mutate({ ...communityOf(values), firstDay })
            : await client.roster.places.addCompound.mutate({ ...compoundOf(values), firstDay });
        await refreshEverything();
        onAdded(id);
      }}
      onClose={onClose}
    >
      <Fields form={form} level={level} community={null} />
    </RailForm>
  );
}

/** @param props.asOf the day the place was read on */
export function PlaceEdit({ place, asOf, onClose }: { place: PlaceDetail; asOf: string; onClose: () => void }) {
  const [form] = Form.useForm<PlaceValues>();
  const { id, level } = place;
  const save = async (values: PlaceValues) => {
    const from = { ...effectiveOf(values), asOf };
    if (level === 'compound') await saveCompanyContact(values);
    if (level === 'community') await client.roster.places.saveCommunity.mutate({ id, community: communityOf(values), ...from });
    else await client.roster.places.saveCompound.mutate({ id, compound: compoundOf(values), ...from });
    await refreshEverything();
    onClose();
  };
  const { communityId, ...rest } = place;
  return (
    <RailForm<PlaceValues>
      title={`修改　${place.name}`}
      draft={`place:${id}`}
      form={form}
      initial={{ ...pick(rest), ...(communityId === null ? {} : { communityId }) }}
      saveText={`保存${levelShortWords[level]}`}
      onSave={save}
      onClose={onClose}
    >
      <Fields
        form={form}
        level={level}
        place={place}
        community={communityId === null ? null : { value: communityId, label: place.communityName ?? '', hint: '' }}
      />
    </RailForm>
  );
}

const pick = (place: Omit<PlaceDetail, 'communityId'>): Partial<PlaceValues> => ({
  name: place.name,
  code: place.code,
  kind: place.kind,
  branchId: place.branchId,
  secretary: place.secretary,
  phone: place.phone,
  officeAddress: place.officeAddress,
  developedBy: place.developedBy,
  developer: place.developer,
  address: place.address,
  buildingCount: place.buildingCount,
  propertyCompanyId: place.propertyCompanyId,
  householdCount: place.householdCount,
  population: place.population,
  note: place.note,
});
