// Adding and changing a 社区总支; a changed name or short name asks from when it holds.
import { Form } from 'antd';
import { branchFields, branchFormFields } from '../../../../shared/roster/placeFields.ts';
import type { BranchForm as Wire, BranchRow } from '../../../../shared/roster/places.ts';
import { client } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { described } from '../../../ui/fields/described.ts';
import { NoteField } from '../../../ui/fields/NoteField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { DescribedForm } from '../../../ui/DescribedForm.tsx';
import { FirstDayField } from '../FirstDayField.tsx';
import { Effective, effectiveOf, type EffectiveValues } from '../../../ui/Effective.tsx';

type Values = EffectiveValues & Wire & { firstDay?: DayValue };

const of = described(branchFields);

/** @param props.asOf the day the branch was read on */
export function BranchForm(props: {
  branch: BranchRow | null;
  asOf: string;
  onClose: () => void;
  onSaved: (id: number) => void;
}) {
  const { branch, asOf, onClose, onSaved } = props;
  const [form] = Form.useForm<Values>();
  return (
    <DescribedForm<Values, typeof branchFields, (typeof branchFormFields)[number]>
      noun="社区总支"
      kind="branch"
      fields={branchFields}
      keys={branchFormFields}
      row={branch}
      form={form}
      send={(sent, values) =>
        branch
          ? client.roster.branches.save.mutate({ id: branch.id, branch: sent, ...effectiveOf(values), asOf })
          : client.roster.branches.add.mutate({ ...sent, firstDay: dayIn(values.firstDay) })
      }
      onSaved={onSaved}
      onClose={onClose}
    >
      <TextField {...of('name')} wide />
      <TextField {...of('short')} label="简称（列表里显示）" placeholder="不填则自动简写" />
      {branch ? <Effective fields={branchFields} keys={branchFormFields} row={branch} /> : <FirstDayField />}
      <TextField {...of('hotline')} placeholder="不填则用街道的" />
      <NoteField {...of('note')} />
    </DescribedForm>
  );
}
