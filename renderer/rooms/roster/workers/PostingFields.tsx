// The fields that personnel acts share. The day comes first: which grids are vacant depends on it.
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Radio } from 'antd';
import { useEffect } from 'react';
import { fieldSchema } from '../../../../shared/kit/formSchema.ts';
import { paperFields } from '../../../../shared/roster/paperFields.ts';
import type { WorkerPosting } from '../../../../shared/roster/worker.ts';
import { type PostingRole, postingRoleWords, capacityWords, firstDayText } from '../../../../shared/roster/words.ts';
import { api, queryClient, told } from '../../../api.ts';
import { DayField, type DayFieldProps } from '../../../ui/day/DayField.tsx';
import { described } from '../../../ui/fields/described.ts';
import { schemaRule } from '../../../ui/fields/schemaRule.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import type { Choice } from '../../../ui/fields/picks.ts';
import { ReferenceField } from '../../../ui/fields/ReferenceField.tsx';
import { gridChoices } from '../choices.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { Select } from '../../../ui/Select.tsx';

/**
 * @param props.trouble why the day will not do; it stands in a line of its own then, with room to say so
 * @param props.optional it may be left empty
 */
export const DutyDayField = ({
  name,
  label,
  optional = false,
  trouble,
}: { name: string; label: string; optional?: boolean } & Pick<DayFieldProps, 'trouble'>) => (
  <DayField
    name={name}
    of={{ kind: 'day', title: label, ...(optional ? {} : { required: '请填写日期' }) }}
    className={trouble ? 'wide day-line' : ''}
    trouble={trouble}
  />
);

/** Why nobody can be posted to the grid from the day; null where the grid is there and, as far as that matters, vacant. */
export async function gridTrouble(gridId: number, day: string, vacantOnly: boolean): Promise<string | null> {
  try {
    const grid = await queryClient.fetchQuery(api.roster.grids.get.queryOptions({ id: gridId, asOf: day }));
    if (!vacantOnly || grid.workerName === null) return null;
    return `${grid.name}在 ${day} 由${grid.workerName}负责`;
  } catch (error) {
    return told(error);
  }
}

/**
 * Grids of the form's day, found by name, initials or code: vacant ones for a 专职网格员, any for another role. When the day is
 * changed, a grid that was chosen stays and says what is wrong with it.
 */
export function GridField(props: {
  label: string;
  required: boolean;
  role?: PostingRole;
  current?: Choice;
  /** Why none will not do where one isn't required. */
  lacking?: () => string | null;
}) {
  const { label, required, role = 'worker', current, lacking } = props;
  const form = Form.useFormInstance();
  const day = dayIn(Form.useWatch<DayValue>('day', form));
  const chosen: number | null | undefined = Form.useWatch('gridId', form);
  const vacantOnly = role === 'worker';
  // Brought back by a draft, it shows by its name although it is not among the first choices.
  const { data: grid } = useQuery({
    ...api.roster.grids.get.queryOptions({ id: chosen ?? 0, asOf: day ?? '' }),
    enabled: Boolean(day && chosen),
  });
  const named = grid && grid.id === chosen ? { value: grid.id, label: grid.name, hint: '' } : current;
  useEffect(() => {
    const judged = form.getFieldError('gridId').length > 0 || (day && form.getFieldValue('gridId'));
    if (judged) void form.validateFields(['gridId']).catch(() => undefined);
    // oxlint-disable-next-line react/exhaustive-deps -- the role decides, too, whether the chosen grid will do
  }, [day, vacantOnly, form]);
  return (
    <ReferenceField
      name="gridId"
      of={{ kind: 'reference', of: 'grid', title: label, ...(required ? { required: '请选择网格' } : {}) }}
      source={['grids', day, vacantOnly]}
      ask={(search) => (day ? gridChoices(day, vacantOnly, search) : Promise.resolve([]))}
      placeholder={required ? (vacantOnly ? '这一天空缺的网格' : '名称、拼音首字母、编码') : '暂不上岗'}
      none={day ? (vacantOnly ? '这一天没有空缺的网格' : '这一天没有网格') : '请先填写日期，再选网格'}
      trouble={async (gridId) => {
        const on = dayIn(form.getFieldValue('day') as DayValue);
        if (gridId === null) return lacking?.() ?? null;
        const trouble = on ? await gridTrouble(gridId, on, vacantOnly) : null;
        return trouble === null ? null : `${trouble.replace(/。$/, '')}。请另选网格，或改日期`;
      }}
      {...(named ? { current: named } : {})}
    />
  );
}

export const RoleField = () => (
  <Form.Item name="role" label="身份">
    <Select options={choicesOf(postingRoleWords)} />
  </Form.Item>
);

const capacityOf = (posting: WorkerPosting): string => {
  const words = capacityWords(posting);
  return words === '' ? '' : `（${words}）`;
};

/** Which of several grids is meant; nothing is asked where there is only one. */
export function PostingField(props: { name: string | string[]; label: string; postings: readonly WorkerPosting[] }) {
  const { name, label, postings } = props;
  if (postings.length < 2) return null;
  return (
    <Form.Item name={name} label={label} className="wide" rules={[{ required: true, message: '请选择是哪个网格' }]}>
      <Radio.Group
        vertical
        options={postings.map((posting) => ({
          value: posting.id,
          label: `${posting.gridName}${capacityOf(posting)}　${firstDayText(posting.firstDay, posting.firstDayPrecision)} 起`,
        }))}
      />
    </Form.Item>
  );
}

const of = described(paperFields);
const reasons = ['工作需要', '考核不称职', '个人原因', '到龄退休', '健康原因', '社区合并'];

export function PaperFields() {
  return (
    <>
      <TextField {...of('documentNumber')} placeholder="如 〔2026〕31号" />
      <Form.Item name="reason" label={paperFields.reason.title} rules={[schemaRule(fieldSchema(paperFields.reason))]}>
        <AutoComplete options={reasons.map((value) => ({ value }))} />
      </Form.Item>
      <TextField {...of('handledBy')} />
    </>
  );
}
