// 新增网格员 and 修改资料.
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { paperFields } from '../../../../shared/roster/paperFields.ts';
import type { WorkerDetail } from '../../../../shared/roster/worker.ts';
import { api, client, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import type { Choice } from '../../../ui/fields/picks.ts';
import { useToday } from '../../../ui/useToday.ts';
import { DutyDayField, GridField, PaperFields } from './PostingFields.tsx';
import { WorkerFields } from './WorkerFields.tsx';
import { formOf, unkeptNumber, valuesOf, type WorkerValues } from './workerValues.ts';

type AddValues = WorkerValues & {
  gridId?: number | null;
  day?: DayValue;
  documentNumber?: string;
  reason?: string;
  handledBy?: string;
};

const paperKeys = ['documentNumber', 'reason', 'handledBy'] as const;

/** What was filled in of a posting that names no grid would go nowhere; null where nothing was. */
function gridLacking({ day, ...values }: AddValues): string | null {
  const filled = [
    ...(day ? ['上岗日期'] : []),
    ...paperKeys.filter((key) => values[key]?.trim()).map((key) => paperFields[key].title),
  ].join('、');
  return filled === '' ? null : `填了${filled}，请选择网格；还没有上岗的，请清空${filled}`;
}

/** `grid` and `from`: where the new worker is to serve, and from when, when that was chosen already. */
export function WorkerAdd(props: { grid?: Choice; from?: string; onClose: () => void; onAdded: (id: number) => void }) {
  const today = useToday();
  const { grid, from = today, onClose, onAdded } = props;
  const [form] = Form.useForm<AddValues>();
  const chosen = Form.useWatch('gridId', form);
  const papers = Form.useWatch((values) => paperKeys.some((key) => values[key]?.trim()), { form, preserve: true });
  const save = async (values: AddValues) => {
    const day = dayIn(values.day);
    // The form refuses a day that is lacking.
    if (values.gridId && day === null) throw new Error('请填写上岗日期');
    const posting =
      values.gridId && day !== null
        ? {
            gridId: values.gridId,
            day,
            precision: 'day' as const,
            documentNumber: values.documentNumber ?? null,
            reason: values.reason ?? null,
            handledBy: values.handledBy ?? null,
          }
        : null;
    const { id } = await client.roster.workers.add.mutate({ worker: formOf(values), posting });
    await refreshEverything();
    onAdded(id);
  };
  return (
    <RailForm<AddValues>
      title="新增网格员"
      draft={grid ? `worker:new:${grid.value}` : 'worker:new'}
      unkept={unkeptNumber}
      form={form}
      initial={{ ethnicity: '汉族', ...(grid ? { day: from, gridId: grid.value } : {}) }}
      saveText="保存网格员"
      onSave={save}
      onClose={onClose}
    >
      <WorkerFields form={form} />
      <h3>上岗</h3>
      <DutyDayField name="day" label="上岗日期" optional={!chosen} />
      <GridField
        label="网格"
        required={false}
        lacking={() => gridLacking(form.getFieldsValue(true) as AddValues)}
        {...(grid ? { current: grid } : {})}
      />
      {chosen || papers ? <PaperFields /> : null}
    </RailForm>
  );
}

export function WorkerEdit({ worker, onClose }: { worker: WorkerDetail; onClose: () => void }) {
  const [form] = Form.useForm<WorkerValues>();
  return (
    <RailForm<WorkerValues>
      title={`修改资料　${worker.name}`}
      draft={`worker:${worker.id}`}
      unkept={unkeptNumber}
      form={form}
      initial={valuesOf(worker)}
      saveText="保存资料"
      onSave={async (values) => {
        await client.roster.workers.save.mutate({ id: worker.id, worker: formOf(values) });
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <WorkerFields form={form} masked={worker.idNumberMasked} onFile={worker.name} />
    </RailForm>
  );
}

/** Reads the worker on the given day before showing what is done with them. */
export function WithWorker(props: { id: number; asOf: string; children: (worker: WorkerDetail) => ReactNode }) {
  const { data } = useQuery(api.roster.workers.get.queryOptions({ id: props.id, asOf: props.asOf }));
  return data ? props.children(data) : <aside className="rail" />;
}
