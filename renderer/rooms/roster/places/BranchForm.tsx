// Adding and changing a 社区总支; a changed name or short name asks from when it holds.
import { Form, type FormInstance } from 'antd';
import { branchFields, branchFormFields } from '../../../../shared/roster/placeFields.ts';
import type { BranchForm as Wire, BranchRow } from '../../../../shared/roster/places.ts';
import { client, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/fields/dayValue.ts';
import { described, initialOf, wireOf } from '../../../ui/fields/described.ts';
import { NoteField } from '../../../ui/fields/NoteField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { RailForm } from '../../../ui/RailForm.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { differ, Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';

type Values = EffectiveValues & Wire & { firstDay?: DayValue };

const of = described(branchFields);

function History({ form, branch }: { form: FormInstance<Values>; branch: BranchRow }) {
  const values = Form.useWatch([], form) as Values | undefined;
  if (!values) return null;
  const renamed = differ(values.name, branch.name);
  const changed = differ(values.short?.trim() || branch.short, branch.short);
  return <Effective changed={renamed || changed} renamed={renamed} fields="名称、简称" />;
}

/** @param props.asOf the day the branch was read on */
export function BranchForm(props: {
  branch: BranchRow | null;
  asOf: string;
  onClose: () => void;
  onSaved: (id: number) => void;
}) {
  const { branch, asOf, onClose, onSaved } = props;
  const [form] = Form.useForm<Values>();
  const save = async (values: Values) => {
    const fields = wireOf(branchFields, branchFormFields, values);
    const { id } = branch
      ? await client.roster.branches.save.mutate({ id: branch.id, branch: fields, ...effectiveOf(values), asOf })
      : await client.roster.branches.add.mutate({ ...fields, firstDay: dayIn(values.firstDay) });
    await refreshEverything();
    onSaved(id);
  };
  return (
    <RailForm<Values>
      title={branch ? `修改　${branch.name}` : '新增社区总支'}
      draft={branch ? `branch:${branch.id}` : 'branch:new'}
      form={form}
      initial={branch ? initialOf(branchFields, branchFormFields, branch) : {}}
      saveText="保存总支"
      onSave={save}
      onClose={onClose}
    >
      <TextField {...of('name')} label="总支名称" wide />
      <TextField {...of('short')} label="简称（列表里显示）" placeholder="不填则自动简写" />
      {branch ? <History form={form} branch={branch} /> : <FirstDayField />}
      <TextField {...of('hotline')} placeholder="不填则用街道的" />
      <NoteField {...of('note')} />
    </RailForm>
  );
}
