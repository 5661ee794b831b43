// Adding and changing a community or a compound; a changed name, code, kind, branch or community asks from when it holds.
import { Form, type FormInstance } from 'antd';
import { kindOfAreaCode } from '../../../../shared/rules/areaCode.ts';
import {
  communityFields,
  communityFormFields,
  compoundFields,
  compoundFormFields,
} from '../../../../shared/roster/placeFields.ts';
import type { CommunityForm, CompoundForm, PlaceDetail } from '../../../../shared/roster/places.ts';
import { levelShortWords, type PlaceLevel } from '../../../../shared/roster/words.ts';
import { client, refreshEverything } from '../../../api.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { CountField } from '../../../ui/fields/CountField.tsx';
import { described, initialOf, wireOf } from '../../../ui/fields/described.ts';
import { NoteField } from '../../../ui/fields/NoteField.tsx';
import { PhoneField } from '../../../ui/fields/PhoneField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { PickField } from '../../../ui/fields/PickField.tsx';
import type { Choice } from '../../../ui/fields/picks.ts';
import { ReferenceField } from '../../../ui/fields/ReferenceField.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';
import { PropertyCompanyField } from '../PropertyCompanyField.tsx';
import { useBranchChoices, usePlaceSource } from '../sources.ts';
import { CompanyContact, type CompanyValues, saveCompanyContact } from './CompanyContact.tsx';

export type PlaceValues = CompanyValues &
  EffectiveValues &
  Omit<CommunityForm, 'name'> &
  Omit<CompoundForm, 'communityId' | 'name'> & { name: string; communityId?: number; firstDay?: DayValue };

const ofCommunity = described(communityFields);
const ofCompound = described(compoundFields);

const communityOf = (values: PlaceValues): CommunityForm => {
  const { kind, ...form } = wireOf(communityFields, communityFormFields, values);
  // One that was never chosen is proposed from the code.
  return { ...form, ...(kind ? { kind } : {}) };
};
const compoundOf = (values: PlaceValues): CompoundForm => wireOf(compoundFields, compoundFormFields, values);

function CommunityFields({ form }: { form: FormInstance<PlaceValues> }) {
  const branches = useBranchChoices(true);
  const propose = () => {
    if (form.getFieldValue('kind')) return;
    const kind = kindOfAreaCode(form.getFieldValue('code') ?? '');
    if (kind) form.setFieldsValue({ kind });
  };
  return (
    <>
      <TextField {...ofCommunity('code')} onBlur={propose} />
      <ChoiceField {...ofCommunity('kind')} />
      <PickField<number> name="branchId" label="社区总支" wide from={{ list: branches }} />
    </>
  );
}

function CompoundFields({ form, community }: { form: FormInstance<PlaceValues>; community: Choice | null }) {
  const places = usePlaceSource('community');
  return (
    <>
      <ReferenceField {...ofCompound('community')} {...places} label="所属社区（村居）" current={community} />
      <ChoiceField {...ofCompound('developedBy')} wide />
      <TextField {...ofCompound('developer')} />
      <CountField {...ofCompound('buildings')} />
      <TextField {...ofCompound('address')} wide />
      <PropertyCompanyField />
      <CompanyContact form={form} />
    </>
  );
}

const History = ({ place }: { place: PlaceDetail }) =>
  place.level === 'community' ? (
    <Effective fields={communityFields} keys={communityFormFields} row={place} />
  ) : (
    <Effective fields={compoundFields} keys={compoundFormFields} row={place} />
  );

function Fields(props: { form: FormInstance<PlaceValues>; level: PlaceLevel; community: Choice | null; place?: PlaceDetail }) {
  const { form, level, community, place } = props;
  return (
    <>
      <TextField
        {...(level === 'community' ? ofCommunity('name') : ofCompound('name'))}
        label={level === 'community' ? '社区（村居）名称' : '小区名称'}
        wide
      />
      {level === 'community' ? <CommunityFields form={form} /> : <CompoundFields form={form} community={community} />}
      {place ? <History place={place} /> : <FirstDayField />}
      {level === 'community' ? (
        <>
          <TextField {...ofCommunity('secretary')} />
          <PhoneField {...ofCommunity('phone')} />
        </>
      ) : null}
      <TextField {...ofCompound('officeAddress')} wide />
      <CountField {...ofCompound('households')} />
      <CountField {...ofCompound('population')} />
      <NoteField {...ofCompound('note')} />
    </>
  );
}

export function PlaceAdd(props: { level: PlaceLevel; onClose: () => void; onAdded: (id: number) => void }) {
  const { level, onClose, onAdded } = props;
  const [form] = Form.useForm<PlaceValues>();
  return (
    <RailForm<PlaceValues>
      title={`新增${levelShortWords[level]}`}
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
  const { communityId } = place;
  return (
    <RailForm<PlaceValues>
      title={`修改资料　${place.name}`}
      draft={`place:${id}`}
      form={form}
      initial={
        level === 'community'
          ? initialOf(communityFields, communityFormFields, place)
          : initialOf(compoundFields, compoundFormFields, place)
      }
      saveText="保存资料"
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
