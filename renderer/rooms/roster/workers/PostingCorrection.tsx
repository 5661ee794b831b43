// 更正上岗日期: a first day that nobody knew when the roster was brought in, or that was written down wrongly.
import { Form, Radio } from 'antd';
import type { WorkerDetail, WorkerPosting } from '../../../../shared/roster/worker.ts';
import { type FirstDayPrecision, capacityWords, firstDayText } from '../../../../shared/roster/words.ts';
import { client, refreshEverything } from '../../../api.ts';
import { DayItem } from '../../../ui/DayItem.tsx';
import { RailForm } from '../../../ui/RailForm.tsx';

type Values = { postingId: number; precision: FirstDayPrecision; day?: string | null; month?: string | null };

const precisions: { value: FirstDayPrecision; label: string }[] = [
  { value: 'day', label: '知道哪一天' },
  { value: 'month', label: '只知道月份' },
  { value: 'unknown', label: '不详' },
];

const valuesOf = (posting: WorkerPosting): Values => ({
  postingId: posting.id,
  precision: posting.firstDay === null ? 'day' : posting.firstDayPrecision,
  day: posting.firstDay,
  month: posting.firstDay?.slice(0, 7) ?? null,
});

const firstDayOf = ({ precision, day, month }: Values): string | null => {
  if (precision === 'unknown') return null;
  return precision === 'month' ? `${month ?? ''}-01` : (day ?? null);
};

export function PostingCorrection({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [latest] = worker.postings;
  const precision = Form.useWatch('precision', form);
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
          firstDay: firstDayOf(values),
          precision: values.precision,
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
      <Form.Item name="precision" label="上岗日期" className="wide">
        <Radio.Group options={precisions} />
      </Form.Item>
      {precision === 'day' ? <DayItem name="day" label="哪一天" required="请选择上岗的那一天" /> : null}
      {precision === 'month' ? <DayItem month name="month" label="哪个月" required="请选择上岗的月份" /> : null}
    </RailForm>
  );
}
