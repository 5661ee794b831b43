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
type First = { firstDay: DayValue; unknown: boolean };

/** Each posting has its own, by its id, so that a look at another takes nothing away. */
type Values = { postingId: number; postings: Record<string, First> };

const firstOf = ({ firstDay, firstDayPrecision }: WorkerPosting): First => ({
  firstDay: firstDayPrecision === 'month' ? (firstDay?.slice(0, 7) ?? null) : firstDay,
  unknown: false,
});

function firstDayOf({ firstDay, unknown }: First): Pick<WorkerPosting, 'firstDay'> & { precision: FirstDayPrecision } {
  const day = unknown ? null : dayIn(firstDay);
  if (day === null) return { firstDay: null, precision: 'unknown' };
  return day.length === 7 ? { firstDay: `${day}-01`, precision: 'month' } : { firstDay: day, precision: 'day' };
}

export function PostingCorrection({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const [latest] = worker.postings;
  const proposed = worker.postings.find(({ firstDay }) => firstDay === null) ?? latest;
  const chosen = Form.useWatch('postingId', form) ?? proposed?.id;
  const of = (field: keyof First): string[] => ['postings', `${chosen}`, field];
  const unknown = Form.useWatch(['postings', `${chosen}`, 'unknown'], form);
  return (
    <RailForm<Values>
      title={`更正上岗日期　${worker.name}`}
      draft={`worker:${worker.id}:posting`}
      form={form}
      initial={{
        ...(proposed ? { postingId: proposed.id } : {}),
        postings: Object.fromEntries(worker.postings.map((posting) => [posting.id, firstOf(posting)])),
      }}
      saveText="保存上岗日期"
      onSave={async (values) => {
        const { postingId, postings } = values;
        const first = postings[postingId];
        if (!first) throw new Error('请选择是哪一段任职');
        await client.roster.workers.correctPosting.mutate({ postingId, ...firstDayOf(first) });
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
        />
      </Form.Item>
      {unknown ? null : (
        <div className="wide" key={chosen}>
          <DayField
            written="either"
            name={of('firstDay')}
            of={{ ...workerFields.firstDay, required: '请填写上岗日期；确实没有人知道的，请勾选“不详”' }}
            className="day-line"
          />
          <p className="grey small">只知道月份的，写到月就行，如 2016-11。</p>
        </div>
      )}
      <Form.Item key={`${chosen}:unknown`} name={of('unknown')} valuePropName="checked" className="wide">
        <Checkbox>上岗日期不详</Checkbox>
      </Form.Item>
    </RailForm>
  );
}
