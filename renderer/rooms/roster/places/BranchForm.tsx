// Adding and changing a 社区总支; a changed name or short name asks from when it holds.
import { Form, type FormInstance, Input } from 'antd';
import type { BranchRow } from '../../../../shared/roster/places.ts';
import { client, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { differ, Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';

type Values = EffectiveValues & {
  name: string;
  short?: string | null;
  hotline?: string | null;
  note?: string | null;
  firstDay?: DayValue;
};

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
    const { name, short, hotline, note } = values;
    const fields = { name, hotline: hotline ?? null, note: note ?? null, ...(short?.trim() ? { short } : {}) };
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
      initial={branch ? { name: branch.name, short: branch.short, hotline: branch.hotline, note: branch.note } : {}}
      saveText="保存总支"
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="总支名称"
        className="wide"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input autoComplete="off" maxLength={50} />
      </Form.Item>
      <Form.Item name="short" label="简称（列表里显示）">
        <Input autoComplete="off" maxLength={20} placeholder="不填则自动简写" />
      </Form.Item>
      {branch ? <History form={form} branch={branch} /> : <FirstDayField />}
      <Form.Item name="hotline" label="监督电话">
        <Input autoComplete="off" maxLength={100} placeholder="不填则用街道的" />
      </Form.Item>
      <Form.Item name="note" label="备注" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
    </RailForm>
  );
}
