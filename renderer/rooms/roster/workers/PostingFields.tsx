// The fields every personnel act shares: the grid (vacant ones only), the day, and the paper it rests on.
import { AutoComplete, Form, Input } from 'antd';
import { DayInput } from '../../../ui/DayInput.tsx';
import { type Choice, ChoiceField } from '../ChoiceField.tsx';
import { vacantGridChoices } from '../choices.ts';

/** Vacant grids on the day, found by name, initials or code. */
export const VacantGridField = (props: { day: string; label: string; required: boolean; current?: Choice }) => (
  <ChoiceField
    name="gridId"
    label={props.label}
    source={['vacantGrids', props.day]}
    ask={(search) => vacantGridChoices(props.day, search)}
    allowClear={!props.required}
    placeholder={props.required ? '空缺的网格' : '暂不上岗'}
    none="这一天没有空缺的网格"
    {...(props.current ? { current: props.current } : {})}
    {...(props.required ? { required: '请选择网格' } : {})}
  />
);

export const DayField = ({ name, label }: { name: string; label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: '请选择日期' }]}>
    <DayInput allowClear={false} />
  </Form.Item>
);

const reasons = ['工作需要', '考核不称职', '个人原因', '到龄退休', '健康原因', '社区合并'];

export function PaperFields() {
  return (
    <>
      <Form.Item name="documentNumber" label="依据文号">
        <Input autoComplete="off" placeholder="如 〔2026〕31号" maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label="原因">
        <AutoComplete options={reasons.map((value) => ({ value }))} maxLength={100} />
      </Form.Item>
      <Form.Item name="handledBy" label="经办人">
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    </>
  );
}
