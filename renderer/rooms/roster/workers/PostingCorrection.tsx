// 更正上岗日期: a first day that nobody knew when the roster was brought in, or that was written down wrongly.
import { Checkbox, Form, Radio } from 'antd';
import { workerFields } from '../../../../shared/roster/workerFields.ts';
import type { WorkerDetail, WorkerPosting } from '../../../../shared/roster/worker.ts';
import { type FirstDayPrecision, capacityWords, firstDayText } from '../../../../shared/roster/words.ts';
import { client, refreshEverything } from '../../../api.ts';
import { DayField } from '../../../ui/day/DayField.tsx';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';

/** `firstDay`: YYYY-MM where nobody knows more. */
type Values = { postingId: number; firstDay: DayValue; unknown: boolean };

const valuesOf = ({ id, firstDay, firstDayPrecision }: WorkerPosting): Values => ({
  postingId: id,
  firstDay: firstDayPrecision === 'month' ? (firstDay?.slice(0, 7) ?? null) : firstDay,
  unknown: false,
});

function firstDayOf({ firstDay, unknown }: Values): Pick<WorkerPosting, 'firstDay'> & { precision: FirstDayPrecision } {
  const day = unknown ? null : dayIn(firstDay);
  if (day === null) return { firstDay: null, precision: 'unknown' };
  return day.length === 7 ? { firstDay: `${day}-01`, precision: 'month' } : { firstDay: day, precision: 'day' };
}

export function PostingCorrection({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [latest] = worker.postings;
  const unknown = Form.useWatch('unknown', form) ?? false;
  const choose = (id: number) => {
    const posting = worker.postings.find((one) => one.id === id);
    if (posting) form.setFieldsValue(valuesOf(posting));
  };
  return (
    <RailForm<Values>
      title={`更正上岗日期　${worker.name}`}
      draft={`worker:${worker.id}:posting`}
      form={form}
      initial={latest ? valuesOf(worker.postings.find(({ firstDay }) => firstDay === null) ?? latest) : {}}
      saveText="保存上岗日期"
      onSave={async (values) => {
        await client.roster.workers.correctPosting.mutate({
          postingId: values.postingId,
          ...firstDayOf(values),
        });
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="postingId" label="哪一段任职" className="wide">
        <Radio.Group
          vertical
          options={worker.postings.map((posting) => ({
            value: posting.id,
            label: [posting.gridName, capacityWords(posting), firstDayText(posting.firstDay, posting.firstDayPrecision)]
              .filter(Boolean)
              .join('　'),
          }))}
          onChange={(event) => choose(Number(event.target.value))}
        />
      </Form.Item>
      {unknown ? null : (
        <div className="wide">
          <DayField
            written="either"
            name="firstDay"
            of={{ ...workerFields.firstDay, required: '请填写上岗日期；确实没有人知道的，请勾选“不详”' }}
            className="day-line"
          />
          <p className="grey small">只知道月份的，写到月就行，如 2016-11。</p>
        </div>
      )}
      <Form.Item name="unknown" valuePropName="checked" className="wide">
        <Checkbox>上岗日期不详</Checkbox>
      </Form.Item>
    </RailForm>
  );
}
