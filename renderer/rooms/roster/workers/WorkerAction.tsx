// 记录变动: what happened to a worker on a day, on which paper. The history is never overwritten; the rail says what follows.
import { Form, Segmented } from 'antd';
import { dayBefore } from '../../../../shared/rules/day.ts';
import type { WorkerDetail } from '../../../../shared/roster/worker.ts';
import { client, refreshEverything } from '../../../api.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { servingWorkerChoices } from '../choices.ts';
import { useToday } from '../sources.ts';
import { DayField, PaperFields, VacantGridField } from './PostingFields.tsx';

type Kind = 'assign' | 'transfer' | 'swap' | 'dismissal' | 'resignation' | 'retirement';

type Values = {
  kind: Kind;
  gridId?: number;
  otherWorkerId?: number;
  day: string;
  documentNumber?: string;
  reason?: string;
  handledBy?: string;
};

const serving: { value: Kind; label: string }[] = [
  { value: 'transfer', label: '调整' },
  { value: 'swap', label: '对调' },
  { value: 'dismissal', label: '辞退' },
  { value: 'resignation', label: '离职' },
  { value: 'retirement', label: '退休' },
];
const idle: { value: Kind; label: string }[] = [{ value: 'assign', label: '指派上岗' }];

const saveTexts: Readonly<Record<Kind, string>> = {
  assign: '记录上岗',
  transfer: '记录调整',
  swap: '记录对调',
  dismissal: '记录辞退',
  resignation: '记录离职',
  retirement: '记录退休',
};
const dayLabels: Readonly<Record<Kind, string>> = {
  assign: '上岗日期',
  transfer: '到新网格的日期',
  swap: '对调的日期',
  dismissal: '最后在岗日',
  resignation: '最后在岗日',
  retirement: '最后在岗日',
};

/** What will be true afterwards, in one sentence. */
function consequence(worker: WorkerDetail, kind: Kind, day: string): string {
  const grid = worker.gridName ?? '';
  if (kind === 'assign') return `${worker.name}自 ${day} 起上岗。`;
  if (kind === 'transfer') return `${worker.name}在${grid}的任职到 ${dayBefore(day)} 为止，${grid}自 ${day} 起空缺。`;
  if (kind === 'swap') return `两人自 ${day} 起对调网格，原任职到 ${dayBefore(day)} 为止。`;
  return `${worker.name}在${grid}的任职到 ${day} 为止，之后${grid}空缺。`;
}

function OtherWorkerField({ worker, day }: { worker: WorkerDetail; day: string }) {
  return (
    <ChoiceField
      name="otherWorkerId"
      label="与谁对调"
      placeholder="在岗的网格员"
      source={['servingWorkers', day]}
      ask={async (search) => (await servingWorkerChoices(day, search)).filter(({ value }) => value !== worker.id)}
      required="请选择对调的网格员"
    />
  );
}

async function record(worker: WorkerDetail, values: Values): Promise<void> {
  const { kind, day } = values;
  const paper = {
    documentNumber: values.documentNumber ?? null,
    reason: values.reason ?? null,
    handledBy: values.handledBy ?? null,
  };
  const act = client.roster.workers;
  if (kind === 'assign')
    await act.assign.mutate({ workerId: worker.id, gridId: values.gridId ?? 0, day, precision: 'day', ...paper });
  else if (kind === 'transfer') await act.transfer.mutate({ workerId: worker.id, gridId: values.gridId ?? 0, day, ...paper });
  else if (kind === 'swap')
    await act.swap.mutate({ workerId: worker.id, otherWorkerId: values.otherWorkerId ?? 0, day, ...paper });
  else await act.leave.mutate({ workerId: worker.id, kind, day, ...paper });
}

export function WorkerAction({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const today = useToday();
  const serves = worker.status === 'onDuty' || worker.status === 'leaving';
  const first: Kind = serves ? 'transfer' : 'assign';
  const kind = Form.useWatch('kind', form) ?? first;
  const day = Form.useWatch('day', form) ?? today;
  return (
    <RailForm<Values>
      title={`记录变动　${worker.name}`}
      draft={`worker:${worker.id}:action`}
      form={form}
      initial={{ kind: first, day: today }}
      saveText={saveTexts[kind]}
      onSave={async (values) => {
        await record(worker, values);
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label="变动" className="wide">
        <Segmented block options={serves ? serving : idle} />
      </Form.Item>
      {kind === 'transfer' ? <VacantGridField day={day} label="调到哪个网格" required /> : null}
      {kind === 'assign' ? <VacantGridField day={day} label="网格" required /> : null}
      {kind === 'swap' ? <OtherWorkerField worker={worker} day={day} /> : null}
      <DayField name="day" label={dayLabels[kind]} />
      <PaperFields />
      <p className="consequence">{consequence(worker, kind, day)}</p>
    </RailForm>
  );
}
