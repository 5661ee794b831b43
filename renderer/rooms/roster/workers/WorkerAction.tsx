// 记录变动: what happened to a worker on a day, on which paper. The history is never overwritten; the rail says what follows.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Radio } from 'antd';
import type { WorkerDetail } from '../../../../shared/roster/worker.ts';
import { api, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { ReferenceField } from '../../../ui/fields/ReferenceField.tsx';
import { servingWorkerChoices } from '../choices.ts';
import { useToday } from '../../../ui/useToday.ts';
import {
  type ActionValues,
  consequence,
  dayLabelOf,
  endedPosting,
  isServing,
  kindChoices,
  record,
  saveTextOf,
} from './actionKinds.ts';
import { DutyDayField, GridField, PaperFields, PostingField, RoleField } from './PostingFields.tsx';
import { endable, servingOn } from './serving.ts';

function OtherWorkerFields({ worker, day }: { worker: WorkerDetail; day: string | null }) {
  const other: number | undefined = Form.useWatch('otherWorkerId', Form.useFormInstance());
  const { data } = useQuery({
    ...api.roster.workers.get.queryOptions({ id: other ?? 0, asOf: day ?? '' }),
    enabled: other !== undefined && Boolean(day),
  });
  return (
    <>
      <ReferenceField
        name="otherWorkerId"
        of={{ kind: 'reference', of: 'worker', title: '与谁对调', required: '请选择对调的网格员' }}
        placeholder="在岗的网格员"
        source={['servingWorkers', day]}
        ask={async (search) => (day ? (await servingWorkerChoices(day, search)).filter(({ value }) => value !== worker.id) : [])}
        {...(data ? { current: { value: data.id, label: data.name, hint: data.gridName ?? '' } } : {})}
      />
      {data && day ? (
        <PostingField name={['otherPosting', `${data.id}`]} label={`${data.name}的哪个网格`} postings={servingOn(data, day)} />
      ) : null}
    </>
  );
}

const AdditionalField = () => (
  <Form.Item
    name="additional"
    valuePropName="checked"
    className="wide"
    rules={[
      {
        async validator(_, ticked: boolean | undefined) {
          if (!ticked) throw new Error('已经有网格的，请勾选兼任；要换到这个网格，请选“调整”');
        },
      },
    ]}
  >
    <Checkbox>兼任（同时负责两个网格）</Checkbox>
  </Form.Item>
);

/** To a grid from a day, in whatever capacity. */
function AssignFields({ worker, values }: { worker: WorkerDetail; values: ActionValues }) {
  const { kind, day, role = 'worker' } = values;
  return (
    <>
      <DutyDayField name="day" label={dayLabelOf(kind)} />
      <RoleField />
      <GridField label="网格" required role={role} />
      {role === 'worker' && day && servingOn(worker, day).length > 0 ? <AdditionalField /> : null}
    </>
  );
}

/** As typed into the form. */
type FormValues = Omit<ActionValues, 'day'> & { day: DayValue };
const settled = (values: FormValues): ActionValues => ({ ...values, day: dayIn(values.day) });

export function WorkerAction({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<FormValues>();
  const today = useToday();
  const serves = isServing(worker.status);
  const initial: FormValues = { kind: serves ? 'transfer' : 'assign', day: today, role: 'worker', additional: serves };
  const values = settled({ ...initial, ...(Form.useWatch([], form) as FormValues | undefined) });
  const { kind, day } = values;
  const chooses = kind === 'transfer' || kind === 'swap';
  const ends = endable(worker);
  const choices = kindChoices(worker.status, ends.length > 0);
  // What ends another role than 专职网格员 is no personnel act, and keeps no papers.
  const papers = kind !== 'end' || endedPosting(worker, values)?.role === 'worker';
  const follows = consequence(worker, values);
  return (
    <RailForm<FormValues>
      title={`记录变动　${worker.name}`}
      draft={`worker:${worker.id}:action`}
      form={form}
      initial={initial}
      saveText={saveTextOf(kind)}
      onSave={async (next) => {
        await record(worker, settled(next));
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label="变动" className="wide" hidden={choices.length === 1}>
        <Radio.Group className="kinds" options={choices} />
      </Form.Item>
      {kind === 'assign' || kind === 'further' ? (
        <AssignFields worker={worker} values={values} />
      ) : (
        <DutyDayField name="day" label={dayLabelOf(kind)} />
      )}
      {kind === 'end' ? <PostingField name="endedPostingId" label="结束哪一项" postings={ends} /> : null}
      {chooses && day ? <PostingField name="postingId" label="哪个网格的任职" postings={servingOn(worker, day)} /> : null}
      {kind === 'transfer' ? <GridField label="调到哪个网格" required /> : null}
      {kind === 'swap' ? <OtherWorkerFields worker={worker} day={day} /> : null}
      {papers ? <PaperFields /> : null}
      {follows === '' ? null : <p className="consequence">{follows}</p>}
    </RailForm>
  );
}
